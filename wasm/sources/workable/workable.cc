#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/company/identity.h"
#include "normalize/remote/rule.h"
#include "normalize/text/text.h"
#include "normalize/text/web_url.h"
#include "sources/reader.h"
#include "support/percent.h"

/// The Workable widget API, https://help.workable.com/hc/en-us/articles/115012771647.
namespace spearyx::workable {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  wire::Field name;
  std::optional<wire::Views> jobs;
};

struct WirePosting {
  wire::Field shortcode;
  wire::Field title;
  wire::Field telecommuting;
  wire::Field department;
  wire::Field function;
  wire::Field employment_type;
  wire::Field experience;
  wire::Field url;
  wire::Field shortlink;
  wire::Field published_on;
  wire::Field description;
};

/// The places of a posting, as it states them once and, less exactly, once more.
struct WirePlaces {
  wire::Field shortcode;
  wire::Field locations;
  wire::Field country;
  wire::Field city;
  wire::Field state;
};

struct WirePlace {
  wire::Field country;
  wire::Field city;
  wire::Field region;
  wire::Field hidden;
};

namespace {

/// The places of each posting by its id.
using Places = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The place as one text, "Paris, Île-de-France, France"; of a hidden place only the country.
std::string place_in(const WirePlace& place, wire::SoftFields& fields) {
  const bool is_hidden = fields.flag(place.hidden, "place") == true;
  const wire::Field none;
  std::string text;
  for (const wire::Field& part :
       {is_hidden ? none : place.city, is_hidden ? none : place.region, place.country}) {
    const std::string name = fields.text(part, "place");
    if (!name.empty()) text.append(text.empty() ? "" : ", ").append(name);
  }
  return text;
}

/// The places of all postings. A posting that is open in several countries is listed once for each.
Places places_in(const wire::Views& page, wire::SoftFields& fields) {
  Places places;
  for (const wire::Field& json : page) {
    const auto wire = fields.object<WirePlaces>(json, "place");
    auto all = fields.objects<WirePlace>(wire.locations, "place");
    if (!wire.locations.str.starts_with('[')) all.clear();
    if (all.empty()) all.push_back({wire.country, wire.city, wire.state, {}});
    std::vector<std::string>& known = places[wire::code(wire.shortcode)];
    for (const WirePlace& place : all) {
      std::string text = place_in(place, fields);
      if (!text.empty() && !std::ranges::contains(known, text)) known.push_back(std::move(text));
    }
  }
  return places;
}

std::string link(const WirePosting& wire) {
  std::string url = wire::code(wire.url);
  return normalize::is_web_url(url) ? url : wire::code(wire.shortlink);
}

Posting to_posting(const WirePosting& wire, wire::SoftFields& fields) {
  Posting posting;
  posting.title = wire::text(wire.title);
  posting.url = link(wire);
  posting.tags = {fields.text(wire.department, "tags"), fields.text(wire.function, "tags")};
  std::erase(posting.tags, "");
  posting.employment_type = fields.text(wire.employment_type, "employment");
  posting.levels = fields.one(wire.experience, "level");
  posting.post_date = fields.date(wire.published_on);
  posting.description = fields.html(wire.description);
  return posting;
}

void read_posting(const WirePosting& wire, const Places& places, const std::string& company,
                  Listing& listing) {
  const std::string id = wire::code(wire.shortcode);
  if (!listing.meet(id, wire.title.str)) return;
  wire::SoftFields fields(listing);
  // City and country have a comma between them.
  std::string location = normalize::join(places.at(id), "; ");
  const normalize::RemoteVerdict verdict = wire::settle(
      normalize::flagged_remote({.remote = fields.flag(wire.telecommuting, "workplace")}, location),
      wire.title, {wire.description});
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  Posting posting = to_posting(wire, fields);
  posting.location = std::move(location);
  posting.company = company;
  listing.keep(std::move(posting), verdict);
}

/// The page without the postings' descriptions.
std::string probe_path(std::string_view slug) {
  return "/api/v1/widget/accounts/" + encode_path_segment(slug);
}

/// The page; one answer holds the whole board.
std::string page_path(std::string_view slug, std::int64_t /*skip*/) {
  return probe_path(slug) + "?details=true";
}

std::string company_of(const Listing& listing, const Company& company) {
  return listing.company_name.empty() ? normalize::company_name(company) : listing.company_name;
}

Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  wire::SoftFields fields(listing);
  listing.company_name = fields.text(page.name, "company");
  const std::string company_name = company_of(listing, company);
  const Places places = places_in(*page.jobs, fields);
  wire::read_each<WirePosting>(*page.jobs, listing, [&](const WirePosting& posting) {
    read_posting(posting, places, company_name, listing);
  });
  return std::ssize(*page.jobs);
}

}  // namespace
}  // namespace spearyx::workable

template <>
const spearyx::BoardReader spearyx::kReader<spearyx::Source::kWorkable>{
    .shape = {.list = "jobs",
              .marks = {"shortcode", "telecommuting"},
              .place = {"city", "state", "country"}},
    .page_path = workable::page_path,
    .probe_path = workable::probe_path,
    .read_page = workable::read_page};
