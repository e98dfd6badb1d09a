#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "host/host.h"
#include "model/company.h"
#include "model/receipt.h"
#include "schedule/rotation.h"
#include "sources/listing.h"
#include "store/jobs.h"
#include "store/roles.h"
#include "sync/polite_fetch.h"
#include "sync/request_gate.h"
#include "sync/run_log.h"
#include "sync/run_result.h"
#include "sync/settings.h"

namespace spearyx::sync {

/// The sync of one company, from request to what is to be recorded. Writes nothing itself.
class BoardSync {
 public:
  struct Context {
    Host& host;
    const Settings& settings;
    const Variables& variables;
    RequestGate& gate;
    /// The number of the source's rests in a row.
    std::int64_t rests;
    /// The mean root of the rates at which the source's boards open postings.
    double mean_root_rate;
  };

  BoardSync(const Context& context, Company company);

  [[nodiscard]] RunResult run();

  /// The outcome for a run whose statements the database would not take.
  [[nodiscard]] RunResult give_up(const Error& error);

 private:
  /// The answer of a board: its listing, or nothing where that is the last one again, and the
  /// validators of either.
  struct Reading {
    std::optional<Listing> listing;
    /// Whether the body came, and not only "not modified".
    bool is_whole = true;
    std::string etag;
    std::string body_hash;
    std::int64_t pages = 1;
  };

  [[nodiscard]] Result<void> sync();
  [[nodiscard]] Result<Reading> read(const std::string& known_etag);
  /// The ETag to ask with: none where the last listing was derived in another way, or where only
  /// "not modified" came for long.
  [[nodiscard]] std::string etag_to_send() const;
  void keep_validators(const Reading& reading);
  [[nodiscard]] Result<void> apply_listing(const Reading& reading);
  /// Removes from the postings that are gone those that are still listed. A posting that leaves a
  /// board while its pages are read shifts those behind it, of which one falls between two pages:
  /// the pages are read again.
  [[nodiscard]] Result<void> look_again(const Reading& reading,
                                        std::vector<store::KnownPosting>& gone);
  [[nodiscard]] Result<std::vector<store::KnownPosting>> known_postings();
  void close(const std::vector<store::KnownPosting>& postings);
  /// Places the roles of everything that was written and closed; belongs at the end.
  void place_roles();
  [[nodiscard]] Result<void> record_failure(const Error& error);
  [[nodiscard]] Result<void> record_gone();
  [[nodiscard]] RunResult result(std::optional<Error> error);
  [[nodiscard]] schedule::Rotation rotation() const;
  [[nodiscard]] UnixSeconds now() const { return to_seconds(context_.host.now_ms()); }
  [[nodiscard]] double jitter() const;

  Context context_;
  Company before_;
  Company company_;
  RunLog log_;
  Receipt receipt_;
  PoliteFetch fetch_;
  std::vector<Statement> statements_;
  store::RoleKeys roles_;
  UnixMillis started_ms_;
  bool stops_tick_ = false;
};

}  // namespace spearyx::sync
