#pragma once

#include <gtest/gtest.h>

#include <string>

#include "schedule/rotation.h"
#include "schedule/timing.h"

/// Companies and rotations for the tests of schedule/rotation.h.
namespace spearyx::schedule {

inline constexpr UnixSeconds kNow = 1786197600;  // 2026-08-08T14:00:00Z
/// A jitter that spreads nothing.
inline constexpr double kMiddle = 0.5;

/// A board with postings that was last looked at four hours ago and did well since.
inline Company watched_company() {
  Company company;
  company.slug = "acme";
  company.name = "Acme";
  company.job_count = 30;
  company.remote_job_count = 12;
  company.etag = "\"v1\"";
  company.body_hash = "hash";
  company.validated_at = kNow - 4 * kHour;
  company.openings = 2;
  company.watched_s = 3.0 * kDay;
  company.interval_s = 4 * kHour;
  company.next_sync_at = kNow;
  company.last_synced_at = kNow - 4 * kHour;
  return company;
}

inline Company failing_company() {
  Company company = watched_company();
  company.failures = 2;
  company.cut_offs = 1;
  company.last_error = describe({.code = ErrorCode::kTimeout, .detail = "10 s"});
  return company;
}

/// A board that opens so many postings a day, as far as rates go.
inline Company company_with_rate(double rate) {
  Company company = watched_company();
  company.watched_s = 1'000'000.0 * kDay;
  company.openings = rate * 1'000'000;
  return company;
}

inline Rotation rotation(double jitter = kMiddle) {
  return {
      .now = kNow, .interval_s = 4 * kHour, .mean_root_rate = usual_root_rate(), .jitter = jitter};
}

inline std::string error_of(ErrorCode code) { return describe({.code = code, .detail = "detail"}); }

template <typename Case>
std::string case_name(const ::testing::TestParamInfo<Case>& info) {
  return info.param.name;
}

}  // namespace spearyx::schedule
