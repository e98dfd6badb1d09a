#include "sync/write_changes.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "normalize/category/category.h"
#include "normalize/posting.h"
#include "sync/linked_boards.h"

namespace spearyx::sync {
namespace {

void count(const Receipt& listed, Receipt& receipt) {
  receipt.fetched = listed.fetched;
  receipt.duplicate = listed.duplicate;
  receipt.filtered = listed.filtered;
  receipt.rejected = listed.rejected;
  receipt.unknown = listed.unknown;
}

void count(const Difference& difference, Receipt& receipt) {
  receipt.added = difference.added;
  receipt.updated = difference.updated;
  receipt.unchanged = difference.unchanged;
  receipt.reopened = difference.reopened;
}

/// The jobs of one run on their way into the database.
struct Jobs {
  store::Upserts upserts;
  LinkedBoards linked;
  store::RoleKeys roles;
};

/// Adds the job of a posting; false where the posting is turned away.
bool add_job(const Posting& posting, const std::string& content_hash, Jobs& jobs,
             Receipt& receipt) {
  // Reads the whole vocabulary: once for all boards of a tick.
  static const normalize::Categoriser kCategoriser;
  const auto normalized = normalize::to_job(posting, content_hash, kCategoriser);
  if (!normalized.denial.empty()) {
    receipt.filtered.add(normalized.denial);
    return false;
  }
  receipt.truncated += normalized.is_truncated ? 1 : 0;
  jobs.upserts.add(normalized.job);
  jobs.linked.add(normalized.job);
  jobs.roles.push_back(normalized.job.role_key);
  return true;
}

}  // namespace

store::RoleKeys write_changes(const Listing& listing, Difference& difference,
                              const store::Board& board, UnixSeconds now, Receipt& receipt,
                              std::vector<Statement>& statements) {
  count(listing.counts(), receipt);
  Jobs jobs{store::Upserts(board, now), LinkedBoards(board), std::move(difference.former_roles)};
  for (const Difference::Write& write : difference.writes) {
    const Posting& posting = listing.postings()[write.posting];
    if (!add_job(posting, write.content_hash, jobs, receipt)) turn_away(write, difference);
  }
  count(difference, receipt);
  std::ranges::move(jobs.upserts.take(), std::back_inserter(statements));
  if (!jobs.linked.boards().empty()) {
    statements.push_back(store::add_linked_candidates(jobs.linked.boards(), now));
  }
  return std::move(jobs.roles);
}

}  // namespace spearyx::sync
