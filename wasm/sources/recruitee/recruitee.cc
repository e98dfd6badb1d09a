#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/company/identity.h"
#include "normalize/remote/rule.h"
#include "sources/reader.h"

/// The Recruitee careers site API, https://docs.recruitee.com/reference/offers.
namespace spearyx::recruitee {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  std::optional<wire::Views> offers;
};

/// A posting, without the fields that nobody reads: translations, the questions to applicants and
/// the address of the posting's mailbox.
struct WirePosting {
  wire::Field id;
  wire::Field title;
  wire::Field remote;
  wire::Field hybrid;
  wire::Field on_site;
  wire::Field location;
  wire::Field locations;
  wire::Field department;
  wire::Field tags;
  wire::Field employment_type_code;
  wire::Field experience_code;
  wire::Field description;
  wire::Field requirements;
  wire::Field careers_url;
  wire::Field company_name;
  wire::Field salary;
  wire::Field published_at;
  wire::Field close_at;
};

struct WirePlace {
  wire::Field city;
  wire::Field state;
  wire::Field country;
  wire::Field country_code;
};

struct WireSalary {
  wire::Field min;
  wire::Field max;
  wire::Field period;
  wire::Field currency;
};

namespace {

normalize::RemoteVerdict remote_verdict(const WirePosting& wire, const std::string& location,
                                        wire::SoftFields& fields) {
  return normalize::flagged_remote({.remote = fields.flag(wire.remote, "workplace"),
                                    .hybrid = fields.flag(wire.hybrid, "workplace"),
                                    .on_site = fields.flag(wire.on_site, "workplace")},
                                   location);
}

/// The place as one text: "Utrecht, Utrecht, Netherlands".
std::string place_in(const WirePlace& place, wire::SoftFields& fields) {
  std::string country = fields.text(place.country, "place");
  if (country.empty()) country = fields.text(place.country_code, "place");
  std::string text;
  for (const std::string& part :
       {fields.text(place.city, "place"), fields.text(place.state, "place"), country}) {
    if (!part.empty()) text.append(text.empty() ? "" : ", ").append(part);
  }
  return text;
}

std::vector<std::string> places_of(const WirePosting& wire, wire::SoftFields& fields) {
  std::vector<std::string> places;
  for (const auto& place : fields.objects<WirePlace>(wire.locations, "place")) {
    places.push_back(place_in(place, fields));
  }
  std::erase(places, "");
  return places;
}

std::vector<std::string> countries_of(const WirePosting& wire, wire::SoftFields& fields) {
  std::vector<std::string> codes;
  for (const auto& place : fields.objects<WirePlace>(wire.locations, "place")) {
    codes.push_back(fields.text(place.country_code, "place"));
  }
  std::erase(codes, "");
  return codes;
}

/// The description of the work, and below it that of the person who is looked for.
std::string full_description(const WirePosting& wire, wire::SoftFields& fields) {
  std::string html(fields.html(wire.description));
  return html.append(fields.html(wire.requirements));
}

Posting to_posting(const WirePosting& wire, std::string location, wire::SoftFields& fields) {
  Posting posting;
  posting.title = wire::text(wire.title);
  posting.url = wire::code(wire.careers_url);
  posting.location = std::move(location);
  posting.places = places_of(wire, fields);
  posting.countries = countries_of(wire, fields);
  posting.tags = fields.texts(wire.tags, "tags");
  std::string department = fields.text(wire.department, "tags");
  if (!department.empty()) posting.tags.push_back(std::move(department));
  posting.employment_type = fields.text(wire.employment_type_code, "employment");
  posting.levels = fields.one(wire.experience_code, "level");
  posting.post_date = fields.date(wire.published_at);
  posting.expires_at = fields.date(wire.close_at);
  const auto salary = fields.object<WireSalary>(wire.salary, "salary");
  fields.pay(
      {.min = salary.min, .max = salary.max, .currency = salary.currency, .period = salary.period},
      posting);
  posting.description = full_description(wire, fields);
  return posting;
}

std::string company_of(const WirePosting& wire, const Company& company, wire::SoftFields& fields) {
  std::string name = fields.text(wire.company_name, "company");
  return name.empty() ? normalize::company_name(company) : name;
}

void read_posting(const WirePosting& wire, const Company& company, Listing& listing) {
  if (!listing.meet(wire::id(wire.id), wire.title.str)) return;
  wire::SoftFields fields(listing);
  if (listing.company_name.empty()) listing.company_name = wire::text(wire.company_name);
  std::string location = fields.text(wire.location, "place");
  const normalize::RemoteVerdict verdict = wire::settle(
      remote_verdict(wire, location, fields), wire.title, {wire.description, wire.requirements});
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  Posting posting = to_posting(wire, std::move(location), fields);
  posting.company = company_of(wire, company, fields);
  listing.keep(std::move(posting), verdict);
}

/// The page; one answer holds the whole board, and there is no smaller one. The host stands for the
/// board.
std::string probe_path(std::string_view /*slug*/) { return "/api/offers/"; }

std::string page_path(std::string_view slug, std::int64_t /*skip*/) { return probe_path(slug); }

Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.offers) return fail(ErrorCode::kUnexpectedShape, "no list of offers");
  wire::read_each<WirePosting>(*page.offers, listing, [&](const WirePosting& posting) {
    read_posting(posting, company, listing);
  });
  return std::ssize(*page.offers);
}

}  // namespace
}  // namespace spearyx::recruitee

template <>
const spearyx::BoardReader spearyx::kReader<spearyx::Source::kRecruitee>{
    .shape = {.list = "offers",
              .marks = {"careers_url", "careers_apply_url"},
              .place = {"location"}},
    .page_path = recruitee::page_path,
    .probe_path = recruitee::probe_path,
    .read_page = recruitee::read_page};
