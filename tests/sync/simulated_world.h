#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "aggregator_fixture.h"
#include "support/boards.h"
#include "support/dice.h"

namespace spearyx::testing {

/// Boards and feeds that change as time goes by, and answer as the real sources do.
class SimulatedWorld {
 public:
  explicit SimulatedWorld(Dice& dice) : dice_(dice) {
    for (int i = 0; i < kBoards; ++i) {
      boards[{i % 2 == 0 ? "greenhouse" : "lever", "board" + std::to_string(i)}] = make_postings(4);
    }
    for (int i = 0; i < 20; ++i) grow_feeds();
  }

  /// A posting comes, goes, changes or moves to an office; both feeds grow.
  void change() {
    answers_.clear();
    for (auto& [key, list] : boards) {
      if (!dice_.one_in(3)) continue;
      FakePosting& posting = dice_.pick(list);
      switch (dice_.roll(4)) {
        case 0:
          if (list.size() < 8) list.push_back(make_postings(1).front());
          break;
        case 1:
          if (list.size() > 2) std::swap(posting, list.back()), list.pop_back();
          break;
        case 2:
          posting.title.append(dice_.one_in(2) ? " II" : " (nights)");
          break;
        default:
          posting.location = posting.location == "Remote" ? "Boston, MA" : "Remote";
      }
    }
    for (auto n = dice_.roll(3); n > 0; --n) grow_feeds();
  }

  const Response& answer(const Request& request) {
    const auto [at, is_new] = answers_.try_emplace(request.url);
    if (is_new) at->second = composed(request);
    return at->second;
  }

  /// The postings that the database must hold of a board: "title" of every remote posting, sorted.
  std::vector<std::string> remote_titles(const BoardKey& key) const {
    std::vector<std::string> titles;
    for (const FakePosting& posting : boards.at(key)) {
      if (is_remote(posting)) titles.push_back(posting.title);
    }
    std::ranges::sort(titles);
    return titles;
  }

  static constexpr int kBoards = 12;
  /// The aggregator does not ask for the last one.
  static constexpr std::array kTags{"dev", "support", "design", "sales"};
  /// The real feed has at most twenty a page.
  static constexpr std::ptrdiff_t kPageSize = 5;
  std::map<BoardKey, std::vector<FakePosting>> boards;
  /// Newest first.
  std::vector<json> remoteok_jobs;
  std::vector<json> himalayas_jobs;

 private:
  [[nodiscard]] Response composed(const Request& request) const {
    if (request.url.contains("/jobs/api")) {
      return json_answer(himalayas_page(himalayas_jobs, request.url, kPageSize).dump());
    }
    if (request.url.contains("remoteok.com")) {
      return json_answer(remoteok_page(remoteok_jobs, parameter(request.url, "tag")).dump());
    }
    const auto found = boards.find(board_in(request.url));
    if (found == boards.end()) return status_answer(404);
    const auto& [key, list] = *found;
    if (key.first == "lever") return lever_answer(request.url, list);
    return json_answer(greenhouse_body(list, key.second));
  }

  std::vector<FakePosting> make_postings(std::int64_t count) {
    auto list = postings(count, next_id_);
    next_id_ += count;
    return list;
  }

  void grow_feeds() {
    const int id = static_cast<int>(++feed_id_);
    const char* tag = dice_.pick(kTags);
    remoteok_jobs.insert(remoteok_jobs.begin(), remoteok_job(id, {tag}));
    himalayas_jobs.insert(himalayas_jobs.begin(), himalayas_job(id));
  }

  Dice& dice_;
  /// By URL, until the next change.
  std::map<std::string, Response> answers_;
  std::int64_t next_id_ = 1'000;
  std::int64_t feed_id_ = 0;
};

}  // namespace spearyx::testing
