#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/host.h"
#include "model/receipt.h"
#include "sources/feed.h"
#include "store/feeds.h"
#include "store/jobs.h"
#include "store/roles.h"
#include "sync/feed_progress.h"
#include "sync/polite_fetch.h"
#include "sync/request_gate.h"
#include "sync/run_log.h"
#include "sync/run_result.h"
#include "sync/settings.h"

namespace spearyx::sync {

/// The feed, the pages and the limits of one turn.
struct FeedTurn {
  Source source{};
  /// The progress of the feed before the turn.
  FeedProgress progress;
  /// The number of pages that may be read.
  std::int64_t pages = 1;
  /// The seconds that a posting may stay unseen before it is closed.
  UnixSeconds max_age_s = 0;
};

/// The sync of one turn of a feed, from its requests to what is to be recorded. Writes nothing
/// itself. A failure on a later page keeps what the earlier ones brought.
class FeedSync {
 public:
  struct Context {
    Host& host;
    const Variables& variables;
    RequestGate& gate;
    /// The number of the source's rests in a row.
    std::int64_t rests;
  };

  FeedSync(const Context& context, FeedTurn turn);

  [[nodiscard]] RunResult run();

  /// The result for a run whose statements the database refused.
  [[nodiscard]] RunResult give_up(const Error& error);

 private:
  /// Reads the unread stretches, newest first, as far as the turn's pages go.
  [[nodiscard]] Result<void> walk();
  /// Reads the page at the position into the listing.
  [[nodiscard]] Result<FeedPage> read(const std::string& position);
  /// Looks up which of the postings from `first` on are known, and answers whether one is new; on
  /// the first page also what is overdue.
  [[nodiscard]] Result<bool> look_up(std::size_t first);
  [[nodiscard]] store::Query<store::OverdueRow> overdue_postings(
      std::string external_ids_json) const;
  void apply_listing();
  /// Closes the overdue postings, and returns the keys of their roles.
  [[nodiscard]] store::RoleKeys close_overdue();
  /// Removes from the overdue postings those that the listing gives a later end.
  void forget_extended();
  void record_failure(const Error& error);
  void log_notice(const std::string& notice);
  /// The place of the turn's tag among the feed's tags.
  [[nodiscard]] std::size_t tag_index() const;
  [[nodiscard]] std::string_view tag() const;
  [[nodiscard]] std::string_view display_name() const { return info(turn_.source).display_name; }
  [[nodiscard]] RunResult result(std::optional<Error> error);
  [[nodiscard]] UnixSeconds now() const { return to_seconds(context_.host.now_ms()); }

  Context context_;
  FeedTurn turn_;
  const FeedReader& feed_;
  FeedProgress progress_;
  RunLog log_;
  Receipt receipt_;
  PoliteFetch fetch_;
  Listing listing_;
  /// The postings of the listing that the database has; in the order of the pages until they are
  /// sorted by id.
  std::vector<store::KnownPosting> known_;
  std::vector<store::OverdueRow> overdue_;
  std::vector<std::string> visited_;
  std::vector<Statement> statements_;
  UnixMillis started_ms_;
};

}  // namespace spearyx::sync
