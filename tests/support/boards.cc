#include "boards.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "model/source.h"
#include "support/json.h"

namespace spearyx::testing {
namespace {

std::string escaped(const std::string& html) {
  std::string text;
  for (const char c : html) {
    switch (c) {
      case '<':
        text += "&lt;";
        break;
      case '>':
        text += "&gt;";
        break;
      case '&':
        text += "&amp;";
        break;
      default:
        text += c;
    }
  }
  return text;
}

}  // namespace

std::vector<FakePosting> postings(std::int64_t count, std::int64_t first_id) {
  std::vector<FakePosting> list;
  for (std::int64_t i = 0; i < count; ++i) {
    FakePosting posting;
    posting.id = first_id + i;
    posting.title = "Engineer " + std::to_string(posting.id);
    list.push_back(std::move(posting));
  }
  return list;
}

std::string greenhouse_body(const std::vector<FakePosting>& postings, std::string_view company) {
  Json jobs = Json::array();
  for (const FakePosting& posting : postings) {
    jobs.push_back({{"id", posting.id},
                    {"title", posting.title},
                    {"absolute_url", "https://example.com/jobs/" + std::to_string(posting.id)},
                    {"location", {{"name", posting.location}}},
                    {"updated_at", posting.updated_at},
                    {"first_published", "2026-07-01T09:30:00-04:00"},
                    {"company_name", company},
                    {"metadata", nullptr},
                    {"departments", Json::array({{{"id", 7}, {"name", "Engineering"}}})},
                    {"offices", Json::array()},
                    {"content", escaped(posting.content)}});
  }
  return dump({{"jobs", jobs}, {"meta", {{"total", postings.size()}}}});
}

std::string ashby_body(const std::vector<FakePosting>& postings) {
  Json jobs = Json::array();
  for (const FakePosting& posting : postings) {
    const std::string id = "a-" + std::to_string(posting.id);
    jobs.push_back({{"id", id},
                    {"title", posting.title},
                    {"location", posting.location},
                    {"isListed", true},
                    {"isRemote", true},
                    {"workplaceType", is_remote(posting) ? "Remote" : "Hybrid"},
                    {"publishedAt", "2026-07-01T09:30:00.000+00:00"},
                    {"jobUrl", "https://jobs.ashbyhq.com/bridge/" + id},
                    {"descriptionHtml", posting.content}});
  }
  return dump({{"jobs", jobs}, {"apiVersion", "1"}});
}

std::string recruitee_body(const std::vector<FakePosting>& postings, std::string_view company) {
  Json offers = Json::array();
  for (const FakePosting& posting : postings) {
    offers.push_back({{"id", posting.id},
                      {"title", posting.title},
                      {"location", posting.location},
                      {"remote", is_remote(posting)},
                      {"hybrid", false},
                      {"on_site", !is_remote(posting)},
                      {"company_name", company},
                      {"published_at", "2026-07-01 09:30:00 UTC"},
                      {"careers_url", "https://careers.example/o/" + std::to_string(posting.id)},
                      {"description", posting.content}});
  }
  return dump({{"offers", offers}});
}

std::string workable_body(const std::vector<FakePosting>& postings, std::string_view company) {
  Json jobs = Json::array();
  for (const FakePosting& posting : postings) {
    const std::string id = "W" + std::to_string(posting.id);
    jobs.push_back({{"shortcode", id},
                    {"title", posting.title},
                    {"telecommuting", is_remote(posting)},
                    {"published_on", "2026-07-01"},
                    {"url", "https://apply.workable.com/j/" + id},
                    {"description", posting.content}});
  }
  return dump({{"name", company}, {"description", nullptr}, {"jobs", jobs}});
}

std::string lever_id_of(std::int64_t id) {
  return "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + id);
}

std::string lever_body(const std::vector<FakePosting>& postings) {
  Json list = Json::array();
  for (const FakePosting& posting : postings) {
    const std::string id = lever_id_of(posting.id);
    list.push_back({{"id", id},
                    {"text", posting.title},
                    {"categories", {{"location", posting.location}, {"team", "Engineering"}}},
                    {"workplaceType", "remote"},
                    {"createdAt", 1'780'000'000'000},
                    {"description", posting.content},
                    {"lists", Json::array({{{"text", "Tasks"}, {"content", "<li>Build</li>"}}})},
                    {"additional", "<p>Apply today.</p>"},
                    {"hostedUrl", "https://jobs.lever.co/bridge/" + id}});
  }
  return dump(list);
}

BoardKey board_in(const std::string& url) {
  const auto row = std::ranges::find_if(kBoardSources, [&](const SourceInfo& source) {
    const std::size_t slug = source.base_url.find("{slug}");
    return slug == std::string_view::npos ? url.starts_with(source.base_url)
                                          : url.contains(source.base_url.substr(slug + 6));
  });
  if (row == kBoardSources.end()) return {};
  if (row->base_url.contains("{slug}")) {
    const std::size_t host = url.find("://") + 3;
    return {std::string(row->name), url.substr(host, url.find('.', host) - host)};
  }
  std::size_t at = row->base_url.size() + 1;
  for (int parts = row->source == Source::kWorkable ? 4 : 2; parts > 0; --parts) {
    at = url.find('/', at) + 1;
  }
  return {std::string(row->name), url.substr(at, url.find_first_of("/?", at) - at)};
}

bool is_remote(const FakePosting& posting) { return posting.location.contains("Remote"); }

Response json_answer(std::string body, std::string etag) {
  return {.status = 200,
          .content_type = "application/json; charset=utf-8",
          .etag = std::move(etag),
          .retry_after = {},
          .body = std::move(body)};
}

Response lever_answer(const std::string& url, std::vector<FakePosting> postings) {
  std::erase_if(postings, std::not_fn(is_remote));
  if (url.ends_with("limit=1") && postings.size() > 1) postings.resize(1);
  return json_answer(lever_body(postings));
}

Response status_answer(int status, std::string retry_after) {
  return {.status = status,
          .content_type = "application/json",
          .etag = {},
          .retry_after = std::move(retry_after),
          .body = R"({"error":"no"})"};
}

}  // namespace spearyx::testing
