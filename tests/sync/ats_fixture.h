#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "support/boards.h"
#include "support/ids.h"
#include "support/sqlite_host.h"
#include "sync/ats_sync.h"

namespace spearyx::testing {

/// A database, a web and ticks of the ATS worker upon them.
class AtsFixture : public ::testing::Test {
 public:
  void SetUp() override {
    host.web = [this](const Request& request) -> Result<Response> {
      if (request.url.find("/v0/postings/") != std::string::npos) return lever(request);
      return greenhouse(request);
    };
  }

  void add_company(const std::string& source, const std::string& slug, const std::string& name) {
    host.sql("INSERT INTO discovered_companies (source, slug, name) VALUES ('" + source + "','" +
             slug + "','" + name + "')");
  }

  /// One tick; its report.
  nlohmann::json tick() {
    event.invocation = time_prefix(host.clock_ms) + std::to_string(++tick_count);
    host.begin_event();
    return nlohmann::json::parse(sync::sync_ats(host, event));
  }

  /// A tick that another invocation begins while this one is at work; its report.
  nlohmann::json tick_meanwhile() {
    const std::string outer = event.invocation;
    auto report = tick();
    event.invocation = outer;
    return report;
  }

  /// A company whose board was taken over once, and is due again.
  void add_known_company() {
    add_company("greenhouse", "bridge", "");
    tick();
    make_due();
  }

  /// Makes every company due and gives the clock a push.
  void make_due() {
    host.clock_ms += 60'000;
    host.sql("UPDATE discovered_companies SET next_sync_at = 0");
    host.sql("UPDATE source_state SET cooldown_until = 0");
  }

  [[nodiscard]] std::string tomorrow() const {
    return std::to_string(to_seconds(host.clock_ms) + kDay);
  }

  nlohmann::json last_stats() {
    return nlohmann::json::parse(host.sql("SELECT stats FROM sync_history ORDER BY id DESC"));
  }
  std::string last(const std::string& column) {
    return host.sql("SELECT " + column + " FROM sync_history ORDER BY id DESC");
  }
  int count(const std::string& what) {
    const std::string text = host.sql("SELECT count(*) FROM " + what);
    return text.empty() ? -1 : std::stoi(text);
  }

  SqliteHost host;
  sync::Event event;
  int tick_count = 0;
  std::function<Result<Response>(const Request&)> greenhouse = [](const Request&) {
    return json_answer(greenhouse_body(postings(3)));
  };
  std::function<Result<Response>(const Request&)> lever = [](const Request&) {
    return json_answer(lever_body(postings(2)));
  };
};

}  // namespace spearyx::testing
