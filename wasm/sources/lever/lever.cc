#include "sources/lever/lever.h"

#include <optional>
#include <utility>

#include "normalize/dates.h"
#include "normalize/identity.h"
#include "normalize/remote_rule.h"
#include "normalize/text.h"
#include "normalize/web_url.h"
#include "sources/wire.h"

namespace spearyx::lever {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WireCategories {
  std::optional<std::string> location;
  std::optional<std::vector<std::string>> allLocations;
  std::optional<std::string> commitment;
  std::optional<std::string> team;
  std::optional<std::string> department;
};

struct WireList {
  wire::Field text;
  wire::Field content;
};

struct WireSalary {
  std::optional<wire::Field> min;
  std::optional<wire::Field> max;
  std::optional<std::string> currency;
  std::optional<std::string> interval;
};

struct WirePosting {
  wire::Field id;
  wire::Field text;
  wire::Field hostedUrl;
  wire::Field workplaceType;
  wire::Field categories;
  wire::Field createdAt;
  wire::Field description;
  wire::Field lists;
  wire::Field additional;
  wire::Field salaryRange;
  wire::Field salaryDescription;
};

namespace {

/// What decides whether a posting is wanted.
struct Head {
  std::string workplace_type;
  WireCategories categories;
};

bool read_head(Head& head, const WirePosting& posting) {
  return wire::read_field(head.workplace_type, posting.workplaceType) &&
         wire::read_field(head.categories, posting.categories);
}

/// The rest; read for remote postings only.
struct Rest {
  std::string title;
  std::string url;
  UnixMillis created_ms = 0;
  std::vector<WireList> lists;
  WireSalary salary;
};

bool read_rest(Rest& rest, const WirePosting& posting) {
  return wire::read_field(rest.title, posting.text) &&
         wire::read_field(rest.url, posting.hostedUrl) &&
         wire::read_field(rest.created_ms, posting.createdAt) &&
         wire::read_field(rest.lists, posting.lists) &&
         wire::read_field(rest.salary, posting.salaryRange);
}

normalize::RemoteVerdict remote_verdict(const Head& head) {
  const WireCategories& categories = head.categories;
  std::vector<std::string_view> locations;
  if (categories.allLocations) {
    locations.assign(categories.allLocations->begin(), categories.allLocations->end());
  }
  return normalize::lever_remote(head.workplace_type, wire::view_of(categories.location),
                                 wire::view_of(categories.commitment), locations);
}

/// The page shows description, lists and closing one below the other. A list comes as its items
/// alone, without the list around them. All are put together as they are quoted.
std::string full_description(const WirePosting& posting, const std::vector<WireList>& lists) {
  std::string html(wire::quoted(posting.description));
  for (const WireList& list : lists) {
    html.append("<h3>").append(wire::quoted(list.text)).append("</h3>");
    html.append("<ul>").append(wire::quoted(list.content)).append("</ul>");
  }
  return html.append(wire::quoted(posting.additional))
      .append(wire::quoted(posting.salaryDescription));
}

Posting to_posting(std::string id, Head& head, Rest& rest, const Company& company) {
  Posting posting;
  posting.external_id = std::move(id);
  posting.title = std::move(rest.title);
  posting.company = company.name.empty() ? normalize::display_name(company.slug) : company.name;
  posting.url = std::move(rest.url);
  posting.post_date = normalize::plausible_date(to_seconds(rest.created_ms));
  WireCategories& categories = head.categories;
  posting.location = std::move(categories.location).value_or("");
  posting.places = std::move(categories.allLocations).value_or(std::vector<std::string>());
  if (categories.team) posting.tags.push_back(*std::move(categories.team));
  if (categories.department) posting.tags.push_back(*std::move(categories.department));
  posting.salary_min = wire::whole(rest.salary.min);
  posting.salary_max = wire::whole(rest.salary.max);
  posting.salary_currency = std::move(rest.salary.currency).value_or("");
  posting.salary_period = std::move(rest.salary.interval).value_or("");
  return posting;
}

void read_posting(std::string_view json, const Company& company, Listing& listing) {
  listing.count_fetched();
  WirePosting wire;
  std::string id;
  if (!wire::read_one(wire, json) || !wire::read_field(id, wire.id)) {
    return listing.reject("posting is malformed");
  }
  if (id.empty()) return listing.reject("id is missing");
  if (!listing.is_first_sight(id)) return;
  Head head;
  if (!read_head(head, wire)) return listing.reject("posting is malformed", id);
  const normalize::RemoteVerdict verdict = remote_verdict(head);
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  Rest rest;
  if (!read_rest(rest, wire)) return listing.reject("posting is malformed", id);
  if (normalize::fold_whitespace(rest.title).empty()) return listing.reject("title is missing", id);
  if (!normalize::is_web_url(rest.url)) return listing.reject("link is missing", id);
  Posting posting = to_posting(id, head, rest, company);
  posting.description = full_description(wire, rest.lists);
  posting.description_format = DescriptionFormat::kJsonHtml;
  posting.remote_reason = verdict.reason;
  listing.keep(std::move(posting));
}

}  // namespace

std::string page_path(std::string_view slug, std::int64_t skip) {
  return "/v0/postings/" + normalize::percent_encode_path_segment(slug) +
         "?mode=json&skip=" + std::to_string(skip) + "&limit=" + std::to_string(kPageSize);
}

std::string probe_path(std::string_view slug) {
  return "/v0/postings/" + normalize::percent_encode_path_segment(slug) + "?mode=json&limit=1";
}

Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  wire::Views page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  for (const glz::raw_json_view& posting : page) read_posting(posting.str, company, listing);
  return static_cast<std::int64_t>(page.size());
}

}  // namespace spearyx::lever
