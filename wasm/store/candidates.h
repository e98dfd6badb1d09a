#pragma once

#include <cstdint>
#include <glaze/json.hpp>
#include <span>
#include <string>
#include <string_view>

#include "model/company.h"
#include "model/source.h"
#include "store/batch.h"
#include "store/leases.h"
#include "store/row_types.h"

/// Candidates (`potential_companies`) and the boards that are found for them.
namespace spearyx::store {

enum class CandidateStatus : std::uint8_t { kPending, kDiscovered, kNotFound, kRejected };

/// A candidate, as a check reads and writes it.
struct Candidate {
  /// The entered text: a slug, a company's name, the URL of a board, or anything else.
  std::string slug;
  /// The source that has the candidate's board, "" where nobody knows.
  std::string source;
  CandidateStatus status = CandidateStatus::kPending;
  /// Checks that were answered, checks in a row that were not, and checks in a row that were cut off.
  std::int64_t check_count = 0;
  std::int64_t failures = 0;
  std::int64_t cut_offs = 0;
  UnixSeconds next_check_at = 0;
  UnixSeconds last_checked_at = 0;
  /// The error of the last check, "" where it was answered.
  std::string last_error;
};

/// Takes the discovery lease if it was given back, a candidate is due and a source that could be
/// asked does not rest. Writes the candidates of the turn into the cursor as `$.candidates`,
/// longest due first and at most `limit`; one whose last check was cut off goes alone.
[[nodiscard]] Statement take_discovery_turn(const Lease& lease, const Term& term,
                                            std::int64_t limit);

/// The candidates in the cursor of the worker's lease, whether the lease is held or lapsed.
[[nodiscard]] Query<Candidate> claimed_candidates(std::string_view worker);

/// Saves candidates as checks leave them.
[[nodiscard]] Statement save_candidates(std::span<const Candidate> candidates);

/// Makes candidates of the companies with these names (a JSON array of texts): each once, under the
/// first spelling met. Those that are candidates already, or have a board, are skipped; nothing is
/// written for them. For names found in postings.
[[nodiscard]] Statement add_candidates(std::string names_json, UnixSeconds now);

/// A board that a posting links to.
struct LinkedBoard {
  Source source{};
  std::string slug;
};

/// Makes candidates of boards that postings link to, due at once and to be asked at their sources
/// alone. Nothing is written for a board that the database has, nor for one that is a candidate
/// there. A candidate of that name without a source, or found at another one, is looked for there
/// next.
[[nodiscard]] Statement add_linked_candidates(std::span<const LinkedBoard> boards, UnixSeconds now);

/// A board that the database has.
struct KnownBoard {
  /// The source's name, which may be unknown, because companies are also entered by hand.
  std::string source;
  std::string slug;
  CompanyStatus status = CompanyStatus::kActive;
};

/// The known boards, of all sources, whose slug is another spelling of one of these (a JSON array
/// of texts).
[[nodiscard]] Query<KnownBoard> boards_like(std::string slugs_json);

/// A board that answered.
struct FoundBoard {
  Source source{};
  std::string slug;
  std::string name;
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
};

/// Enters a board: "active" and due at once, or "empty" and due at `next_sync_at` if it has no
/// postings. A known board stays as it is, unless it had gone away or gets its first postings: then
/// it starts as a new one, and its last listing is forgotten.
[[nodiscard]] Statement enter_board(const FoundBoard& board, UnixSeconds next_sync_at);

}  // namespace spearyx::store

template <>
struct glz::meta<spearyx::store::CandidateStatus> {
  using enum spearyx::store::CandidateStatus;
  // NOLINTNEXTLINE(readability-identifier-naming): the name is glaze's.
  static constexpr auto value = glz::enumerate("pending", kPending, "discovered", kDiscovered,
                                               "not_found", kNotFound, "rejected", kRejected);
};
