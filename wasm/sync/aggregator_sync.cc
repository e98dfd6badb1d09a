#include "sync/aggregator_sync.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "sources/remoteok/remoteok.h"
#include "store/feeds.h"
#include "store/request_slots.h"
#include "store/runs.h"
#include "sync/feed_sync.h"
#include "sync/tick.h"

namespace spearyx::sync {
namespace {

/// The feed whose turn it is, and the slots reserved for its pages.
struct Turn {
  FeedTurn feed;
  store::SlotRow slots;
};

class AggregatorTick {
 public:
  AggregatorTick(Host& host, const Event& event) : tick_(host, event, "aggregator") {}

  std::string run() {
    auto turn = take_turn();
    if (!turn) return tick_.finish(std::unexpected(std::move(turn.error())));
    return tick_.finish(turn->has_value() ? work(**turn) : Result<void>());
  }

 private:
  /// One round trip: lease, turn, the run and its request slots.
  Result<std::optional<Turn>> take_turn() {
    const auto& company = tick_.event().company;
    const auto only = company ? std::optional(company->source) : std::nullopt;
    const store::Lease& lease = tick_.lease();
    const UnixSeconds now = tick_.now();
    auto claimed = tick_.claim(
        {
            store::take_feed_turn(lease, now, tick_.lease_end(), remoteok::kTags.size(), only),
            store::begin_claimed_run(lease, tick_.run_id(1), tick_.event().trigger, now),
            store::reserve_feed_slots(lease, tick_.earliest_slot_ms(),
                                      tick_.settings().himalayas_pages),
        },
        {store::defer_abandoned_feed(lease, now)});
    if (!claimed) return std::unexpected(std::move(claimed.error()));
    if (!claimed->has_value()) return std::nullopt;
    const auto rows = (*claimed)->rows<store::FeedTurnRow>(0);
    if (!rows) return std::unexpected(rows.error());
    const auto slots = store::read_slots(**claimed, 2);
    if (!slots) return std::unexpected(slots.error());
    return Turn{.feed = to_turn(rows->front(), slots->refusals), .slots = *slots};
  }

  /// After a failure only the newest page is read: one further on that ends every run does not keep
  /// the newest postings from coming in.
  [[nodiscard]] FeedTurn to_turn(const store::FeedTurnRow& row, std::int64_t failures) const {
    const Source source = source_named(row.source).value_or(Source::kRemoteOk);
    return {
        .source = source,
        .tag_index = static_cast<std::size_t>(std::max<std::int64_t>(row.tag_index.value_or(0), 0)),
        .progress = FeedProgress::from_json(row.progress),
        .pages = failures == 0 ? slots_of(source) : 1};
  }

  [[nodiscard]] std::int64_t slots_of(Source source) const {
    return source == Source::kHimalayas ? tick_.settings().himalayas_pages : 1;
  }

  Result<void> work(const Turn& turn) {
    RequestGate gate(tick_.host(), turn.feed.source, tick_.lease());
    gate.offer(turn.slots, slots_of(turn.feed.source));
    FeedSync sync({tick_.host(), tick_.settings(), tick_.event().variables, tick_.lease(), gate,
                   turn.slots.refusals},
                  turn.feed);
    RunResult run = sync.run();
    if (run.error && run.error->code == ErrorCode::kLeaseLost) return std::unexpected(*run.error);
    auto committed = tick_.commit_or_give_up(1, name_of(turn.feed.source), sync, run, {});
    if (!committed) return std::unexpected(std::move(committed.error()));
    tick_.report().add_run(tick_.run_id(1), name_of(turn.feed.source), "", run);
    return {};
  }

  Tick tick_;
};

}  // namespace

std::string sync_aggregator(Host& host, const Event& event) {
  return AggregatorTick(host, event).run();
}

}  // namespace spearyx::sync
