#include "normalize/scope/time_zones.h"

#include <gtest/gtest.h>

#include <format>
#include <string>
#include <vector>

namespace spearyx::normalize {
namespace {

std::string shown(const std::optional<UtcOffsets>& offsets) {
  return offsets ? std::format("{} {}", offsets->min, offsets->max) : "";
}

TEST(SpanOf, IsFromTheLeastToTheGreatest) {
  EXPECT_EQ(shown(span_of(std::vector<std::int64_t>{330, -210, 0})), "-210 330");
  EXPECT_EQ(shown(span_of(std::vector<std::int64_t>{120})), "120 120");
  EXPECT_EQ(shown(span_of({})), "");
}

struct TextCase {
  std::string_view text;
  std::string_view offsets;  // in minutes, "" for none
};

TEST(UtcOffsetsIn, ReadsRangesOfTimeZones) {
  constexpr TextCase kCases[] = {
      {"within 3 hours of CET", "-120 240"},
      {"within ± 3 hours of CET", "-120 240"},
      {"You live within 2h of UTC.", "-120 120"},
      {"CET ± 2", "-60 180"},
      {"Remote - Europe, CET ±2hrs · Fully Remote", "-60 180"},
      {"EST (+/- 3 hours)", "-480 -120"},
      {"+/- 4 hours from GMT", "-240 240"},
      {"UTC-5 to UTC+2", "-300 120"},
      {"Time zones: UTC-03:00 to UTC+05:30", "-180 330"},
      {"between GMT+1 and GMT+3", "60 180"},
      {"GMT-8 - GMT-5", "-480 -300"},
      {"We hire in time zones between EST and CET.", "-300 60"},
      {"At least 4 hours overlap with EST", ""},
      {"Working hours: 9 am to 5 pm EST", ""},
      {"Time zone: CET", ""},
      {"UTC+2", ""},
      {"We ship in 3 hours", ""},
      {"THE BEST PETS", ""},
      {"", ""},
  };
  const std::string line(1'000, 'a');
  EXPECT_EQ(shown(utc_offsets_in(line + " UTC-5 to UTC+2 " + line)), "-300 120");
  EXPECT_EQ(shown(utc_offsets_in(line + " CET " + line + " UTC-5 to UTC+2")), "-300 120");
  for (const TextCase& c : kCases) EXPECT_EQ(shown(utc_offsets_in(c.text)), c.offsets) << c.text;
}

}  // namespace
}  // namespace spearyx::normalize
