#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "support/boards.h"
#include "support/ids.h"
#include "support/sqlite_host.h"
#include "sync/aggregator_sync.h"

namespace spearyx::testing {

using nlohmann::json;

/// The tag that RemoteOK puts behind every description: 203.0.113.77 in base64.
inline const std::string kAddress = "203.0.113.77";
inline const std::string kAddressBase64 = "MjAzLjAuMTEzLjc3";
inline const std::string kAddressTail =
    "<br/><br/>Please mention the word **STEADY** and tag R" + kAddressBase64 +
    " when applying to show you read the job post completely (#R" + kAddressBase64 +
    "). This is a beta feature to avoid spam applicants.";

inline json remoteok_notice() {
  return {{"last_updated", 1'785'990'000}, {"legal", "Please link back with follow."}};
}

inline json remoteok_job(int id, std::vector<std::string> tags) {
  const std::string url = "https://remoteOK.com/remote-jobs/job-" + std::to_string(id);
  return {{"slug", "job-" + std::to_string(id)},
          {"id", std::to_string(id)},
          {"epoch", 1'785'900'000 - id},
          {"date", "2026-08-05T03:20:00+00:00"},
          {"company", "Bridge Builders"},
          {"position", "Engineer " + std::to_string(id)},
          {"tags", std::move(tags)},
          {"description", "<p>We build bridges.</p>" + kAddressTail},
          {"location", ""},
          {"salary_min", 0},
          {"salary_max", 0},
          {"apply_url", url},
          {"url", url}};
}

inline json himalayas_job(int id) {
  const std::string guid = "https://himalayas.app/companies/heron/jobs/" + std::to_string(id);
  return {{"title", "Engineer " + std::to_string(id)},
          {"companyName", "Heron Labs"},
          {"companySlug", "heron"},
          {"minSalary", nullptr},
          {"maxSalary", nullptr},
          {"salaryPeriod", "annual"},
          {"currency", "USD"},
          {"locationRestrictions", json::array()},
          {"categories", json::array({"Engineering"})},
          {"parentCategories", json::array()},
          {"description", "<p>We watch birds.</p>"},
          {"pubDate", 1'785'900'000 + id},
          {"expiryDate", 1'791'084'000 + id},
          {"applicationLink", guid},
          {"guid", guid}};
}

/// The value of a query parameter, as it stands in the URL.
inline std::string parameter(const std::string& url, const std::string& name) {
  const std::size_t at = url.find(name + "=");
  if (at == std::string::npos) return {};
  const std::size_t begin = at + name.size() + 1;
  return url.substr(begin, url.find('&', begin) - begin);
}

/// The id that `himalayas_job` was given.
inline int himalayas_id(const json& job) { return job["pubDate"].get<int>() - 1'785'900'000; }

/// As the real feed: the postings with the tag; all without one.
inline json remoteok_page(const std::vector<json>& jobs, const std::optional<std::string>& tag) {
  json page = json::array({remoteok_notice()});
  for (const json& job : jobs) {
    const json& tags = job["tags"];
    if (!tag || std::find(tags.begin(), tags.end(), *tag) != tags.end()) page.push_back(job);
  }
  return page;
}

/// As the real feed, which has twenty a page: newest first, a cursor where more follow.
inline json himalayas_page(const std::vector<json>& jobs, const std::string& url,
                           std::ptrdiff_t page_size = 20) {
  const std::string after = parameter(url, "cursor");
  auto begin = jobs.begin();
  if (!after.empty()) {
    begin = std::ranges::find_if(
        jobs, [last = std::stoi(after)](const json& job) { return himalayas_id(job) < last; });
  }
  const auto end = begin + std::min(jobs.end() - begin, page_size);
  json page{{"offset", 0}, {"limit", page_size}, {"totalCount", jobs.size()}};
  page["jobs"] = std::vector<json>(begin, end);
  if (end != jobs.end()) page["nextCursor"] = std::to_string(himalayas_id(*(end - 1)));
  return page;
}

inline json jobicy_job(int id) {
  return {{"id", id},
          {"url", "https://jobicy.com/jobs/" + std::to_string(id) + "-engineer"},
          {"jobTitle", "Engineer " + std::to_string(id)},
          {"companyName", "Otter Works"},
          {"jobIndustry", json::array({"Software Engineering"})},
          {"jobGeo", "Anywhere"},
          {"jobDescription", "<p>We build dams.</p>"},
          {"pubDate", "2026-08-05T03:20:00+00:00"}};
}

/// A database, its feeds and ticks of the aggregator worker upon them. Jobicy rests until a test wakes it
/// up, because it has a turn once an hour and so few of the turns that tests count.
class AggregatorFixture : public ::testing::Test {
 public:
  void SetUp() override {
    rest_jobicy();
    host.web = [this](const Request& request) {
      if (request.url.find("jobicy.com") != std::string::npos) return jobicy(request);
      return request.url.find("/jobs/api") != std::string::npos ? himalayas(request)
                                                                : remoteok(request);
    };
  }

  void rest_jobicy() {
    host.sql("INSERT OR REPLACE INTO source_state (source, cooldown_until) VALUES ('jobicy', " +
             std::to_string(host.clock_ms / 1'000 + 23 * 3'600) + ")");
  }
  void wake_jobicy() { host.sql("DELETE FROM source_state WHERE source = 'jobicy'"); }

  /// One tick; its report.
  json tick() {
    event.invocation = time_prefix(host.clock_ms) + std::to_string(++tick_count);
    return json::parse(sync::sync_aggregator(host, event));
  }

  /// One tick of this source alone, out of turn.
  json tick(Source source) {
    event.company = sync::CompanyKey{source, ""};
    const json report = tick();
    event.company.reset();
    host.clock_ms += 60'000;
    return report;
  }

  json last_stats() { return json::parse(last("stats")); }
  std::string last(const std::string& column) {
    return host.sql("SELECT " + column + " FROM sync_history ORDER BY id DESC");
  }
  int count(const std::string& what) {
    const std::string text = host.sql("SELECT count(*) FROM " + what);
    return text.empty() ? -1 : std::stoi(text);
  }
  json cursor() {
    return json::parse(host.sql("SELECT cursor FROM batch_state WHERE worker = 'aggregator'"));
  }
  std::vector<std::string> urls() const {
    std::vector<std::string> list;
    for (const auto& sent : host.sent) list.push_back(sent.request.url);
    return list;
  }

  Response remoteok_answer(const Request& request) const {
    const auto tag = ignores_tag ? std::nullopt : std::optional(parameter(request.url, "tag"));
    return json_answer(remoteok_page(remoteok_jobs, tag).dump());
  }

  Response himalayas_answer(const Request& request) const {
    json page = himalayas_page(himalayas_jobs, request.url);
    page["comments"] = comments;
    return json_answer(page.dump());
  }

  /// Himalayas postings `newest` down to `oldest`.
  static std::vector<json> himalayas_postings(int newest, int oldest) {
    std::vector<json> jobs;
    for (int id = newest; id >= oldest; --id) jobs.push_back(himalayas_job(id));
    return jobs;
  }

  SqliteHost host;
  sync::Event event;
  int tick_count = 0;
  std::vector<json> remoteok_jobs{remoteok_job(1, {"dev"}), remoteok_job(2, {"engineer"})};
  bool ignores_tag = false;
  std::vector<json> himalayas_jobs = himalayas_postings(5, 1);
  std::string comments = "21/08/2026: Cursor pagination is available.";
  std::function<Result<Response>(const Request&)> remoteok = [this](const Request& request) {
    return remoteok_answer(request);
  };
  std::vector<json> jobicy_jobs{jobicy_job(2), jobicy_job(1)};
  std::function<Result<Response>(const Request&)> jobicy = [this](const Request&) {
    return json_answer(json{{"clientKey", "c0ffee"}, {"jobs", jobicy_jobs}}.dump());
  };
  std::function<Result<Response>(const Request&)> himalayas = [this](const Request& request) {
    return himalayas_answer(request);
  };
};

}  // namespace spearyx::testing
