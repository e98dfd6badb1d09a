#include "store/jobs.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "store/batch.h"
#include "support/sqlite_host.h"

namespace spearyx::testing {

struct StoredJob {
  std::string title;
  std::string description_raw;
  std::optional<std::string> location;
  std::optional<std::string> pay_range;
  std::optional<double> salary_min;
  std::optional<double> salary_max;
  std::optional<std::int64_t> salary_usd_year;
  std::int64_t category_id = 0;
  std::string content_hash;
};

namespace {

const store::Board kBoard{Source::kGreenhouse, "bridge"};

std::vector<Statement> upserts(const std::vector<Job>& jobs, UnixSeconds now) {
  store::Upserts upserts(kBoard, now);
  for (const Job& job : jobs) upserts.add(job);
  return upserts.take();
}

std::vector<StoredJob> stored_after(const std::vector<Job>& jobs) {
  SqliteHost host;
  store::Batch batch;
  batch.add(upserts(jobs, 1'780'000'000));
  const auto place = batch.ask(store::Query<StoredJob>{
      "stored jobs",
      "SELECT title, description_raw, location, pay_range, salary_min, salary_max, "
      "salary_usd_year, category_id, content_hash FROM jobs ORDER BY id",
      {}});
  const auto answers = batch.send(host);
  EXPECT_TRUE(answers);
  const auto rows = answers->rows(place);
  EXPECT_TRUE(rows);
  return rows.value_or(std::vector<StoredJob>());
}

TEST(StoredJobs, KeepEveryCharacterOfATextAsItIs) {
  std::string text = "quotes \" and ' and \\ and \\u0041, \u00E9\U0001F600\u2028, ";
  for (char c = 1; c < 0x20; ++c) text.push_back(c);
  text += "\x7F </script>";
  Job job;
  job.external_id = "1";
  job.title = text;
  job.description_raw = text;
  const auto stored = stored_after({job});
  ASSERT_EQ(stored.size(), 1U);
  EXPECT_EQ(stored[0].title, text);
  EXPECT_EQ(stored[0].description_raw, text);
}

TEST(StoredJobs, LeaveWhatIsNotStatedNull) {
  Job job;
  job.external_id = "1";
  job.content_hash = "00ff";
  job.salary_max = 22.5;
  job.salary_usd_year = 46'800;
  job.category_id = 7;
  const auto stored = stored_after({job});
  ASSERT_EQ(stored.size(), 1U);
  EXPECT_EQ(stored[0].location, std::nullopt);
  EXPECT_EQ(stored[0].pay_range, std::nullopt);
  EXPECT_EQ(stored[0].salary_min, std::nullopt);
  EXPECT_EQ(stored[0].salary_max, 22.5);
  EXPECT_EQ(stored[0].salary_usd_year, 46'800);
  EXPECT_EQ(stored[0].category_id, 7);
  EXPECT_EQ(stored[0].content_hash, "00ff");
}

TEST(StoredJobs, AreWrittenInStatementsThatD1Accepts) {
  std::vector<Job> jobs(5);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    jobs[i].external_id = std::to_string(i);
    jobs[i].description_raw = std::string(400'000, 'x');
  }
  EXPECT_EQ(upserts(jobs, 0).size(), 3U);
  EXPECT_EQ(stored_after(jobs).size(), jobs.size());
}

}  // namespace
}  // namespace spearyx::testing
