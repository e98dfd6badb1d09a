#pragma once

#include <cstdint>
#include <string>

#include "model/source.h"
#include "support/time.h"

namespace spearyx {

enum class CompanyStatus : std::uint8_t {
  kActive,
  /// Its board has no postings; asked less often.
  kEmpty,
  /// Its board went away; a candidate again.
  kGone,
  /// Left alone until somebody changes that by hand.
  kPaused,
};

/// A company with a board: what a sync reads and writes of its row in `discovered_companies`. The
/// rules by which it changes are those of schedule/rotation.h.
struct Company {
  Source source{};
  std::string slug;
  /// Empty until somebody or a payload names it.
  std::string name;
  CompanyStatus status = CompanyStatus::kActive;

  /// Postings in the last believed listing, all and remote.
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  /// Requests the last listing took.
  std::int64_t page_count = 1;
  /// Validators of the last listing that was taken over, "" where there are none.
  std::string etag;
  std::string body_hash;
  /// When a whole listing last came, known or new; 0 = never.
  UnixSeconds validated_at = 0;

  /// Postings that opened while we watched, and for how long we watched, in seconds; what lies back
  /// weighs less in both.
  double openings = 0;
  double watched_s = 0;
  /// The distance of two looks as last decided, before it was spread.
  UnixSeconds interval_s = 0;
  UnixSeconds next_sync_at = 0;
  /// 0 = never.
  UnixSeconds last_synced_at = 0;

  /// Failed runs in a row, and why the last one failed, "" where it did not.
  std::int64_t failures = 0;
  std::string last_error;
  /// Runs in a row that were cut off.
  std::int64_t cut_offs = 0;
  /// When a listing first looked too small to be true; 0 = it does not.
  UnixSeconds suspect_since = 0;

  /// The run that has claimed the company, and what the row said then: what somebody changes by hand
  /// in the meantime stays.
  std::string run_id;
  CompanyStatus status_before = CompanyStatus::kActive;
  UnixSeconds due_before = 0;
};

}  // namespace spearyx
