#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/text/text.h"
#include "sanitize/entities.h"
#include "sources/reader.h"

/// The Jobicy API, https://jobicy.com/jobs-rss-feed: the newest hundred postings, all remote.
namespace spearyx::jobicy {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace. Beside the list
// stands a hash of who asked, `clientKey`: it is not read.
struct WirePage {
  wire::Field friendlyNotice;
  std::optional<wire::Views> jobs;
};

struct WirePosting {
  wire::Field id;
  wire::Field url;
  wire::Field jobTitle;
  wire::Field companyName;
  wire::Field jobIndustry;
  wire::Field jobGeo;
  wire::Field jobType;
  wire::Field jobLevel;
  wire::Field jobDescription;
  wire::Field pubDate;
  wire::Field salaryMin;
  wire::Field salaryMax;
  wire::Field salaryCurrency;
  wire::Field salaryPeriod;
};

namespace {

/// The regions in a list such as "LATAM, Hong Kong, Mexico": a comma and two spaces separate them,
/// while the name "Korea, South" has one space.
std::vector<std::string> regions_in(std::string_view text) {
  constexpr std::string_view kBetween = ",  ";
  std::vector<std::string> regions;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(kBetween), text.size());
    regions.push_back(normalize::fold_whitespace(text.substr(0, end)));
    text.remove_prefix(std::min(end + kBetween.size(), text.size()));
  }
  std::erase(regions, "");
  return regions;
}

bool is_anywhere(std::string_view region) { return normalize::iequals(region, "anywhere"); }

/// Reads the places where one has to live.
void read_geo(const wire::Field& json, wire::SoftFields& fields, Posting& posting) {
  // As text it would lose its double spaces.
  const std::string geo = sanitize::decode_entities(fields.code(json, "place"));
  posting.location = normalize::fold_whitespace(geo);
  std::vector<std::string> regions = regions_in(geo);
  if (regions.empty()) return;
  if (std::ranges::any_of(regions, is_anywhere)) regions.clear();
  posting.allowed_countries = std::move(regions);
}

void read_posting(const WirePosting& wire, Listing& listing) {
  if (!listing.meet(wire::id(wire.id), wire.jobTitle.str)) return;
  wire::SoftFields fields(listing);
  Posting posting;
  posting.title = wire::text(wire.jobTitle);
  posting.url = wire::code(wire.url);
  posting.company = fields.text(wire.companyName, "company");
  read_geo(wire.jobGeo, fields, posting);
  posting.tags = fields.texts(wire.jobIndustry, "tags");
  posting.levels = fields.one(wire.jobLevel, "level");
  posting.employment_type = normalize::join(fields.texts(wire.jobType, "employment"), ", ");
  posting.post_date = fields.date(wire.pubDate);
  fields.pay({.min = wire.salaryMin,
              .max = wire.salaryMax,
              .currency = wire.salaryCurrency,
              .period = wire.salaryPeriod},
             posting);
  posting.description = fields.html(wire.jobDescription);
  listing.keep(std::move(posting));
}

/// The page; the API refuses parameters that it does not know.
std::string page_path(const FeedRequest& /*request*/) { return "/api/v2/remote-jobs?count=100"; }

Result<FeedPage> read_page(std::string_view body, const FeedRequest& /*request*/,
                           Listing& listing) {
  WirePage page;
  // The detail would quote the body, and with it perhaps the hash.
  if (auto read = wire::read_whole(page, body); !read) return fail(read.error().code);
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  wire::read_each<WirePosting>(*page.jobs, listing,
                               [&](const WirePosting& posting) { read_posting(posting, listing); });
  return FeedPage{.next = {}, .notice = wire::text(page.friendlyNotice)};
}

}  // namespace
}  // namespace spearyx::jobicy

template <>
const spearyx::FeedReader spearyx::kReader<spearyx::Source::kJobicy>{
    .shape = {.list = "jobs",
              .marks = {"jobTitle", "jobGeo", "jobCount", "friendlyNotice"},
              .place = {"jobGeo"}},
    .page_path = jobicy::page_path,
    .read_page = jobicy::read_page};
