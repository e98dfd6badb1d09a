#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "host/host.h"
#include "model/posting.h"
#include "model/source.h"
#include "store/batch.h"

namespace spearyx::store {

/// The owner of postings: a source and, for boards, the company's slug ("" for feeds).
struct Board {
  Source source;
  std::string_view slug;
};

/// The database's knowledge of a posting: enough to tell new, changed and unchanged apart.
struct KnownPosting {
  std::int64_t id = 0;
  std::string external_id;
  std::string content_hash;
  std::int64_t is_closed = 0;
  std::optional<std::int64_t> role_key;
};

/// Every posting of the board, open and closed, in the order of their external ids.
[[nodiscard]] Query<KnownPosting> known_postings(const Board& board);

/// The postings of the board with the given external ids (a JSON array of texts).
[[nodiscard]] Query<KnownPosting> known_among(const Board& board, std::string external_ids_json);

/// Inserts or updates jobs; one statement per megabyte of text, because a bound text may have two
/// at most. A row is written only where its content hash differs or it was closed: one that is
/// back has its text again. A job whose own end (`expires_at`) has come is stored as closed. A post date more than two days ahead is unknown, a nearer one is today; while a job is open,
/// its post date does not move on. Roles are not placed: see `place_roles`.
class Upserts {
 public:
  Upserts(const Board& board, UnixSeconds now) : board_(board), now_(now) {}

  void add(const Job& job);
  /// The statements for all jobs added so far.
  [[nodiscard]] std::vector<Statement> take();

 private:
  void end_statement();

  Board board_;
  UnixSeconds now_;
  std::string rows_;  // of the next statement, a JSON array without its end
  std::vector<Statement> statements_;
};

/// Closes the given rows.
[[nodiscard]] Statement close_jobs(std::span<const std::int64_t> ids, UnixSeconds now);

/// Deletes a few of the jobs that were closed before `cutoff_s`.
[[nodiscard]] Statement prune_closed_jobs(UnixSeconds cutoff_s);

/// Empties the descriptions of a few of the jobs that were closed before `cutoff_s`; their summaries stay.
[[nodiscard]] Statement forget_closed_texts(UnixSeconds cutoff_s);

}  // namespace spearyx::store
