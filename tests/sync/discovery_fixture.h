#pragma once

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "normalize/company/identity.h"
#include "support/boards.h"
#include "support/ids.h"
#include "support/sqlite_host.h"
#include "sync/ats_sync.h"
#include "sync/discovery_sync.h"

namespace spearyx::testing {

/// A database without candidates, a web of boards, and ticks of the discovery worker upon them.
class DiscoveryFixture : public ::testing::Test {
 public:
  void TestBody() override {}
  void SetUp() override {
    host.sql("DELETE FROM potential_companies");
    host.web = [this](const Request& request) { return answer(request); };
  }

  void add_candidate(const std::string& slug) {
    host.sql("INSERT INTO potential_companies (slug) VALUES ('" + quoted(slug) + "')");
  }

  void add_candidate(const std::string& slug, const std::string& source) {
    host.sql("INSERT INTO potential_companies (slug, source) VALUES ('" + quoted(slug) + "', '" +
             source + "')");
  }

  /// Puts a board into the web. `id` is that of its first posting.
  void add_board(const std::string& source, const std::string& slug, std::int64_t jobs,
                 std::int64_t id = 0) {
    boards[{source, source == "greenhouse" ? lower(slug) : slug}] =
        postings(jobs, id != 0 ? id : static_cast<std::int64_t>(boards.size() + 1) * 1'000);
  }

  /// As the sources answer: Greenhouse's tokens have no case, Lever's have. Who names its company names
  /// it after the slug, where `names` has nothing else.
  Result<Response> answer(const Request& request) {
    const auto [source, slug] = board_in(request.url);
    if (const auto trouble = troubles.find(slug); trouble != troubles.end()) return trouble->second;
    if (const auto trouble = troubles.find(source); trouble != troubles.end()) {
      return trouble->second;
    }
    const auto board = boards.find({source, source == "greenhouse" ? lower(slug) : slug});
    if (board == boards.end()) return status_answer(404);
    const auto named = names.find(board->first);
    const std::string name = named != names.end() ? named->second : normalize::display_name(slug);
    if (source == "greenhouse") return json_answer(greenhouse_body(board->second, name));
    if (source == "ashby") return json_answer(ashby_body(board->second));
    if (source == "recruitee") return json_answer(recruitee_body(board->second, name));
    if (source == "workable") return json_answer(workable_body(board->second, name));
    return lever_answer(request.url, board->second);
  }

  nlohmann::json tick() {
    event.invocation = time_prefix(host.clock_ms) + std::to_string(++tick_count);
    return nlohmann::json::parse(sync::sync_discovery(host, event));
  }
  nlohmann::json ats_tick() {
    sync::Event other;
    other.invocation = time_prefix(host.clock_ms) + std::to_string(++tick_count);
    return nlohmann::json::parse(sync::sync_ats(host, other));
  }

  /// Ticks every six minutes until nothing is due, at most `limit` times; how many worked.
  int tick_until_idle(int limit = 100) {
    for (int ticks = 0; ticks < limit; ++ticks) {
      if (tick()["outcome"] == "idle") return ticks;
      host.clock_ms += 360'000;
    }
    return limit;
  }

  /// Slugs asked for, in order: "greenhouse/acme".
  std::vector<std::string> asked() const {
    std::vector<std::string> list;
    for (const auto& sent : host.sent) {
      const auto [source, slug] = board_in(sent.request.url);
      list.push_back(source + "/" + slug);
    }
    return list;
  }

  nlohmann::json last_stats() { return nlohmann::json::parse(last("stats")); }
  std::string last(const std::string& column) {
    return host.sql("SELECT " + column + " FROM sync_history ORDER BY id DESC");
  }
  int count(const std::string& what) {
    const std::string text = host.sql("SELECT count(*) FROM " + what);
    return text.empty() ? -1 : std::stoi(text);
  }
  std::string candidate(const std::string& slug, const std::string& columns) {
    const auto found = host.rows("SELECT " + columns + " FROM potential_companies WHERE slug = '" +
                                 quoted(slug) + "'");
    return found.empty() ? "none" : found.front();
  }
  std::vector<std::string> boards_stored() {
    return host.rows("SELECT source || '/' || slug FROM discovered_companies ORDER BY 1");
  }
  std::int64_t now() const { return host.clock_ms / 1'000; }

  static std::string quoted(std::string text) {
    for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 2) {
      text.insert(at, "'");
    }
    return text;
  }
  static std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(c));
    return text;
  }

  SqliteHost host;
  sync::Event event;
  int tick_count = 0;
  std::map<BoardKey, std::vector<FakePosting>> boards;
  std::map<BoardKey, std::string> names;
  /// Answers by slug or source that come in place of the board.
  std::map<std::string, Response> troubles;
};

}  // namespace spearyx::testing
