#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "host/host.h"
#include "model/source.h"
#include "store/leases.h"

/// Candidates (`potential_companies`) and the boards that are found for them.
namespace spearyx::store {

/// A candidate whose turn it is, as glaze reads it.
struct CandidateRow {
  /// What somebody entered: a slug, a company's name, the URL of a board, or anything else.
  std::string slug;
  std::string status;
  /// Checks that were answered, and checks in a row that were not.
  std::int64_t check_count = 0;
  std::int64_t failures = 0;
};

/// Takes the discovery lease if a candidate is due and a source that could be asked is not cooling
/// down. Returns a row when taken.
[[nodiscard]] Statement take_discovery_turn(const Lease& lease, UnixSeconds now,
                                            UnixSeconds until_s);

/// Puts back the candidate in whose check an earlier tick was cut off: the first time to the end of
/// what is due, then with a growing wait, so that one that kills every tick does not block the
/// rest.
[[nodiscard]] Statement defer_cut_off_candidate(const Lease& lease, UnixSeconds now);

/// The candidates that are due, longest due first, as `CandidateRow`s; none without the lease.
[[nodiscard]] Statement due_candidates(const Lease& lease, UnixSeconds now, std::int64_t limit);

/// Writes into the cursor which candidate is being checked now, if any. Belongs into a batch that
/// renews or releases the lease.
[[nodiscard]] Statement enter_candidate(const Lease& lease, std::optional<std::string_view> slug);

/// What a check leaves in the candidate's row.
struct CandidateUpdate {
  std::string_view status;
  std::int64_t check_count = 0;
  std::int64_t failures = 0;
  UnixSeconds next_check_at = 0;
  std::optional<Error> error;
};

[[nodiscard]] Statement update_candidate(std::string_view slug, const CandidateUpdate& update,
                                         UnixSeconds now);

/// Makes candidates of the companies with these names (a JSON array of texts): each once, under the
/// first spelling met. Those that are candidates already, or have a board, are skipped; nothing is
/// written for them. For names found in postings.
[[nodiscard]] Statement add_candidates(std::string names_json, UnixSeconds now);

/// A board in the database, as glaze reads it.
struct BoardRow {
  std::string source;
  std::string slug;
  std::string status;
};

/// The boards of all sources whose slug is another spelling of one of these (a JSON array of
/// texts), as `BoardRow`s.
[[nodiscard]] Statement boards_like(std::string slugs_json);

/// A board that answered.
struct FoundBoard {
  Source source = Source::kGreenhouse;
  std::string slug;
  std::string name;
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
};

/// Enters a board: "active" and due at once, or "empty" and due at `next_sync_at` if it has no
/// postings. One that is known stays as it is, unless it had gone away or gets its first postings:
/// then it is as good as new, and nothing of its last listing is believed.
[[nodiscard]] Statement enter_board(const FoundBoard& board, UnixSeconds next_sync_at);

}  // namespace spearyx::store
