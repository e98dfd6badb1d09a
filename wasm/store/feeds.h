#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "host/host.h"
#include "model/source.h"
#include "store/leases.h"

namespace spearyx::store {

/// What `take_feed_turn` returns, as glaze reads it.
struct FeedTurnRow {
  std::string source;
  /// The tag of a turn of RemoteOK.
  std::optional<std::int64_t> tag_index;
  /// What `save_feed_progress` put into the cursor for this source.
  std::optional<std::string> progress;
};

/// Takes the aggregator's lease together with the next turn: the feed that did not have the last
/// one, unless it is cooling down, else the other; RemoteOK begins. A turn of RemoteOK moves on to
/// the next of its `tag_count` tags. Both stand in the cursor as `$.source` and `$.tagIndex`. With
/// `only`, that feed or none. Returns a row when taken.
[[nodiscard]] Statement take_feed_turn(const Lease& lease, UnixSeconds now, UnixSeconds until_s,
                                       std::size_t tag_count, std::optional<Source> only);

/// Reserves the request slots of the turn just taken: one for RemoteOK, `himalayas_pages` for
/// Himalayas. One `SlotRow`.
[[nodiscard]] Statement reserve_feed_slots(const Lease& lease, UnixMillis earliest_ms,
                                           std::int64_t himalayas_pages);

/// Puts where the walk through a paged feed stands (a JSON object) into the cursor, under the name
/// of the source.
[[nodiscard]] Statement save_feed_progress(const Lease& lease, Source source, std::string json);

/// A row that is due to be closed.
struct OverdueRow {
  std::int64_t id = 0;
};

/// Open RemoteOK postings not seen since `cutoff_s` and not among the given external ids (a JSON
/// array); a few at a time, as `OverdueRow`s.
[[nodiscard]] Statement unseen_postings(UnixSeconds cutoff_s, std::string external_ids_json);

/// Open postings whose source's own end has come, a few at a time, as `OverdueRow`s.
[[nodiscard]] Statement expired_postings(Source source, UnixSeconds now);

/// Marks the open RemoteOK postings with these external ids as seen, at most once a day each.
[[nodiscard]] Statement mark_seen(std::string external_ids_json, UnixSeconds now);

}  // namespace spearyx::store
