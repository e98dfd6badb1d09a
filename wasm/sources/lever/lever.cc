#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/company/identity.h"
#include "normalize/remote/rule.h"
#include "sources/reader.h"
#include "support/percent.h"

/// The Lever postings API, https://github.com/lever/postings-api.
namespace spearyx::lever {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WireCategories {
  wire::Field location;
  wire::Field allLocations;
  wire::Field commitment;
  wire::Field team;
  wire::Field department;
  wire::Field level;
};

struct WireList {
  wire::Field text;
  wire::Field content;
};

struct WireSalary {
  wire::Field min;
  wire::Field max;
  wire::Field currency;
  wire::Field interval;
};

struct WirePosting {
  wire::Field id;
  wire::Field text;
  wire::Field hostedUrl;
  wire::Field workplaceType;
  wire::Field country;
  wire::Field categories;
  wire::Field createdAt;
  wire::Field description;
  wire::Field descriptionPlain;
  wire::Field lists;
  wire::Field additional;
  wire::Field additionalPlain;
  wire::Field salaryRange;
  wire::Field salaryDescription;
  wire::Field salaryDescriptionPlain;
};

namespace {

/// The postings per page. Few sites have more; at some 10 KB a posting a page stays well inside the
/// body cap.
constexpr std::int64_t kPageSize = 1'000;

/// The fields that decide whether a posting is wanted.
struct Head {
  std::string location;
  std::vector<std::string> places;
  WireCategories categories;
};

Head read_head(const WirePosting& posting, wire::SoftFields& fields) {
  const auto categories = fields.object<WireCategories>(posting.categories, "place");
  return {.location = fields.text(categories.location, "place"),
          .places = fields.texts(categories.allLocations, "place"),
          .categories = categories};
}

normalize::RemoteVerdict remote_verdict(const WirePosting& posting, const Head& head,
                                        wire::SoftFields& fields) {
  const std::vector<std::string_view> places(head.places.begin(), head.places.end());
  return normalize::lever_remote(fields.code(posting.workplaceType, "workplace"), head.location,
                                 fields.text(head.categories.commitment, "workplace"), places);
}

/// The description, the lists and the closing one below the other, as the source's page shows them.
/// The source sends the items of a list without the list around them. All parts are put together
/// while they are quoted.
std::string full_description(const WirePosting& posting, wire::SoftFields& fields) {
  std::string html = fields.html_or_plain(posting.description, posting.descriptionPlain);
  for (const WireList& list : fields.objects<WireList>(posting.lists, "description")) {
    html.append("<h3>").append(fields.html(list.text)).append("</h3>");
    html.append("<ul>").append(fields.html(list.content)).append("</ul>");
  }
  return html.append(fields.html_or_plain(posting.additional, posting.additionalPlain))
      .append(fields.html_or_plain(posting.salaryDescription, posting.salaryDescriptionPlain));
}

Posting to_posting(const WirePosting& wire, Head head, wire::SoftFields& fields) {
  Posting posting;
  posting.title = wire::text(wire.text);
  posting.url = wire::code(wire.hostedUrl);
  posting.location = std::move(head.location);
  posting.places = std::move(head.places);
  posting.countries = fields.one(wire.country, "place");
  posting.levels = fields.one(head.categories.level, "level");
  posting.employment_type = fields.text(head.categories.commitment, "workplace");
  for (const wire::Field& tag : {head.categories.team, head.categories.department}) {
    std::string text = fields.text(tag, "tags");
    if (!text.empty()) posting.tags.push_back(std::move(text));
  }
  posting.post_date = fields.date(wire.createdAt);
  const auto salary = fields.object<WireSalary>(wire.salaryRange, "salary");
  fields.pay({.min = salary.min,
              .max = salary.max,
              .currency = salary.currency,
              .period = salary.interval},
             posting);
  posting.description = full_description(wire, fields);
  return posting;
}

void read_posting(const WirePosting& wire, const Company& company, Listing& listing) {
  if (!listing.meet(wire::code(wire.id), wire.text.str)) return;
  wire::SoftFields fields(listing);
  Head head = read_head(wire, fields);
  const normalize::RemoteVerdict verdict = wire::settle(
      remote_verdict(wire, head, fields), wire.text, {wire.description, wire.additional});
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  Posting posting = to_posting(wire, std::move(head), fields);
  posting.company = normalize::company_name(company);
  listing.keep(std::move(posting), verdict);
}

std::string site_path(std::string_view slug) {
  return "/v0/postings/" + encode_path_segment(slug) + "?mode=json";
}

std::string page_path(std::string_view slug, std::int64_t skip) {
  return site_path(slug) + "&skip=" + std::to_string(skip) + "&limit=" + std::to_string(kPageSize);
}

/// The page of the first posting alone.
std::string probe_path(std::string_view slug) { return site_path(slug) + "&limit=1"; }

/// Reads a page, a bare array of postings.
Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  wire::Views page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  wire::read_each<WirePosting>(
      page, listing, [&](const WirePosting& posting) { read_posting(posting, company, listing); });
  return std::ssize(page);
}

}  // namespace
}  // namespace spearyx::lever

template <>
const spearyx::BoardReader spearyx::kReader<spearyx::Source::kLever>{
    .shape = {.list = "",
              .marks = {"hostedUrl", "workplaceType"},
              .place = {"categories.location"}},
    .page_size = lever::kPageSize,
    .page_path = lever::page_path,
    .probe_path = lever::probe_path,
    .read_page = lever::read_page};
