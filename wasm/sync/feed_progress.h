#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/json.h"

namespace spearyx::sync {

/// Where a feed stands between two turns; kept as JSON in `batch_state.cursor` under the name of the
/// source.
///
/// A feed grows at its newest end while it is read towards the oldest, a few pages a turn. So there
/// may be several stretches still unread. Each begins at a position of the feed and ends where
/// known postings begin; only the last one, the backfill, goes on to the end of the feed. A turn
/// begins with a stretch of its own at the newest end.
struct FeedProgress {
  /// Turns that were claimed, this one not counted.
  std::int64_t turn = 0;
  /// Where the unread stretches begin, newest first; "" is the newest end.
  std::vector<std::string> unread;
  /// The backfill has reached the end of the feed: the last stretch is one like the others.
  bool complete = false;
  /// Hash of the provider's notice that was logged last.
  std::string notice;

  bool operator==(const FeedProgress&) const = default;

  /// What is stored; anything unreadable is a new beginning.
  [[nodiscard]] static FeedProgress from_json(std::string_view json);
  /// What is to be stored. Turns are counted by the claim.
  [[nodiscard]] Json to_json() const;

  void begin_turn() { unread.insert(unread.begin(), std::string()); }
  /// After a page of the first stretch: `next` is where older postings follow, if any.
  void advance(std::string next, bool has_new_postings);
  /// The positions lead nowhere any more: the backfill begins again at the newest end.
  void begin_again();
  /// Keeps what the next turn needs to know.
  void end_turn();

 private:
  [[nodiscard]] bool is_backfill() const { return unread.size() == 1 && !complete; }
};

}  // namespace spearyx::sync
