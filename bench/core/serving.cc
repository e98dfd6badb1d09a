#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/api.h"
#include "store/batch.h"
#include "store/jobs.h"
#include "store/roles.h"
#include "support/dice.h"
#include "support/hash.h"
#include "support/sqlite_host.h"

/// Fills a database file with made-up open postings of realistic length, as syncs write them, and
/// times the database for lists, searches and pages of the API. Prints a JSON object a call.
///
///     serving FILE POSTINGS
namespace spearyx::testing {
namespace {

constexpr int kPostingsOfABoard = 65;
constexpr int kRounds = 7;

/// A vocabulary with words as frequent as in a language: the one of rank r stands for 1 / (r + 2.7)
/// of a text.
class Vocabulary {
 public:
  explicit Vocabulary(Dice& dice) : dice_(dice) {
    for (const char* word : kCommon) words_.emplace_back(word);
    while (words_.size() < 40'000) words_.push_back(make_word());
    double sum = 0;
    for (std::size_t rank = 0; rank < words_.size(); ++rank) {
      sum += 1 / (static_cast<double>(rank) + 2.7);
      sums_.push_back(sum);
    }
  }

  const std::string& pick() {
    const auto found = std::ranges::lower_bound(sums_, dice_.fraction() * sums_.back());
    return words_[std::min(words_.size() - 1, static_cast<std::size_t>(found - sums_.begin()))];
  }

 private:
  std::string make_word() {
    std::string word;
    for (auto syllables = 2 + dice_.roll(3); syllables > 0; --syllables) {
      word.push_back(dice_.pick(std::string_view("bcdfghklmnprst")));
      word.push_back(dice_.pick(std::string_view("aeiou")));
    }
    return word;
  }

  static constexpr std::array kCommon{
      "and",         "the",         "to",        "of",          "a",          "in",
      "with",        "for",         "our",       "you",         "we",         "is",
      "on",          "are",         "as",        "your",        "team",       "work",
      "experience",  "will",        "or",        "that",        "be",         "from",
      "at",          "an",          "by",        "this",        "have",       "all",
      "about",       "people",      "company",   "business",    "product",    "data",
      "customers",   "role",        "skills",    "development", "new",        "technology",
      "working",     "across",      "remote",    "build",       "global",     "software",
      "engineering", "support",     "help",      "years",       "strong",     "teams",
      "management",  "solutions",   "design",    "environment", "systems",    "time",
      "benefits",    "opportunity", "world",     "growth",      "services",   "manager",
      "engineer",    "sales",       "platform",  "marketing",   "python",     "project",
      "security",    "cloud",       "health",    "process",     "kubernetes", "react",
      "machine",     "learning",    "financial", "customer",    "success",    "senior"};

  Dice& dice_;
  std::vector<std::string> words_;
  std::vector<double> sums_;
};

struct Role {
  const char* title;
  int category;
};
constexpr auto kRoles = std::to_array<Role>({
    {"Software Engineer", 1},
    {"Account Executive", 8},
    {"Product Manager", 9},
    {"Customer Success Manager", 7},
    {"Data Scientist", 5},
    {"DevOps Engineer", 6},
    {"Product Designer", 3},
    {"Marketing Manager", 4},
    {"Frontend Developer", 1},
    {"Project Manager", 2},
    {"Recruiter", 15},
    {"Accountant", 14},
    {"Technical Writer", 16},
    {"Nurse", 10},
    {"Teacher", 12},
    {"Legal Counsel", 13},
    {"Executive Assistant", 11},
    {"Machine Learning Engineer", 5},
    {"Chief of Staff", 17},
    {"Python Developer", 1},
});
constexpr std::array kLevels{"", "", "Senior ", "Staff ", "Junior ", "Lead "};
constexpr std::array kScopes{"",
                             "",
                             R"(["US"])",
                             R"(["US"])",
                             R"(["DE","EU"])",
                             R"(["CA","US"])",
                             R"(["WORLD"])",
                             R"(["GB"])",
                             R"(["EUROPE"])",
                             R"(["IN"])"};

/// Boards of postings, written one by one.
class Seeds {
 public:
  Seeds(SqliteHost& host, UnixSeconds now) : host_(host), now_(now), words_(dice_) {}

  void write_board(int number) {
    const auto source = static_cast<Source>(number % std::ssize(kSources));
    const std::string slug = info(source).has_boards() ? "board" + std::to_string(number) : "";
    const store::Board board{source, slug};
    const std::string company = words_.pick() + " " + words_.pick() + " " + std::to_string(number);
    store::Upserts upserts(board, now_);
    store::RoleKeys keys;
    for (int i = 0; i < kPostingsOfABoard; ++i) {
      const Job job = make_job(number, i, company);
      upserts.add(job);
      keys.push_back(job.role_key);
    }
    store::Batch batch;
    batch.add(upserts.take());
    batch.add(store::place_roles(board, std::move(keys)));
    const auto written = batch.send(host_);
    if (!written) std::fprintf(stderr, "%s\n", describe(written.error()).c_str());
  }

 private:
  Job make_job(int board, int i, const std::string& company) {
    const Role& role = dice_.pick(kRoles);
    Job job;
    job.external_id = std::to_string(board) + "-" + std::to_string(i);
    job.title = dice_.pick(kLevels) + std::string(role.title) + ", " + words_.pick();
    job.company = company;
    job.source_url = "https://boards.example/" + std::to_string(board) + "/jobs/" + job.external_id;
    job.location = "Remote";
    job.remote_scope = dice_.pick(kScopes);
    job.category_id = role.category;
    if (dice_.one_in(3)) {
      job.salary_usd_year = 40'000 + 1'000 * dice_.roll(160);
      job.salary_max = static_cast<double>(*job.salary_usd_year);
      job.salary_currency = "USD";
      job.salary_period = "year";
      job.pay_range = "$" + std::to_string(*job.salary_usd_year) + " a year";
    }
    job.post_date = now_ - static_cast<UnixSeconds>(-std::log(1 - dice_.fraction()) * 40 * kDay);
    job.description_raw = make_text(640);
    job.description = make_summary(80);
    job.content_hash = hash_hex(job.external_id);
    job.role_key = static_cast<std::int64_t>(dice_.roll(std::int64_t{1} << 47));
    job.role_text = "0640" + job.content_hash + job.content_hash + job.content_hash + "0000000";
    return job;
  }

  std::string make_text(int count) {
    std::string text = "<p>";
    for (int i = 1; i <= count; ++i) {
      text.append(words_.pick()).append(i % 40 == 0 ? ".</p>\n<p>" : " ");
    }
    return text + "</p>";
  }

  std::string make_summary(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text.append(words_.pick()).append(" ");
    return text;
  }

  Dice dice_{1};
  SqliteHost& host_;
  UnixSeconds now_;
  Vocabulary words_;
};

/// A host that passes everything on and adds up the time of the database.
class TimedHost final : public Host {
 public:
  explicit TimedHost(SqliteHost& host) : host_(host) {}
  Result<Response> fetch(const Request& request) override { return host_.fetch(request); }
  Result<std::string> query(std::span<const Statement> batch) override {
    const auto begin = std::chrono::steady_clock::now();
    auto answer = host_.query(batch);
    ms +=
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    return answer;
  }
  UnixMillis now_ms() override { return host_.now_ms(); }
  void sleep_ms(std::int64_t duration_ms) override { host_.sleep_ms(duration_ms); }
  std::int64_t rows_written() override { return host_.rows_written(); }
  void log(LogLevel /*level*/, std::string_view json) override {
    std::fprintf(stderr, "%s\n", std::string(json).c_str());
  }
  std::uint64_t random() override { return host_.random(); }

  double ms = 0;

 private:
  SqliteHost& host_;
};

struct Call {
  const char* name;
  const char* path;
  const char* query;
};

constexpr auto kCalls = std::to_array<Call>({
    {"list", "/api/v3/jobs", ""},
    {"list with facets", "/api/v3/jobs", "facets=true"},
    {"category", "/api/v3/jobs", "category=3"},
    {"source, category, scope", "/api/v3/jobs", "source=lever&category=1&remote=US"},
    {"several scopes", "/api/v3/jobs", "remote=US,WORLD,EUROPE"},
    {"company", "/api/v3/jobs", "company=board65"},
    {"salary", "/api/v3/jobs", "salaryMin=120000"},
    {"a week", "/api/v3/jobs", "postedWithin=7"},
    {"all filters", "/api/v3/jobs",
     "postedWithin=30&salaryMin=80000&category=1&source=lever&remote=US"},
    {"all filters with facets", "/api/v3/jobs",
     "postedWithin=30&salaryMin=80000&category=1&facets=true"},
    {"oldest", "/api/v3/jobs", "sortBy=oldest"},
    {"by title", "/api/v3/jobs", "sortBy=title-asc"},
    {"by pay", "/api/v3/jobs", "sortBy=salary"},
    {"by pay in a category", "/api/v3/jobs", "sortBy=salary&category=3"},
    {"recently added", "/api/v3/jobs", "sortBy=recently-added"},
    {"search kubernetes", "/api/v3/jobs", "search=kubernetes"},
    {"search engineer", "/api/v3/jobs", "search=engineer"},
    {"search team", "/api/v3/jobs", "search=team"},
    {"search the", "/api/v3/jobs", "search=the"},
    {"search pro", "/api/v3/jobs", "search=pro"},
    {"search chief of staff", "/api/v3/jobs", "search=chief+of+staff"},
    {"search python engineer", "/api/v3/jobs", "search=python+engineer"},
    {"search 8 common words", "/api/v3/jobs",
     "search=team+work+experience+people+company+business+product+data"},
    {"search 16 common words", "/api/v3/jobs",
     "search=team+work+experience+people+company+business+product+data+customers+role+skills+"
     "development+new+"
     "technology+working+remote"},
    {"search 16 stop words", "/api/v3/jobs",
     "search=the+and+of+to+in+with+our+you+we+for+on+is+are+as+be+at"},
    {"search a phrase", "/api/v3/jobs", "search=%22machine+learning%22"},
    {"search a phrase that is nowhere", "/api/v3/jobs", "search=%22the+team+of+our+with%22"},
    {"search with an exclusion", "/api/v3/jobs", "search=engineer+-the"},
    {"search misspelt", "/api/v3/jobs", "search=enginere"},
    {"search three misspelt", "/api/v3/jobs", "search=enginere+kubernets+machien"},
    {"search a word that is nowhere", "/api/v3/jobs", "search=zookeeper"},
    {"search in a category", "/api/v3/jobs", "search=engineer&category=10"},
    {"search with facets", "/api/v3/jobs", "search=engineer&facets=true"},
    {"posting", "/api/v3/jobs/777", ""},
    {"job-content", "/api/v3/job-content", "url=https://boards.example/3/jobs/3-7&company=x"},
    {"statistics", "/api/v3/stats", ""},
    {"categories", "/api/v3/categories", ""},
    {"changes", "/api/v3/jobs/changes", "since=1000"},
    {"feed", "/feed.xml", "limit=100"},
    {"sitemap", "/sitemap.xml", ""},
});

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values[values.size() / 2];
}

/// Measures how long the database takes for a call, as the median of several rounds.
void measure(SqliteHost& host, const Call& call) {
  std::vector<double> times;
  api::HttpResponse response;
  for (int round = 0; round < kRounds; ++round) {
    TimedHost timed(host);
    api::HttpRequest request;
    request.method = "GET";
    request.origin = "https://jobs.example";
    request.path = call.path;
    request.query = call.query;
    response = api::handle(timed, request);
    times.push_back(timed.ms);
  }
  const auto document = nlohmann::json::parse(response.body, nullptr, false);
  const bool is_list =
      document.is_object() && document.contains("data") && document["data"].contains("total");
  const nlohmann::json line{{"call", call.name},
                            {"status", response.status},
                            {"ms", median(times)},
                            {"total", is_list ? document["data"]["total"] : nlohmann::json()},
                            {"listed", is_list ? document["data"]["jobs"].size() : 0}};
  std::puts(line.dump().c_str());
  std::fflush(stdout);
}

int run(const char* file, int postings) {
  SqliteHost host(file);
  const int boards = postings / kPostingsOfABoard;
  const int first = std::stoi(host.sql("SELECT count(*) FROM jobs")) / kPostingsOfABoard;
  Seeds seeds(host, to_seconds(host.clock_ms));
  for (int board = first; board < boards; ++board) {
    seeds.write_board(board);
    if (board % 500 == 0) std::fprintf(stderr, "%d boards of %d\n", board, boards);
  }
  const std::string bytes = host.sql(
      "SELECT page_count * page_size / (SELECT count(*) FROM jobs)"
      " FROM pragma_page_count, pragma_page_size");
  std::puts(
      nlohmann::json{{"postings", host.sql("SELECT count(*) FROM jobs")}, {"bytesEach", bytes}}
          .dump()
          .c_str());
  for (const Call& call : kCalls) measure(host, call);
  return 0;
}

}  // namespace
}  // namespace spearyx::testing

int main(int count, char** arguments) {
  if (count != 3) return 2;
  return spearyx::testing::run(arguments[1], std::stoi(arguments[2]));
}
