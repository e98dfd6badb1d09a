#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/source.h"
#include "store/batch.h"
#include "store/leases.h"
#include "store/row_types.h"

/// Feeds, and their turn in the rotation of the aggregator worker.
namespace spearyx::store {

/// Takes the aggregator's lease, if it was given back, together with the next turn: the next feed
/// after the last one, in the order given, that does not rest. The cursor counts the turns of each
/// feed, as `$.<source>.turn`.
[[nodiscard]] Statement take_feed_turn(const Lease& lease, const Term& term,
                                       std::span<const Source> feeds);

/// A feed whose run is running.
struct ClaimedFeed {
  Source source{};
  std::string run_id;
  /// The feed's part of the cursor, a JSON object.
  std::string progress;
  /// The number of its rests in a row.
  std::int64_t rests = 0;
};

/// The feed whose run is running under the worker's lease, whether the lease is held or lapsed.
[[nodiscard]] Query<ClaimedFeed> claimed_feed(std::string_view worker);

/// A posting that is due to be closed.
struct OverdueRow {
  std::int64_t id = 0;
  std::optional<std::int64_t> role_key;
};

/// A few of the feed's open postings that were not seen since `cutoff_s` and are not among the
/// given external ids (a JSON array).
[[nodiscard]] Query<OverdueRow> unseen_postings(Source source, UnixSeconds cutoff_s,
                                                std::string external_ids_json);

/// A few of the feed's open postings whose own end (`expires_at`) has come.
[[nodiscard]] Query<OverdueRow> expired_postings(Source source, UnixSeconds now);

/// A name that a company is known by.
struct KnownName {
  /// The place among those that were asked for.
  std::int64_t place = 0;
  std::string name;
};

/// The names of companies by the beginnings of their postings' addresses, as other open postings of
/// the feed state them. Each element of the JSON array is an address and a guess, which no
/// company is called by.
[[nodiscard]] Query<KnownName> known_names(std::string addresses_json);

/// Marks the open postings of a feed with these external ids as seen, at most once a day each.
[[nodiscard]] Statement mark_seen(Source source, std::string external_ids_json, UnixSeconds now);

}  // namespace spearyx::store
