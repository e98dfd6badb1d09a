// The postings read from recorded answers of real sources, against counts that were made without
// our readers. The recordings are not ours to hand on: they lie beside the project, and without
// them this test is skipped, visibly.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"
#include "support/project.h"

namespace spearyx {
namespace {

const auto kPayloads = testing::project_root() / "../shared/payloads";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Counts = std::map<std::string, std::int64_t>;

struct RecordedCase {
  const char* file;
  Counts left;
  /// Scope and pay of each posting that is kept.
  std::vector<std::string> kept;
};

/// The folder is the name of the source.
Listing read(const std::string& file, const std::string& body) {
  const Source source = source_named(file.substr(0, file.find('/'))).value();
  Listing listing;
  if (info(source).has_boards()) {
    EXPECT_TRUE(board_reader(source).read_page(body, {}, listing));
  } else {
    EXPECT_TRUE(feed_reader(source).read_page(body, {}, listing));
  }
  return listing;
}

Counts left_of(const Receipt& counts) {
  Counts left;
  for (const auto& entry : counts.filtered.entries()) left[entry.reason] = entry.count;
  for (const auto& entry : counts.rejected.entries()) left[entry.reason] = entry.count;
  if (counts.duplicate > 0) left["duplicate"] = counts.duplicate;
  return left;
}

std::vector<std::string> kept_of(const Listing& listing) {
  std::vector<std::string> kept;
  for (const Posting& posting : listing.postings()) {
    Posting alone = posting;
    alone.description.clear();  // what the text says is another matter
    const Job job = normalize::to_job(alone, "", normalize::Categoriser()).job;
    EXPECT_TRUE(job.post_date) << job.title;
    EXPECT_TRUE(job.source_url.starts_with("https://")) << job.title;
    kept.push_back(job.remote_scope + " " + job.pay_range);
  }
  return kept;
}

class RecordedBoard : public ::testing::TestWithParam<RecordedCase> {};

TEST_P(RecordedBoard, IsReadAsCounted) {
  if (!std::filesystem::exists(kPayloads)) {
    if (std::getenv("DEMAND_SHARED_DATA") != nullptr) FAIL() << "no payloads in " << kPayloads;
    GTEST_SKIP() << "NOT RUN: the recorded payloads are not in " << kPayloads;
  }
  const Listing listing = read(GetParam().file, read_file(kPayloads / GetParam().file));
  EXPECT_EQ(left_of(listing.counts()), GetParam().left);
  EXPECT_EQ(kept_of(listing), GetParam().kept);
}

const char* const kHybrid = "workplace type hybrid";

INSTANTIATE_TEST_SUITE_P(
    Cases, RecordedBoard,
    ::testing::Values(
        RecordedCase{
            "ashby/candidatezero-board.json",
            {{"nothing says remote", 1}, {"not listed", 1}},
            {R"(["US"] $130,000–$180,000 a year)", R"(["US"] $30–$38 an hour)", R"(["US"] )"}},
        RecordedCase{"ashby/careerkit-2jobs.json", {{kHybrid, 1}}, {R"(["CA"] )"}},
        RecordedCase{
            "ashby/linear-2jobs-comp.json", {}, {R"(["EUROPE"] )", R"(["NORTH_AMERICA"] )"}},
        RecordedCase{"ashby/ramp-4jobs-20260720.json",
                     {{kHybrid, 1}, {"workplace type on-site", 2}},
                     {R"(["US"] $151,000–$231,000 a year)"}},
        RecordedCase{"ashby/ramp-4jobs-20260804.json", {{kHybrid, 4}}, {}},
        RecordedCase{
            "ashby/truelogic-3jobs.json", {}, {R"(["LATAM"] )", R"(["LATAM"] )", R"(["LATAM"] )"}},
        RecordedCase{"ashby/wealthsimple-3jobs.json",
                     {{"not listed", 1}},
                     {R"(["CA"] CA$152,000–CA$190,000 a year)", R"(["CA","US"] )"}},
        RecordedCase{"ashby/empty-board-200.json", {}, {}},
        RecordedCase{"recruitee/careerkit-2jobs.json", {{"flag says hybrid", 2}}, {}},
        RecordedCase{"recruitee/channable-2jobs.json", {{"flag says hybrid", 2}}, {}},
        RecordedCase{"workable/widget-1job-full.json", {{"flag says not remote", 1}}, {}},
        RecordedCase{"workable/widget-3jobs-nodetails.json",
                     {},
                     {R"(["EMEA"] )", R"(["US"] )", R"(["US"] )"}},
        RecordedCase{"workable/widget-4jobs-details.json",
                     {{"flag says not remote", 1}},
                     {R"(["BR"] )", R"(["US"] )", R"(["US"] )"}},
        RecordedCase{
            "workable/widget-careerkit-2jobs.json", {{"duplicate", 1}}, {R"(["ES","PT"] )"}},
        RecordedCase{
            "jobicy/count8-20260610.json",
            {},
            {R"(["GB"] )", R"(["CH"] )", R"(["GB"] )", R"(["GR"] )", R"(["IE"] )", R"(["NL"] )",
             R"(["GB"] from £130,000 a year)", R"(["GB"] from £130,000 a year)"}},
        RecordedCase{"jobicy/ikevinxie-4jobs-20260710.json",
                     {},
                     {R"(["DE"] )", R"(["NL"] )", R"(["GB"] )",
                      R"(["CA","EMEA","LATAM","US"] from $151,000 a year)"}},
        RecordedCase{"jobicy/tag-2jobs-20260803.json", {}, {R"(["APAC","EMEA"] )", R"(["GB"] )"}}),
    [](const auto& test) {
      std::string name(test.param.file);
      std::erase_if(name, [](char c) { return c == '/' || c == '-' || c == '.'; });
      return name;
    });

}  // namespace
}  // namespace spearyx
