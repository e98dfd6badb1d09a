#include "sources/greenhouse/greenhouse.h"

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
  wire::Field value;
};

struct WirePosting {
  wire::Field id;
  wire::Field title;
  wire::Field absolute_url;
  wire::Field company_name;
  wire::Field location;
  wire::Field offices;
  wire::Field departments;
  wire::Field metadata;
  wire::Field first_published;
  wire::Field content;
};

namespace {

/// What decides whether a posting is wanted.
struct Head {
  std::string company_name;
  WireNamed location;
  std::vector<WireNamed> offices;
  std::vector<WireMetadata> metadata;
};

bool read_head(Head& head, const WirePosting& posting) {
  return wire::read_field(head.company_name, posting.company_name) &&
         wire::read_field(head.location, posting.location) &&
         wire::read_field(head.offices, posting.offices) &&
         wire::read_field(head.metadata, posting.metadata);
}

/// The rest; read for remote postings only.
struct Rest {
  std::string title;
  std::string absolute_url;
  std::string first_published;
  std::vector<WireNamed> departments;
};

bool read_rest(Rest& rest, const WirePosting& posting) {
  return wire::read_field(rest.title, posting.title) &&
         wire::read_field(rest.absolute_url, posting.absolute_url) &&
         wire::read_field(rest.first_published, posting.first_published) &&
         wire::read_field(rest.departments, posting.departments);
}

std::vector<std::string_view> names_of(const std::vector<WireNamed>& list) {
  std::vector<std::string_view> names;
  for (const WireNamed& entry : list) {
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

normalize::RemoteVerdict remote_verdict(const Head& head) {
  std::vector<std::vector<std::string>> values;
  std::vector<normalize::Metadata> metadata;
  values.reserve(head.metadata.size());  // views into them stay valid
  for (const WireMetadata& field : head.metadata) {
    for (const std::string& value : values.emplace_back(metadata_values(field.value.str))) {
      metadata.push_back({field.name, value});
    }
  }
  return normalize::greenhouse_remote(wire::view_of(head.location.name), names_of(head.offices),
                                      metadata);
}

Posting to_posting(std::string id, Head& head, Rest& rest) {
  Posting posting;
  posting.external_id = std::move(id);
  posting.title = std::move(rest.title);
  posting.company = std::move(head.company_name);
  posting.url = std::move(rest.absolute_url);
  posting.location = std::move(head.location.name).value_or("");
  for (const std::string_view office : names_of(head.offices)) posting.offices.emplace_back(office);
  for (const std::string_view name : names_of(rest.departments)) posting.tags.emplace_back(name);
  posting.post_date = normalize::plausible_date(normalize::parse_iso8601(rest.first_published));
  return posting;
}

void read_posting(std::string_view json, const Company& company, Listing& listing) {
  listing.count_fetched();
  WirePosting wire;
  std::optional<std::int64_t> number;
  if (!wire::read_one(wire, json) || !wire::read_field(number, wire.id)) {
    return listing.reject("posting is malformed");
  }
  if (!number) return listing.reject("id is missing");
  const std::string id = std::to_string(*number);
  if (!listing.is_first_sight(id)) return;
  Head head;
  head.company_name = company.name;
  if (!read_head(head, wire)) return listing.reject("posting is malformed", id);
  if (listing.company_name.empty()) listing.company_name = head.company_name;
  const normalize::RemoteVerdict verdict = remote_verdict(head);
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  Rest rest;
  if (!read_rest(rest, wire)) return listing.reject("posting is malformed", id);
  if (normalize::fold_whitespace(rest.title).empty()) return listing.reject("title is missing", id);
  if (!normalize::is_web_url(rest.absolute_url)) return listing.reject("link is missing", id);
  Posting posting = to_posting(id, head, rest);
  posting.description = wire::quoted(wire.content);
  posting.description_format = DescriptionFormat::kJsonEscapedHtml;
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
