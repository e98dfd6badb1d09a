#include "sync/write_changes.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "normalize/category.h"
#include "normalize/posting.h"
#include "sync/linked_boards.h"

namespace spearyx::sync {
namespace {

void count(const Receipt& listed, const Difference& difference, Receipt& receipt) {
  receipt.fetched = listed.fetched;
  receipt.duplicate = listed.duplicate;
  receipt.filtered = listed.filtered;
  receipt.rejected = listed.rejected;
  receipt.unknown = listed.unknown;
  receipt.added = difference.added;
  receipt.updated = difference.updated;
  receipt.unchanged = difference.unchanged;
  receipt.reopened = difference.reopened;
}

}  // namespace

store::RoleKeys write_changes(const Listing& listing, Difference difference,
                              const store::Board& board, UnixSeconds now, Receipt& receipt,
                              std::vector<Statement>& statements) {
  count(listing.counts(), difference, receipt);
  if (difference.writes.empty()) return {};
  // Reads the whole vocabulary: once for all boards of a tick.
  static const normalize::Categoriser kCategoriser;
  store::Upserts upserts(board, now);
  LinkedBoards linked(board);
  store::RoleKeys roles = std::move(difference.former_roles);
  for (const auto& [posting, content_hash] : difference.writes) {
    const auto normalized =
        normalize::to_job(listing.postings()[posting], content_hash, kCategoriser);
    receipt.truncated += normalized.is_truncated ? 1 : 0;
    upserts.add(normalized.job);
    linked.add(normalized.job);
    roles.push_back(normalized.job.role_key);
  }
  std::ranges::move(upserts.take(), std::back_inserter(statements));
  if (!linked.boards().empty()) {
    statements.push_back(store::add_linked_candidates(linked.boards(), now));
  }
  return roles;
}

}  // namespace spearyx::sync
