#include "sources/greenhouse/greenhouse.h"

#include <deque>
#include <optional>
#include <utility>

#include "normalize/dates.h"
#include "normalize/identity.h"
#include "normalize/remote_rule.h"
#include "normalize/text.h"
#include "normalize/web_url.h"
#include "sources/wire.h"

namespace spearyx::greenhouse {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  std::optional<wire::Views> jobs;
};

struct WireNamed {
  std::optional<std::string> name;
};

struct WireMetadata {
  std::string name;
  glz::raw_json_view value;
};

/// What decides whether a posting is wanted; read for every posting.
struct WireHead {
  std::optional<std::int64_t> id;
  std::optional<WireNamed> location;
  std::optional<std::vector<WireNamed>> offices;
  std::optional<std::vector<WireMetadata>> metadata;
  std::optional<std::string> company_name;
};

/// The rest; read for remote postings only.
struct WireRest {
  std::optional<std::string> title;
  std::optional<std::string> absolute_url;
  std::optional<std::string> first_published;
  std::optional<std::vector<WireNamed>> departments;
  std::optional<glz::raw_json_view> content;
};

namespace {

std::vector<std::string_view> names_of(const std::optional<std::vector<WireNamed>>& list) {
  std::vector<std::string_view> names;
  if (!list) return names;
  for (const WireNamed& entry : *list) {
    if (entry.name) names.emplace_back(*entry.name);
  }
  return names;
}

/// An employer's own field holds a text, a list of texts, a boolean or nothing.
std::vector<std::string> metadata_values(std::string_view json) {
  std::string text;
  if (json.starts_with('"') && wire::read_one(text, json)) return {text};
  std::vector<std::string> texts;
  if (json.starts_with('[') && wire::read_one(texts, json)) return texts;
  return json == "true" || json == "false" ? std::vector{std::string(json)} : texts;
}

normalize::RemoteVerdict remote_verdict(const WireHead& head) {
  std::deque<std::string> values;
  std::vector<normalize::Metadata> metadata;
  static const std::vector<WireMetadata> kNone;
  for (const WireMetadata& field : head.metadata ? *head.metadata : kNone) {
    for (std::string& value : metadata_values(field.value.str)) {
      metadata.push_back({field.name, values.emplace_back(std::move(value))});
    }
  }
  const std::string_view location =
      head.location && head.location->name ? std::string_view(*head.location->name) : "";
  return normalize::greenhouse_remote(location, names_of(head.offices), metadata);
}

Posting to_posting(WireHead& head, WireRest& rest, const Company& company) {
  Posting posting;
  posting.external_id = std::to_string(*head.id);
  posting.title = std::move(*rest.title);
  posting.company = head.company_name.value_or(company.name);
  posting.url = std::move(*rest.absolute_url);
  if (head.location) posting.location = head.location->name.value_or("");
  for (const std::string_view office : names_of(head.offices)) posting.places.emplace_back(office);
  for (const std::string_view name : names_of(rest.departments)) posting.tags.emplace_back(name);
  posting.description = wire::quoted(rest.content);
  posting.description_format = DescriptionFormat::kJsonEscapedHtml;
  posting.post_date =
      normalize::plausible_date(normalize::parse_iso8601(rest.first_published.value_or("")));
  return posting;
}

void read_posting(std::string_view json, const Company& company, Listing& listing) {
  listing.count_fetched();
  WireHead head;
  if (!wire::read_one(head, json)) return listing.reject("posting is malformed");
  if (!head.id) return listing.reject("id is missing");
  const std::string id = std::to_string(*head.id);
  if (!listing.is_first_sight(id)) return;
  if (listing.company_name.empty()) listing.company_name = head.company_name.value_or("");
  const normalize::RemoteVerdict verdict = remote_verdict(head);
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  WireRest rest;
  if (!wire::read_one(rest, json)) return listing.reject("posting is malformed", id);
  if (!rest.title || normalize::fold_whitespace(*rest.title).empty())
    return listing.reject("title is missing", id);
  if (!rest.absolute_url || !normalize::is_web_url(*rest.absolute_url)) {
    return listing.reject("link is missing", id);
  }
  Posting posting = to_posting(head, rest, company);
  posting.remote_reason = verdict.reason;
  listing.keep(std::move(posting));
}

}  // namespace

std::string page_path(std::string_view slug, std::int64_t /*skip*/) {
  return probe_path(slug) + "?content=true";
}

std::string probe_path(std::string_view slug) {
  return "/v1/boards/" + normalize::percent_encode_path_segment(slug) + "/jobs";
}

Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  for (const glz::raw_json_view& posting : *page.jobs) read_posting(posting.str, company, listing);
  return static_cast<std::int64_t>(page.jobs->size());
}

}  // namespace spearyx::greenhouse
