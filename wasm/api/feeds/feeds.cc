#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "api/feeds/markup.h"
#include "api/handlers.h"
#include "api/jobs/list.h"
#include "api/page_address.h"
#include "api/url_text.h"
#include "model/source.h"
#include "normalize/category/category.h"
#include "normalize/text/dates.h"
#include "normalize/text/text.h"
#include "support/html_escape.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kTitle = "Spearyx Jobs";
constexpr std::string_view kDescription = "Remote jobs of many sources";
constexpr std::size_t kLongestValue = 2'000;
/// The parameters whose values name a filter, in the order of the name.
constexpr std::array<std::string_view, 8> kNaming{"search",  "company", "category",       "remote",
                                                  "livesIn", "level",   "employmentType", "source"};

/// The name of a feed by its filter: "Spearyx Jobs: engineer, design, from 50000 EUR a year".
std::string title_of(Context& context) {
  Parameters& parameters = context.parameters;
  std::vector<std::string> parts;
  for (const std::string_view name : kNaming) {
    if (auto text = parameters.text(name, kLongestValue); !text.empty()) parts.push_back(text);
  }
  if (parameters.flag("worldwide", false)) parts.emplace_back("worldwide");
  if (const auto least = parameters.text("salaryMin"); !least.empty()) {
    const auto currency = parameters.text("currency");
    parts.push_back("from " + least + " " + (currency.empty() ? "USD" : currency) + " a year");
  }
  return std::string(kTitle) + (parts.empty() ? "" : ": " + normalize::join(parts, ", "));
}

std::string link_of(const Context& context, const JobRow& job) {
  return context.request.origin + page_path(job.id, job.title, job.company);
}

/// The identity of a posting, whatever its title becomes: an address that leads to its page.
std::string identity_of(const Context& context, const JobRow& job) {
  return context.request.origin + "/jobs/" + std::to_string(job.id);
}

/// The address of the feed itself, with its filter.
std::string self_of(const Context& context) {
  const std::string query = well_formed_query(context.request.query);
  return context.request.origin + context.request.path + (query.empty() ? "" : "?" + query);
}

std::string_view category_of(const JobRow& job) {
  return normalize::category_with(job.category_id).name;
}

/// Place, pay and category, as far as they are known: "Remote, Norway · $90,000 a year · Design".
std::string facts_of(const JobRow& job) {
  std::vector<std::string> facts;
  for (const auto* text : {&job.location, &job.pay_range}) {
    if (!text->value_or("").empty()) facts.push_back(**text);
  }
  facts.emplace_back(category_of(job));
  return normalize::join(facts, " · ");
}

std::string headline(const JobRow& job) { return job.title + " at " + job.company; }

/// The sources, of these or of all, whose postings may be passed on.
std::vector<std::string> syndicated(const std::vector<std::string>& sources) {
  std::vector<std::string> names;
  for (const SourceInfo& row : kSources) {
    const bool is_wanted = sources.empty() || std::ranges::contains(sources, row.name);
    if (is_wanted && row.terms.may_syndicate) names.emplace_back(row.name);
  }
  return names;
}

/// Reads a page of the newest, whatever the search, because a feed is read by time.
std::expected<JobPage, ApiError> read_page(Context& context) {
  ListRequest request = read_list_request(context.parameters);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  if (request.sort == Sort::kRelevance) request.sort = Sort::kNewest;
  request.filter.sources = syndicated(request.filter.sources);
  if (request.filter.sources.empty()) return JobPage();
  request.wants_counts = false;
  return list_jobs(context, request);
}

/// Plain text as HTML, because RSS takes a description for HTML.
std::string as_html(std::string_view text) {
  std::string html;
  for (const char c : text) {
    const std::string_view entity = entity_of(c);
    html.append(entity.empty() ? std::string_view(&c, 1) : entity);
  }
  return html;
}

std::string rss_item(const Context& context, const JobRow& job) {
  const std::string link = escape_xml(link_of(context, job));
  return "<item><title>" + escape_xml(headline(job)) + "</title><link>" + link +
         "</link><guid isPermaLink=\"true\">" + escape_xml(identity_of(context, job)) +
         "</guid><pubDate>" + normalize::http_date(listed_at(job)) + "</pubDate><description>" +
         escape_xml("<p>" + as_html(facts_of(job)) + "</p>") +
         escape_xml(as_html(job.description.value_or(""))) + "</description><category>" +
         escape_xml(category_of(job)) + "</category><source url=\"" + escape_xml(job.source_url) +
         "\">" + escape_xml(job.source_name) + "</source></item>\n";
}

Json feed_item(const Context& context, const JobRow& job) {
  return json_object({{"id", identity_of(context, job)},
                      {"url", link_of(context, job)},
                      {"external_url", job.source_url},
                      {"title", headline(job)},
                      {"content_text", facts_of(job) + "\n\n" + job.description.value_or("")},
                      {"date_published", iso_date(listed_at(job))},
                      {"date_modified", iso_date(job.updated_at)},
                      {"authors", Json::array({json_object({{"name", job.company}})})},
                      {"tags", Json::array({category_of(job), job.source_name})}});
}

}  // namespace

// RSS 2.0 (https://www.rssboard.org/rss-specification).
ApiResult get_rss_feed(Context& context) {
  const auto page = read_page(context);
  if (!page) return std::unexpected(page.error());
  std::string body =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>"
      "<title>";
  body.append(escape_xml(title_of(context)))
      .append("</title><link>")
      .append(escape_xml(context.request.origin));
  body.append("/</link><description>").append(kDescription).append("</description>");
  body.append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"");
  body.append(escape_xml(self_of(context))).append("\"/>\n");
  for (const JobRow& job : page->jobs) body.append(rss_item(context, job));
  body.append("</channel></rss>\n");
  return Answer{.body = std::move(body),
                .content_type = "application/rss+xml; charset=utf-8",
                .max_age_s = 300};
}

// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
ApiResult get_json_feed(Context& context) {
  const auto page = read_page(context);
  if (!page) return std::unexpected(page.error());
  Json items = Json::array();
  for (const JobRow& job : page->jobs) items.push_back(feed_item(context, job));
  const Json feed = json_object({{"version", "https://jsonfeed.org/version/1.1"},
                                 {"title", title_of(context)},
                                 {"description", kDescription},
                                 {"home_page_url", context.request.origin + "/"},
                                 {"feed_url", self_of(context)},
                                 {"items", std::move(items)}});
  return Answer{
      .body = dump(feed), .content_type = "application/feed+json; charset=utf-8", .max_age_s = 300};
}

}  // namespace spearyx::api
