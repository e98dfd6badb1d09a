#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/company.h"
#include "store/batch.h"
#include "store/leases.h"
#include "store/row_types.h"
#include "store/runs.h"

/// Companies with a board, and their turn in the rotation of the ATS worker.
namespace spearyx::store {

/// Takes the ATS lease, if it was given back, together with the next source: in alphabetical order
/// the next one after the last that has a company due and does not rest. A source that was asked
/// for comes first.
[[nodiscard]] Statement take_board_turn(const Lease& lease, const Term& term);

/// Takes the ATS lease for one company, due or not, unless its source rests.
[[nodiscard]] Statement take_company_turn(const Lease& lease, const Term& term, Source source,
                                          std::string_view slug);

/// Begins a run for each due company of the turn just taken, longest due first and at most `limit`. One
/// whose last run was cut off goes alone.
[[nodiscard]] Statement begin_board_runs(const Lease& lease, UnixSeconds now, Trigger trigger,
                                         std::int64_t limit);

/// Begins the run of the one company that the lease was taken for.
[[nodiscard]] Statement begin_company_run(const Lease& lease, UnixSeconds now, Trigger trigger);

/// The companies whose runs are running under the worker's lease, whether the lease is held or
/// lapsed.
[[nodiscard]] Query<Company> claimed_companies(std::string_view worker);

/// Saves companies as runs leave them, with every field that a sync writes. Status and due time
/// stay as they are where somebody changed them after the claim.
[[nodiscard]] Statement save_companies(std::span<const Company> companies);

/// Gives the next turn to a source with boards, where it has something due then. A company of it
/// that was asked for is due below zero and so comes first.
[[nodiscard]] Statement ask_next(std::string_view source);

/// Makes a board that went away a candidate again: discovery may find it elsewhere.
[[nodiscard]] Statement recycle_candidate(std::string_view slug, UnixSeconds next_check_at);

}  // namespace spearyx::store
