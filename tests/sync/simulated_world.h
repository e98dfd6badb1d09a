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

namespace spearyx::testing {

/// Numbers that look random and are the same in every run with the same seed (SplitMix64).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  /// One of 0 … sides - 1.
  std::int64_t roll(std::int64_t sides) {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return static_cast<std::int64_t>((mixed ^ (mixed >> 31U)) % static_cast<std::uint64_t>(sides));
  }
  bool one_in(std::int64_t sides) { return roll(sides) == 0; }
  template <typename List>
  auto& pick(List&& list) {
    return list[static_cast<std::size_t>(roll(std::ssize(list)))];
  }

 private:
  std::uint64_t state_;
};

/// Boards and feeds that change as time goes by, and answer as the real sources do.
class SimulatedWorld {
 public:
  using BoardKey = std::pair<std::string, std::string>;

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
          posting.title.append(dice_.one_in(2) ? " II" : " (remote)");
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

  /// What the database must hold of a board: "title" of every remote posting, sorted.
  std::vector<std::string> remote_titles(const BoardKey& key) const {
    std::vector<std::string> titles;
    for (const FakePosting& posting : boards.at(key)) {
      if (posting.location == "Remote") titles.push_back(posting.title);
    }
    std::ranges::sort(titles);
    return titles;
  }

  static constexpr int kBoards = 12;
  /// The aggregator does not ask for the last one.
  static constexpr std::array kTags{"dev", "support", "design", "sales"};
  /// The real feed has at most twenty a page.
  static constexpr std::size_t kPageSize = 5;
  std::map<BoardKey, std::vector<FakePosting>> boards;
  /// Newest first.
  std::vector<json> remoteok_jobs;
  std::vector<json> himalayas_jobs;

 private:
  [[nodiscard]] Response composed(const Request& request) const {
    if (request.url.find("/jobs/api") != std::string::npos) return himalayas(request);
    if (request.url.find("remoteok.com") != std::string::npos) return remoteok(request);
    const bool is_lever = request.url.find("/v0/postings/") != std::string::npos;
    const std::string prefix = is_lever ? "/v0/postings/" : "/v1/boards/";
    const std::size_t begin = request.url.find(prefix) + prefix.size();
    const auto end = request.url.find_first_of("/?", begin);
    const auto found =
        boards.find({is_lever ? "lever" : "greenhouse", request.url.substr(begin, end - begin)});
    if (found == boards.end()) return status_answer(404);
    // Lever's postings are remote by their workplace, Greenhouse's by their location.
    std::vector<FakePosting> list = found->second;
    if (!is_lever) return json_answer(greenhouse_body(list));
    std::erase_if(list, [](const FakePosting& posting) { return posting.location != "Remote"; });
    if (request.url.ends_with("limit=1") && list.size() > 1) list.resize(1);
    return json_answer(lever_body(list));
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

  Response remoteok(const Request& request) const {
    json body = json::array({remoteok_notice()});
    for (const json& job : remoteok_jobs) {
      if (job["tags"][0] == parameter(request.url, "tag")) body.push_back(job);
    }
    return json_answer(body.dump());
  }

  Response himalayas(const Request& request) const {
    const std::string after = parameter(request.url, "cursor");
    json page = json::array();
    std::string next;
    for (const json& job : himalayas_jobs) {
      const int id = AggregatorFixture::id_of(job);
      if (!after.empty() && id >= std::stoi(after)) continue;
      if (page.size() == kPageSize) {
        next = std::to_string(AggregatorFixture::id_of(page.back()));
        break;
      }
      page.push_back(job);
    }
    json body{
        {"offset", 0}, {"limit", kPageSize}, {"totalCount", himalayas_jobs.size()}, {"jobs", page}};
    if (!next.empty()) body["nextCursor"] = next;
    return json_answer(body.dump());
  }

  Dice& dice_;
  /// By URL, until the next change.
  std::map<std::string, Response> answers_;
  std::int64_t next_id_ = 1'000;
  std::int64_t feed_id_ = 0;
};

}  // namespace spearyx::testing
