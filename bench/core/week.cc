#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/boards.h"
#include "support/ids.h"
#include "support/sqlite_host.h"
#include "sync/aggregator_fixture.h"
#include "sync/ats_sync.h"
#include "sync/discovery_sync.h"
#include "sync/good_order.h"
#include "sync/simulated_world.h"

/// A week of the three crons on a real SQLite, with a hundred thousand open postings: the counted
/// costs of each day, which show whether any of them grows. Prints a JSON object a day; fails where
/// the database differs from the boards.
///
///     week [COMPANIES]
namespace spearyx::testing {
namespace {

constexpr UnixMillis kMinuteMs = 60'000;
constexpr UnixMillis kDayMs = 86'400'000;
constexpr int kDays = 7;
/// The postings of a board, a fifth of which are not remote.
constexpr int kPostings = 125;
constexpr int kCandidates = 2'000;
constexpr std::size_t kFeedPostings = 5'000;

/// A board that changes about once a day: a posting comes, one goes, one is edited.
struct Board {
  std::vector<FakePosting> postings;
  int version = 0;
  UnixMillis changes_at_ms = 0;
};

class Week {
 public:
  explicit Week(int companies) {
    for (int i = 0; i < 3'000; ++i) words_.push_back(make_word());
    host_.sql("DELETE FROM potential_companies");
    for (int i = 0; i < companies; ++i) add_company(i);
    for (int i = 0; i < kCandidates; ++i) {
      host_.sql("INSERT INTO potential_companies (slug) VALUES ('nobody" + std::to_string(i) +
                "')");
    }
    for (int i = 0; i < 300; ++i) grow_feeds();
    note_second_outcomes(host_);
    host_.web = [this](const Request& request) { return web(request); };
  }

  /// Runs a day of cron events, and returns its costs.
  json run_day() {
    host_.queries = host_.statements = 0;
    host_.steps = host_.most_steps = 0;
    tally_.clear();
    for (const UnixMillis end_ms = host_.clock_ms + kDayMs; host_.clock_ms < end_ms;
         host_.clock_ms += kMinuteMs) {
      const auto minute = host_.clock_ms / kMinuteMs;
      if (dice_.one_in(30)) grow_feeds();
      if (minute % 2 == 1) tick(sync::sync_ats);
      if (minute % 2 == 0) tick(sync::sync_aggregator);
      if (minute % 6 == 0) tick(sync::sync_discovery);
    }
    json day = tally_;
    day["roundTrips"] = host_.queries;
    day["statements"] = host_.statements;
    day["steps"] = host_.steps;
    day["mostSteps"] = host_.most_steps;
    day["open"] = count("jobs WHERE closed_at IS NULL");
    day["closed"] = count("jobs WHERE closed_at IS NOT NULL");
    day["bytes"] =
        number("(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)");
    return day;
  }

  /// The number of boards whose open postings differ from the database, which is also searched for
  /// anything stuck.
  int boards_that_differ() {
    host_.clock_ms += 20 * kMinuteMs;
    expect_good_order(host_);
    return static_cast<int>(std::ranges::count_if(boards_, [this](const auto& entry) {
      const auto& [key, board] = entry;
      return std::ranges::count_if(board.postings, is_remote) !=
             count("jobs WHERE source_name = '" + key.first + "' AND board = '" + key.second +
                   "' AND closed_at IS NULL");
    }));
  }

 private:
  /// Runs the ticks that meet on clocks side by side: each begins when its cron says.
  template <typename Sync>
  void tick(const Sync& sync) {
    const UnixMillis began_ms = host_.clock_ms;
    const json report =
        json::parse(sync(host_, {.invocation = time_prefix(began_ms) + std::to_string(++ticks_),
                                 .trigger = {},
                                 .company = {},
                                 .variables = {}}));
    tally_["ticks"] += 1;
    tally_["runs"] += std::ssize(report["runs"]);
    host_.logged.clear();
    host_.sent.clear();
    host_.clock_ms = began_ms;
  }

  Result<Response> web(const Request& request) {
    ++tally_["requests"];
    if (request.url.contains("/jobs/api")) {
      return json_answer(himalayas_page(himalayas_, request.url).dump());
    }
    if (request.url.contains("remoteok.com")) {
      return json_answer(remoteok_page(remoteok_, parameter(request.url, "tag")).dump());
    }
    const auto found = boards_.find(board_in(request.url));
    if (found == boards_.end()) return status_answer(404);
    Board& board = found->second;
    change(board);
    if (found->first.first == "lever") return lever_answer(request.url, board.postings);
    const std::string etag = "\"" + std::to_string(board.version) + "\"";
    if (std::ranges::contains(request.headers, etag, &Header::value)) {
      ++tally_["notModified"];
      return Response{
          .status = 304, .content_type = {}, .etag = etag, .retry_after = {}, .body = {}};
    }
    return json_answer(greenhouse_body(board.postings), etag);
  }

  void add_company(int i) {
    const BoardKey key{i % 5 == 0 ? "lever" : "greenhouse", "company" + std::to_string(i)};
    Board board;
    board.changes_at_ms = host_.clock_ms + dice_.roll(kDayMs);
    for (int n = 0; n < kPostings; ++n) board.postings.push_back(make_posting(n % 5 != 0));
    // A tenth has to be discovered.
    const std::string columns =
        i % 10 == 0 ? "potential_companies (slug) VALUES ("
                    : "discovered_companies (source, slug) VALUES ('" + key.first + "', ";
    host_.sql("INSERT INTO " + columns + "'" + key.second + "')");
    boards_[key] = std::move(board);
  }

  void change(Board& board) {
    for (; board.changes_at_ms <= host_.clock_ms;
         board.changes_at_ms += kDayMs / 2 + dice_.roll(kDayMs)) {
      ++board.version;
      dice_.pick(board.postings) = make_posting(true);
      dice_.pick(board.postings).title.append(" (updated)");
    }
  }

  void grow_feeds() {
    const int id = ++feed_id_;
    json remoteok = remoteok_job(id, {dice_.pick(kTags)});
    remoteok["description"] = make_text();
    remoteok_.insert(remoteok_.begin(), std::move(remoteok));
    if (remoteok_.size() > kFeedPostings / 10) remoteok_.pop_back();
    json himalayas = himalayas_job(id);
    himalayas["description"] = make_text();
    himalayas["expiryDate"] = host_.clock_ms / 1'000 + dice_.roll(30) * kDay;
    himalayas_.insert(himalayas_.begin(), std::move(himalayas));
    if (himalayas_.size() > kFeedPostings) himalayas_.pop_back();
  }

  FakePosting make_posting(bool has_remote_place) {
    return {.id = ++posting_id_,
            .title = dice_.pick(kRoles) + (", " + dice_.pick(words_)),
            .location = has_remote_place ? dice_.pick(kPlaces) : "Boston, MA",
            .content = make_text()};
  }

  /// A text of 400 words, as long as a real description.
  std::string make_text() {
    std::string text = "<p>";
    for (int i = 1; i <= 400; ++i)
      text.append(dice_.pick(words_)).append(i % 40 == 0 ? ".</p><p>" : " ");
    return text + "</p>";
  }

  std::string make_word() {
    std::string word;
    for (auto syllables = 2 + dice_.roll(3); syllables > 0; --syllables) {
      word.push_back(dice_.pick(std::string_view("bcdfghklmnprst")));
      word.push_back(dice_.pick(std::string_view("aeiou")));
    }
    return word;
  }

  std::int64_t number(const std::string& what) { return std::stoll(host_.sql("SELECT " + what)); }
  std::int64_t count(const std::string& what) { return number("count(*) FROM " + what); }

  static constexpr std::array kTags{"dev", "support", "design", "marketing", "finance"};
  static constexpr std::array kPlaces{"Remote", "Remote - US", "Remote, Canada",
                                      "Remote - Germany"};
  static inline const std::vector<std::string> kRoles{
      "Software Engineer", "Product Designer", "Account Executive",
      "Data Analyst",      "Recruiter",        "Nurse",
      "Marketing Manager", "DevOps Engineer",  "Accountant"};

  Dice dice_{1};
  SqliteHost host_;
  std::map<BoardKey, Board> boards_;
  std::vector<json> remoteok_;
  std::vector<json> himalayas_;
  std::vector<std::string> words_;
  std::map<std::string, std::int64_t> tally_;
  std::int64_t posting_id_ = 1'000;
  int feed_id_ = 0;
  int ticks_ = 0;
};

}  // namespace
}  // namespace spearyx::testing

int main(int count, char** arguments) {
  const int companies = count > 1 ? std::stoi(arguments[1]) : 1'000;
  spearyx::testing::Week week(companies);
  for (int day = 1; day <= spearyx::testing::kDays; ++day) {
    std::puts(week.run_day().dump().c_str());
    std::fflush(stdout);
  }
  const int differ = week.boards_that_differ();
  std::fprintf(stderr, "%d boards differ\n", differ);
  return differ > 0 || testing::Test::HasFailure() ? 1 : 0;
}
