// The fields derived from recorded answers of the real sources. The answers are not ours to hand
// on: they lie beside the project, and without them these tests are skipped, visibly.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "inspect/inspection.h"
#include "normalize/category/category.h"
#include "normalize/posting.h"
#include "normalize/text/html_text.h"
#include "normalize/text/words.h"
#include "sanitize/sanitize.h"
#include "support/project.h"

namespace spearyx::normalize {
namespace {

const auto kPayloads = testing::project_root() / "../shared/payloads";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every remote posting of the recordings, once per title and description.
std::vector<Posting> recorded_postings() {
  std::vector<Posting> postings;
  std::set<std::pair<std::string, std::string>> seen;
  if (!std::filesystem::exists(kPayloads)) return postings;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kPayloads)) {
    if (entry.path().extension() != ".json") continue;
    const std::string text = read_file(entry.path());
    const auto inspection = inspect::Inspection::of(text, {});
    if (!inspection) continue;
    for (std::size_t i = 0; i < inspection->findings().size(); ++i) {
      const Posting* posting = inspection->posting(i);
      if (posting == nullptr || !seen.emplace(posting->title, posting->description).second)
        continue;
      postings.push_back(*posting);
    }
  }
  return postings;
}

class RecordedPayloads : public ::testing::Test {
 public:
  void SetUp() override {
    if (!postings().empty()) return;
    if (std::getenv("DEMAND_SHARED_DATA") != nullptr) FAIL() << "no payloads in " << kPayloads;
    GTEST_SKIP() << "NOT RUN: the recorded payloads are not in " << kPayloads;
  }

  static const std::vector<Posting>& postings() {
    static const std::vector<Posting> all = recorded_postings();
    return all;
  }

  static const std::vector<Job>& jobs() {
    static const std::vector<Job> all = [] {
      const Categoriser categoriser;
      std::vector<Job> made;
      for (const Posting& posting : postings()) {
        made.push_back(to_job(posting, "", categoriser).job);
      }
      return made;
    }();
    return all;
  }
};

/// Says the share aloud: a figure to watch, whether or not it is still good enough.
double share(const char* what, std::size_t count, std::size_t all) {
  const double percent = 100.0 * static_cast<double>(count) / static_cast<double>(all);
  std::printf("%s: %zu of %zu recorded postings, %.1f %%\n", what, count, all, percent);
  return percent;
}

TEST_F(RecordedPayloads, FewTitlesFallThrough) {
  const Categoriser categoriser;
  std::size_t by_title = 0;
  std::size_t by_all = 0;
  for (const Posting& posting : postings()) {
    const std::vector<std::string_view> tags(posting.tags.begin(), posting.tags.end());
    by_title += categoriser.categorise(posting.title, {}, {}).term.empty() ? 1 : 0;
    const bool is_matched =
        !categoriser.categorise(posting.title, tags, description_html(posting)).term.empty();
    by_all += is_matched ? 0 : 1;
    if (!is_matched) std::printf("  no category: %s\n", posting.title.c_str());
  }
  EXPECT_LE(share("No category by title alone", by_title, postings().size()), 5);
  EXPECT_LE(share("No category at all", by_all, postings().size()), 1);
}

TEST_F(RecordedPayloads, SayWhatTheyPayAndWhere) {
  std::size_t with_scope = 0;
  std::size_t with_pay = 0;
  for (const Job& job : jobs()) {
    with_scope += job.remote_scope.empty() ? 0 : 1;
    with_pay += job.pay_range.empty() ? 0 : 1;
    if (job.salary_min && job.salary_max) EXPECT_LE(*job.salary_min, *job.salary_max) << job.title;
    EXPECT_EQ(job.pay_range.empty(), !job.salary_min && !job.salary_max) << job.title;
  }
  EXPECT_GE(share("Remote scope", with_scope, jobs().size()), 50);
  EXPECT_GE(share("Pay", with_pay, jobs().size()), 20);
}

TEST_F(RecordedPayloads, AreCleansedForGood) {
  for (const Job& job : jobs()) {
    const std::string clean = sanitize::sanitize_html(job.description_raw);
    EXPECT_EQ(sanitize::sanitize_html(clean), clean) << job.title;
    EXPECT_EQ(clean.empty(), job.description.empty()) << job.title;
  }
}

/// The words of a description, without the numbers that may have been typed before the items of a list.
std::vector<std::string> words_of(std::string_view html) {
  const std::string text = html_text(html);
  std::vector<std::string> words;
  for (const Word& word : Words(text)) {
    if (word.raw.find_first_not_of("0123456789") == word.raw.npos && word.raw.size() < 3) continue;
    words.emplace_back(word.raw);
  }
  return words;
}

TEST_F(RecordedPayloads, LoseNoWordToCleansing) {
  std::size_t words = 0;
  for (const Job& job : jobs()) {
    const auto raw = words_of(job.description_raw);
    EXPECT_EQ(words_of(sanitize::sanitize_html(job.description_raw)), raw) << job.title;
    words += raw.size();
  }
  std::printf("%zu words of %zu recorded postings\n", words, jobs().size());
}

}  // namespace
}  // namespace spearyx::normalize
