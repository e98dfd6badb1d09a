#pragma once

#include <cstdint>
#include <string>

#include "model/source.h"
#include "support/time.h"

namespace spearyx {

enum class CompanyStatus : std::uint8_t {
  kActive,
  /// The board has no postings; it is asked less often.
  kEmpty,
  /// The board went away; the company is a candidate again.
  kGone,
  /// The company is left alone until somebody changes that by hand.
  kPaused,
};

/// A company with a board: the fields of its row in `discovered_companies` that a sync reads and
/// writes. schedule/rotation.h has the rules by which they change.
struct Company {
  Source source{};
  std::string slug;
  /// The name; "" until somebody or a payload tells it.
  std::string name;
  CompanyStatus status = CompanyStatus::kActive;

  /// Postings in the last believed listing, all and remote.
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  /// Requests that the last listing took.
  std::int64_t page_count = 1;
  /// Validators of the last listing that was written, "" where there are none.
  std::string etag;
  std::string body_hash;
  /// The time of the last whole listing, whether known or new; 0 = never.
  UnixSeconds validated_at = 0;

  /// Postings that opened while the board was watched, and the seconds of that watch; older ones
  /// weigh less in both.
  double openings = 0;
  double watched_s = 0;
  /// The seconds between two looks as last decided, before the jitter.
  UnixSeconds interval_s = 0;
  UnixSeconds next_sync_at = 0;
  /// 0 = never.
  UnixSeconds last_synced_at = 0;

  /// Failed runs in a row, and why the last one failed, "" where it did not.
  std::int64_t failures = 0;
  std::string last_error;
  /// Runs in a row that were cut off.
  std::int64_t cut_offs = 0;
  /// The time at which a listing first looked too small to be true; 0 = it does not.
  UnixSeconds suspect_since = 0;

  /// The run that has claimed the company, and the row's values at the claim: what somebody changes
  /// by hand in the meantime stays.
  std::string run_id;
  CompanyStatus status_before = CompanyStatus::kActive;
  UnixSeconds due_before = 0;
};

}  // namespace spearyx
