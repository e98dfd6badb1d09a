#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/company/identity.h"
#include "normalize/remote/rule.h"
#include "normalize/scope/scope.h"
#include "normalize/text/text.h"
#include "sources/reader.h"
#include "support/percent.h"

/// The Ashby job postings API, https://developers.ashbyhq.com/docs/public-job-posting-api.
namespace spearyx::ashby {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  std::optional<wire::Views> jobs;
};

struct WirePosting {
  wire::Field id;
  wire::Field title;
  wire::Field isListed;
  wire::Field workplaceType;
  wire::Field isRemote;
  wire::Field location;
  wire::Field secondaryLocations;
  wire::Field address;
  wire::Field department;
  wire::Field team;
  wire::Field employmentType;
  wire::Field publishedAt;
  wire::Field jobUrl;
  wire::Field descriptionHtml;
  wire::Field descriptionPlain;
  wire::Field shouldDisplayCompensationOnJobPostings;
  wire::Field compensation;
};

struct WireLocation {
  wire::Field location;
  wire::Field address;
};

struct WireAddress {
  wire::Field postalAddress;
};

struct WirePostalAddress {
  wire::Field addressLocality;
  wire::Field addressRegion;
  wire::Field addressCountry;
};

struct WireCompensation {
  wire::Field compensationTiers;
};

struct WireTier {
  wire::Field components;
};

struct WireComponent {
  wire::Field compensationType;
  wire::Field interval;
  wire::Field currencyCode;
  wire::Field minValue;
  wire::Field maxValue;
};

namespace {

/// A location: the text that is shown, and the address behind it.
struct Location {
  std::string text;
  wire::Field address;
};

/// The locations of a posting, its own first.
std::vector<Location> locations_of(const WirePosting& wire, wire::SoftFields& fields) {
  std::vector<Location> locations{{fields.text(wire.location, "place"), wire.address}};
  for (const auto& secondary : fields.objects<WireLocation>(wire.secondaryLocations, "place")) {
    locations.push_back({fields.text(secondary.location, "place"), secondary.address});
  }
  return locations;
}

/// The verdict of the fields. `workplaceType` decides. `isRemote` means "not strictly on site" and
/// is set for hybrid postings; for a posting without a type it counts where it denies what the
/// location texts say.
normalize::RemoteVerdict remote_verdict(const WirePosting& wire,
                                        const std::vector<Location>& locations,
                                        wire::SoftFields& fields) {
  const std::string type = fields.code(wire.workplaceType, "workplace");
  std::vector<std::string_view> secondary;
  for (const Location& location : locations) secondary.emplace_back(location.text);
  secondary.erase(secondary.begin());
  const auto verdict = normalize::lever_remote(type, locations.front().text, {}, secondary);
  const bool is_by_text =
      verdict.decision == normalize::RemoteDecision::kRemote && !normalize::iequals(type, "remote");
  const bool is_denied = is_by_text && fields.flag(wire.isRemote, "workplace") == false;
  return is_denied ? normalize::flagged_remote({.remote = false}, {}) : verdict;
}

/// The address as one text: "Miami, Florida, USA".
std::string address_in(const wire::Field& json, wire::SoftFields& fields) {
  const auto address = fields.object<WireAddress>(json, "place");
  const auto postal = fields.object<WirePostalAddress>(address.postalAddress, "place");
  std::string text;
  for (const wire::Field& part :
       {postal.addressLocality, postal.addressRegion, postal.addressCountry}) {
    const std::string name = normalize::fold_whitespace(fields.text(part, "place"));
    if (!name.empty()) text.append(text.empty() ? "" : ", ").append(name);
  }
  return text;
}

/// The secondary locations, and the address of each location whose text names no place, as "HQ". An
/// address says less than a text: that of "LATAM" is in the country whose law governs the contract.
std::vector<std::string> places_of(const std::vector<Location>& locations,
                                   wire::SoftFields& fields) {
  std::vector<std::string> places;
  for (const Location& location : locations) {
    places.push_back(location.text);
    const bool names_place = !normalize::remote_scope(location.text).empty();
    if (!names_place) places.push_back(address_in(location.address, fields));
  }
  places.erase(places.begin());  // stands in the posting's location
  std::erase(places, "");
  return places;
}

std::vector<std::string> tags_of(const WirePosting& wire, wire::SoftFields& fields) {
  std::vector<std::string> tags{fields.text(wire.team, "tags")};
  std::string department = fields.text(wire.department, "tags");
  if (department != tags.front()) tags.push_back(std::move(department));
  std::erase(tags, "");
  return tags;
}

/// The period of a component without its count: "1 YEAR" → "YEAR".
std::string period_of(const WireComponent& component, wire::SoftFields& fields) {
  std::string interval = fields.code(component.interval, "salary");
  if (interval.starts_with("1 ")) interval.erase(0, 2);
  return interval;
}

/// Adds a salary, the first of the posting or one more of the same currency and period.
void add_salary(const WireComponent& component, wire::SoftFields& fields, Posting& posting) {
  const auto min = fields.amount(component.minValue);
  const auto max = fields.amount(component.maxValue);
  if (min == 0 && max == 0) return;
  std::string currency = fields.code(component.currencyCode, "salary");
  std::string period = period_of(component, fields);
  if (posting.salary_min == 0 && posting.salary_max == 0) {
    posting.salary_min = min;
    posting.salary_max = max;
    posting.salary_currency = std::move(currency);
    posting.salary_period = std::move(period);
  } else if (currency == posting.salary_currency && period == posting.salary_period) {
    posting.salary_min = std::min(posting.salary_min, min);
    posting.salary_max = std::max(posting.salary_max, max);
  }
}

/// Reads the salaries. Bonuses and equity are no salary, and some salaries are not to be shown.
void read_salary(const WirePosting& wire, wire::SoftFields& fields, Posting& posting) {
  posting.hides_salary =
      fields.flag(wire.shouldDisplayCompensationOnJobPostings, "salary") == false;
  if (posting.hides_salary) return;
  const auto compensation = fields.object<WireCompensation>(wire.compensation, "salary");
  for (const auto& tier : fields.objects<WireTier>(compensation.compensationTiers, "salary")) {
    for (const auto& component : fields.objects<WireComponent>(tier.components, "salary")) {
      const bool is_salary = fields.code(component.compensationType, "salary") == "Salary";
      if (is_salary) add_salary(component, fields, posting);
    }
  }
}

Posting to_posting(const WirePosting& wire, const std::vector<Location>& locations,
                   wire::SoftFields& fields) {
  Posting posting;
  posting.title = wire::text(wire.title);
  posting.url = wire::code(wire.jobUrl);
  posting.location = locations.front().text;
  posting.places = places_of(locations, fields);
  posting.tags = tags_of(wire, fields);
  posting.employment_type = fields.text(wire.employmentType, "employment");
  posting.post_date = fields.date(wire.publishedAt);
  read_salary(wire, fields, posting);
  posting.description = fields.html_or_plain(wire.descriptionHtml, wire.descriptionPlain);
  return posting;
}

void read_posting(const WirePosting& wire, const Company& company, Listing& listing) {
  if (!listing.meet(wire::code(wire.id), wire.title.str)) return;
  wire::SoftFields fields(listing);
  if (fields.flag(wire.isListed, "listed") == false) return listing.filter("not listed");
  const std::vector<Location> locations = locations_of(wire, fields);
  const normalize::RemoteVerdict verdict =
      wire::settle(remote_verdict(wire, locations, fields), wire.title, {wire.descriptionHtml});
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  Posting posting = to_posting(wire, locations, fields);
  posting.company = normalize::company_name(company);
  listing.keep(std::move(posting), verdict);
}

/// The page without the postings' pay.
std::string probe_path(std::string_view slug) {
  return "/posting-api/job-board/" + encode_path_segment(slug);
}

/// The page; one answer holds the whole board.
std::string page_path(std::string_view slug, std::int64_t /*skip*/) {
  return probe_path(slug) + "?includeCompensation=true";
}

Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  wire::read_each<WirePosting>(*page.jobs, listing, [&](const WirePosting& posting) {
    read_posting(posting, company, listing);
  });
  return std::ssize(*page.jobs);
}

}  // namespace
}  // namespace spearyx::ashby

template <>
const spearyx::BoardReader spearyx::kReader<spearyx::Source::kAshby>{
    .shape = {.list = "jobs",
              .marks = {"jobUrl", "isListed", "descriptionHtml", "publishedAt"},
              .place = {"location"}},
    .page_path = ashby::page_path,
    .probe_path = ashby::probe_path,
    .read_page = ashby::read_page};
