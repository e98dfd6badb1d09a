#include "sync/aggregator_sync.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "store/feeds.h"
#include "store/runs.h"
#include "store/source_state.h"
#include "sync/feed_sync.h"
#include "sync/request_gate.h"
#include "sync/settings.h"
#include "sync/tick.h"

namespace spearyx::sync {
namespace {

/// The feed whose turn it is, and the window for its requests.
struct ClaimedTurn {
  store::ClaimedFeed feed;
  store::Window window;
};

/// Takes the next turn of a feed, or that of the feed that the event names.
class FeedClaim {
 public:
  using Turn = ClaimedTurn;

  FeedClaim(const Tick& tick, store::Batch& batch) {
    std::vector<Source> feeds;
    std::vector<store::Requests> requests;
    for (const SourceInfo& row : kSources) {
      const auto& only = tick.event().company;
      if (row.has_boards() || (only && only->source != row.source)) continue;
      feeds.push_back(row.source);
      requests.push_back(
          {row.source, read_feed_settings(row.source, tick.event().variables).pages});
    }
    const store::Lease& lease = tick.lease();
    batch.add(store::take_feed_turn(lease, tick.term(), feeds));
    batch.add(store::begin_only_run(lease, tick.now(), tick.event().trigger));
    feed_ = batch.ask(store::claimed_feed(lease.worker));
    window_ = batch.ask(store::reserve_claimed_window(lease, tick.earliest_window_ms(), requests));
  }

  [[nodiscard]] Result<Remains> remains(const store::Answers& answers) const {
    return answers.rows(feed_).transform([](std::vector<store::ClaimedFeed> feeds) {
      return Remains{.companies = {}, .feeds = std::move(feeds), .candidates = {}};
    });
  }

  [[nodiscard]] Result<std::optional<Turn>> turn(const store::Answers& answers) const {
    auto feed = answers.first(feed_);
    if (!feed) return std::unexpected(std::move(feed.error()));
    const auto window = answers.first(window_);
    if (!window) return std::unexpected(window.error());
    if (!feed->has_value() || !window->has_value()) return std::nullopt;
    return Turn{.feed = **std::move(feed), .window = **window};
  }

 private:
  store::Place<store::ClaimedFeed> feed_{};
  store::Place<store::Window> window_{};
};

class AggregatorTick {
 public:
  AggregatorTick(Host& host, const Event& event) : tick_(host, event, "aggregator") {}

  std::string run() {
    auto turn = tick_.claim<FeedClaim>();
    if (!turn) return tick_.finish(std::unexpected(std::move(turn.error())));
    return tick_.finish(turn->has_value() ? work(**turn) : Result<void>());
  }

 private:
  Result<void> work(const ClaimedTurn& turn) {
    const Source source = turn.feed.source;
    const FeedSettings settings = read_feed_settings(source, tick_.event().variables);
    RequestGate gate(tick_.host(), source, tick_.lease());
    gate.grant(turn.window, settings.pages);
    // After a failure only the newest page is read: one further on that ends every run does not keep
    // the newest postings from coming in.
    FeedSync sync({.host = tick_.host(),
                   .variables = tick_.event().variables,
                   .gate = gate,
                   .rests = turn.window.rests},
                  {.source = source,
                   .progress = FeedProgress::from_json(turn.feed.progress),
                   .pages = turn.window.rests == 0 ? settings.pages : 1,
                   .max_age_s = settings.max_age_s});
    return tick_.conclude(turn.feed.run_id, sync, sync.run(), Tick::Then::kEnd);
  }

  Tick tick_;
};

}  // namespace

std::string sync_aggregator(Host& host, const Event& event) {
  return AggregatorTick(host, event).run();
}

}  // namespace spearyx::sync
