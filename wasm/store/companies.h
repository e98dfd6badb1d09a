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

/// Takes the ATS lease, if it was given back, together with the next source: the one after the last
/// in the order of the alphabet of which a company is due and which does not rest; before that one that was
/// asked for.
[[nodiscard]] Statement take_board_turn(const Lease& lease, const Term& term);

/// Takes the ATS lease for one company, due or not, unless its source rests.
[[nodiscard]] Statement take_company(const Lease& lease, const Term& term, Source source,
                                     std::string_view slug);

/// Begins a run for each due company of the turn just taken, longest due first and at most `limit`. One
/// whose last run was cut off goes alone.
[[nodiscard]] Statement begin_board_runs(const Lease& lease, UnixSeconds now, Trigger trigger,
                                         std::int64_t limit);

/// Begins the run of the one company that the lease was taken for.
[[nodiscard]] Statement begin_company_run(const Lease& lease, UnixSeconds now, Trigger trigger);

/// The companies whose runs are running under the worker's lease, whoever has it or had it last.
[[nodiscard]] Query<Company> claimed_companies(std::string_view worker);

/// Saves companies as runs leave them: every field that a sync has to do with. Status and due time
/// stay where they are not those of the claim any more.
[[nodiscard]] Statement save_companies(std::span<const Company> companies);

/// Gives the next turn to a source with boards, where it has something due then. What it is asked for
/// comes first in it if it is due below zero.
[[nodiscard]] Statement ask_next(std::string_view source);

/// Makes a board that went away a candidate again: discovery may find it elsewhere.
[[nodiscard]] Statement recycle_candidate(std::string_view slug, UnixSeconds next_check_at);

}  // namespace spearyx::store
