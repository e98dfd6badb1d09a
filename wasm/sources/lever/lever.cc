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
  std::optional<glz::raw_json_view> text;
  std::optional<glz::raw_json_view> content;
};

struct WireSalary {
  std::optional<glz::raw_json_view> min;
  std::optional<glz::raw_json_view> max;
  std::optional<std::string> currency;
  std::optional<std::string> interval;
};

/// What decides whether a posting is wanted; read for every posting.
struct WireHead {
  std::optional<std::string> id;
  std::optional<WireCategories> categories;
  std::optional<std::string> workplaceType;
};

/// The rest; read for remote postings only.
struct WireRest {
  std::optional<std::string> text;
  std::optional<std::string> hostedUrl;
  std::optional<std::int64_t> createdAt;
  std::optional<std::string> country;
  std::optional<glz::raw_json_view> description;
  std::optional<std::vector<WireList>> lists;
  std::optional<glz::raw_json_view> additional;
  std::optional<WireSalary> salaryRange;
  std::optional<glz::raw_json_view> salaryDescription;
};

namespace {

std::string_view view(const std::optional<std::string>& text) {
  return text ? std::string_view(*text) : std::string_view();
}

normalize::RemoteVerdict remote_verdict(const WireHead& head) {
  const WireCategories none;
  const WireCategories& categories = head.categories ? *head.categories : none;
  std::vector<std::string_view> locations;
  if (categories.allLocations) {
    locations.assign(categories.allLocations->begin(), categories.allLocations->end());
  }
  return normalize::lever_remote(view(head.workplaceType), view(categories.location),
                                 view(categories.commitment), locations);
}

/// The page shows description, lists and closing one below the other. A list comes as its items
/// alone, without the list around them. All are put together as they are quoted.
std::string full_description(const WireRest& rest) {
  std::string html(wire::quoted(rest.description));
  if (rest.lists) {
    for (const WireList& list : *rest.lists) {
      html.append("<h3>").append(wire::quoted(list.text)).append("</h3>");
      html.append("<ul>").append(wire::quoted(list.content)).append("</ul>");
    }
  }
  return html.append(wire::quoted(rest.additional)).append(wire::quoted(rest.salaryDescription));
}

Posting to_posting(WireHead& head, WireRest& rest, const Company& company) {
  Posting posting;
  posting.external_id = std::move(*head.id);
  posting.title = std::move(*rest.text);
  posting.company = company.name.empty() ? normalize::display_name(company.slug) : company.name;
  posting.url = std::move(*rest.hostedUrl);
  posting.description = full_description(rest);
  posting.description_format = DescriptionFormat::kJsonHtml;
  if (rest.createdAt) posting.post_date = normalize::plausible_date(to_seconds(*rest.createdAt));
  if (head.categories) {
    posting.location = head.categories->location.value_or("");
    posting.places = head.categories->allLocations.value_or(std::vector<std::string>());
    if (head.categories->team) posting.tags.push_back(*head.categories->team);
    if (head.categories->department) posting.tags.push_back(*head.categories->department);
  }
  if (rest.salaryRange) {
    posting.salary_min = wire::whole(rest.salaryRange->min);
    posting.salary_max = wire::whole(rest.salaryRange->max);
    posting.salary_currency = rest.salaryRange->currency.value_or("");
    posting.salary_period = rest.salaryRange->interval.value_or("");
  }
  return posting;
}

void read_posting(std::string_view json, const Company& company, Listing& listing) {
  listing.count_fetched();
  WireHead head;
  if (!wire::read_one(head, json)) return listing.reject("posting is malformed");
  if (!head.id || head.id->empty()) return listing.reject("id is missing");
  if (!listing.is_first_sight(*head.id)) return;
  const normalize::RemoteVerdict verdict = remote_verdict(head);
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  WireRest rest;
  const std::string id = *head.id;
  if (!wire::read_one(rest, json)) return listing.reject("posting is malformed", id);
  if (!rest.text || normalize::fold_whitespace(*rest.text).empty())
    return listing.reject("title is missing", id);
  if (!rest.hostedUrl || !normalize::is_web_url(*rest.hostedUrl)) {
    return listing.reject("link is missing", id);
  }
  Posting posting = to_posting(head, rest, company);
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
