#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "host/host.h"
#include "model/company.h"
#include "store/leases.h"

namespace spearyx::store {

/// A row of the due list, as glaze reads it.
struct CompanyRow {
  std::string source;
  std::string slug;
  std::string name;
  std::string etag;
  std::string body_hash;
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  std::int64_t page_count = 1;
  std::int64_t failures = 0;
  std::optional<std::string> last_error;
  std::int64_t suspect_since = 0;
};

[[nodiscard]] Company to_company(CompanyRow row);

/// Takes the ATS lease together with the next turn: the source that did not have the last one, if a
/// company of it is due and it is not cooling down, else the other; within it the company that is
/// due longest. Writes source and company into the cursor. Returns a row when taken.
[[nodiscard]] Statement take_turn(const Lease& lease, UnixSeconds now, UnixSeconds until_s);

/// Takes the ATS lease for one company, due or not, unless its source is cooling down.
[[nodiscard]] Statement take_company(const Lease& lease, UnixSeconds now, UnixSeconds until_s,
                                     Source source, std::string_view slug);

/// The due companies of the turn just taken, longest due first, as `CompanyRow`s.
[[nodiscard]] Statement due_companies(const Lease& lease, UnixSeconds now, std::int64_t limit);

/// The one company named in the cursor, as a `CompanyRow`.
[[nodiscard]] Statement claimed_company(const Lease& lease);

/// What a run leaves in the company's row; a company that is paused stays so.
struct CompanyUpdate {
  std::string_view status;
  UnixSeconds next_sync_at = 0;
  UnixSeconds now = 0;
};

/// After a listing was taken over, or found unchanged: `company` carries the new figures.
[[nodiscard]] Statement update_synced(const Company& company, const CompanyUpdate& update);

/// After a failure: only what concerns the failure changes.
[[nodiscard]] Statement update_failed(const Company& company, UnixSeconds next_sync_at);

/// After a failure that no further attempt can mend.
[[nodiscard]] Statement pause(const Company& company);

/// After the board went away. Its validators go too: whoever enters it again wants its listing read,
/// even an unchanged one, because its postings are closed.
[[nodiscard]] Statement mark_gone(const Company& company);

/// A board that went away is a candidate again: discovery may find it elsewhere.
[[nodiscard]] Statement recycle_candidate(std::string_view slug, UnixSeconds next_check_at);

}  // namespace spearyx::store
