#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/json.h"

namespace spearyx::sync {

/// The position of a feed between two turns, kept as JSON in `batch_state.cursor` under the name of
/// the source.
///
/// A feed grows at its newest end while it is read towards the oldest, a few pages a turn. So there
/// may be several stretches still unread. Each begins at a position of the feed and ends where
/// known postings begin; only the last one, the backfill, goes on to the end of the feed. A turn
/// begins with a stretch of its own at the newest end.
struct FeedProgress {
  /// The number of turns that were claimed before this one.
  std::int64_t turn = 0;
  /// The beginnings of the unread stretches, newest first; "" is the newest end.
  std::vector<std::string> unread;
  /// Whether the backfill has reached the end of the feed; the last stretch is then one like the
  /// others.
  bool complete = false;
  /// The hash of the provider's notice that was logged last.
  std::string notice;

  bool operator==(const FeedProgress&) const = default;

  /// Reads the stored progress; anything unreadable is a new beginning.
  [[nodiscard]] static FeedProgress from_json(std::string_view json);
  /// The progress as it is stored. The claim counts the turns.
  [[nodiscard]] Json to_json() const;

  void begin_turn() { unread.insert(unread.begin(), std::string()); }
  /// Notes that a page of the first stretch was read: `next` is where older postings follow, if
  /// any.
  void advance(std::string next, bool has_new_postings);
  /// Begins the backfill again at the newest end, because the positions are no longer valid.
  void begin_again();
  /// Keeps what the next turn needs.
  void end_turn();

 private:
  [[nodiscard]] bool is_backfill() const { return unread.size() == 1 && !complete; }
};

}  // namespace spearyx::sync
