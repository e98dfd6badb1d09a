#pragma once

#include <cstdint>
#include <string>

#include "model/source.h"
#include "support/time.h"

namespace spearyx {

/// A company with a board, as `discovered_companies` knows it when a sync begins.
struct Company {
  Source source = Source::kGreenhouse;
  std::string slug;
  /// Empty until somebody or a payload names it.
  std::string name;
  /// Validators of the last listing that was taken over, "" where there are none.
  std::string etag;
  std::string body_hash;
  /// Postings in the last believed listing, all and remote.
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  /// Requests the last listing took; that many slots are reserved ahead.
  std::int64_t page_count = 1;
  /// Failed runs in a row, and why the last one failed.
  std::int64_t failures = 0;
  std::string last_error;
  /// When a listing first looked too small to be true; 0 = it does not.
  UnixSeconds suspect_since = 0;
};

}  // namespace spearyx
