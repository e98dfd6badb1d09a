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

/// A turn of a feed.
struct FeedTurn {
  Source source{};
  /// How the feed stood before it.
  FeedProgress progress;
  /// Pages that may be read.
  std::int64_t pages = 1;
  /// How long a posting may stay unseen before it is closed.
  UnixSeconds max_age_s = 0;
};

/// One turn of a feed from its requests to what is to be recorded. Writes nothing itself. A failure on a later page keeps what the earlier ones brought.
class FeedSync {
 public:
  struct Context {
    Host& host;
    const Variables& variables;
    RequestGate& gate;
    /// How often in a row the source was put to rest.
    std::int64_t rests;
  };

  FeedSync(const Context& context, FeedTurn turn);

  [[nodiscard]] RunResult run();

  /// The outcome for a run whose statements the database would not take.
  [[nodiscard]] RunResult give_up(const Error& error);

 private:
  /// Reads the unread stretches, newest first, as far as the turn's pages go.
  [[nodiscard]] Result<void> walk();
  /// Reads the page at the position into the listing.
  [[nodiscard]] Result<FeedPage> read(const std::string& position);
  /// Learns which of the postings from `first` on are known, and answers whether one is new; on the
  /// first page also what is overdue.
  [[nodiscard]] Result<bool> look_up(std::size_t first);
  [[nodiscard]] store::Query<store::OverdueRow> overdue_postings(
      std::string external_ids_json) const;
  void take_over();
  /// Closes what is overdue, and returns the keys of its roles.
  [[nodiscard]] store::RoleKeys close_overdue();
  /// Of what is overdue, takes away what the listing gives a later end.
  void forget_extended();
  void record_failure(const Error& error);
  void log_notice(const std::string& notice);
  /// Which of the feed's tags the turn is for.
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
  /// The postings of the listing that are stored; page by page, until they are sorted by id.
  std::vector<store::KnownPosting> known_;
  std::vector<store::OverdueRow> overdue_;
  std::vector<std::string> visited_;
  std::vector<Statement> statements_;
  UnixMillis started_ms_;
};

}  // namespace spearyx::sync
