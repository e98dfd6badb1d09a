#include "sync/difference.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "normalize/posting.h"

namespace spearyx::sync {
namespace {

/// The known postings in order of their ids, with a mark on those that the listing still holds.
class KnownBoard {
 public:
  explicit KnownBoard(std::vector<store::KnownPosting> known)
      : known_(std::move(known)), is_listed_(known_.size(), false) {}

  /// Finds a posting and marks it as listed.
  const store::KnownPosting* listed(const std::string& external_id) {
    const auto found =
        std::ranges::lower_bound(known_, external_id, {}, &store::KnownPosting::external_id);
    if (found == known_.end() || found->external_id != external_id) return nullptr;
    is_listed_[static_cast<std::size_t>(found - known_.begin())] = true;
    return &*found;
  }

  [[nodiscard]] std::vector<store::KnownPosting> open_but_not_listed() const {
    std::vector<store::KnownPosting> postings;
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (!is_listed_[i] && known_[i].is_closed == 0) postings.push_back(known_[i]);
    }
    return postings;
  }

 private:
  std::vector<store::KnownPosting> known_;
  std::vector<bool> is_listed_;
};

}  // namespace

Difference compare(const Listing& listing, std::vector<store::KnownPosting> known_postings,
                   UnixSeconds now) {
  KnownBoard board(std::move(known_postings));
  Difference difference;
  for (std::size_t i = 0; i < listing.postings().size(); ++i) {
    const Posting& posting = listing.postings()[i];
    std::string hash = normalize::content_hash(posting);
    const store::KnownPosting* known = board.listed(posting.external_id);
    const bool is_over = posting.expires_at && *posting.expires_at <= now;
    const bool returns = known != nullptr && known->is_closed != 0 && !is_over;
    if (known != nullptr && !returns && known->content_hash == hash) {
      ++difference.unchanged;
      continue;
    }
    ++(known == nullptr ? difference.added : difference.updated);
    difference.reopened += returns ? 1 : 0;
    if (known != nullptr && known->role_key) difference.former_roles.push_back(*known->role_key);
    difference.writes.push_back({.posting = i,
                                 .content_hash = std::move(hash),
                                 .known = known ? std::optional(*known) : std::nullopt,
                                 .is_reopened = returns});
  }
  for (const std::string& id : listing.rejected_ids()) board.listed(id);
  if (listing.is_complete()) difference.gone = board.open_but_not_listed();
  return difference;
}

void turn_away(const Difference::Write& write, Difference& difference) {
  --(write.known ? difference.updated : difference.added);
  difference.reopened -= write.is_reopened ? 1 : 0;
  if (write.known && write.known->is_closed == 0) difference.gone.push_back(*write.known);
}

}  // namespace spearyx::sync
