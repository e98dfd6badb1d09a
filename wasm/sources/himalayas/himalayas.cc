#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/company/identity.h"
#include "normalize/text/text.h"
#include "normalize/text/web_url.h"
#include "sources/reader.h"
#include "support/percent.h"

/// The Himalayas browse API, https://himalayas.app/api: all postings, newest first, 20 a page.
namespace spearyx::himalayas {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  std::optional<wire::Views> jobs;
  wire::Field nextCursor;
  wire::Field comments;
  wire::Field totalCount;
};

/// A country, a string in practice; the documentation speaks of an object.
struct WireCountry {
  wire::Field name;
};

struct WireJob {
  wire::Field guid;
  wire::Field title;
  wire::Field companyName;
  wire::Field companySlug;
  wire::Field minSalary;
  wire::Field maxSalary;
  wire::Field salaryPeriod;
  wire::Field currency;
  wire::Field locationRestrictions;
  wire::Field timezoneRestrictions;
  wire::Field seniority;
  wire::Field employmentType;
  wire::Field categories;
  wire::Field parentCategories;
  wire::Field description;
  wire::Field applicationLink;
  wire::Field pubDate;
  wire::Field expiryDate;
};

namespace {

constexpr std::string_view kPageSize = "20";
constexpr std::string_view kOffset = "offset=";
/// The longest cursor; anything longer is none.
constexpr std::size_t kMaxCursorBytes = 512;

/// The company's name; "" where there is none. The API names some companies "name", a bug of theirs.
std::string company_of(const WireJob& job, wire::SoftFields& fields) {
  std::string name = normalize::fold_whitespace(fields.text(job.companyName, "company"));
  return name == "name" ? std::string() : name;
}

/// The beginning of the addresses of all postings of the company.
std::string company_address(std::string_view url, std::string_view slug) {
  const std::string path = "/companies/" + std::string(slug) + "/";
  const std::size_t at = url.find(path);
  return at == url.npos ? std::string() : std::string(url.substr(0, at + path.size()));
}

std::string name_of_country(const wire::Field& country, wire::SoftFields& fields) {
  if (!country.str.starts_with('{')) return fields.text(country, "place");
  return fields.text(fields.object<WireCountry>(country, "place").name, "place");
}

void read_countries(const wire::Field& restrictions, wire::SoftFields& fields, Posting& posting) {
  const wire::Views list = fields.list(restrictions, "place");
  std::vector<std::string> names;
  for (const wire::Field& country : list) {
    std::string name = name_of_country(country, fields);
    if (!name.empty()) names.push_back(std::move(name));
  }
  // Country names have commas of their own.
  posting.location = normalize::join(names, "; ");
  // An empty list means anywhere; one that cannot be read does not.
  const bool is_anywhere = list.empty() && restrictions.str.starts_with('[');
  if (!names.empty() || is_anywhere) posting.allowed_countries = std::move(names);
}

/// Reads the time zones: hours from UTC, as numbers or texts.
void read_time_zones(const wire::Field& zones, wire::SoftFields& fields, Posting& posting) {
  constexpr double kMostHours = 14;
  for (const wire::Field& zone : fields.list(zones, "time zone")) {
    const std::string text = zone.str.starts_with('"') ? wire::code(zone) : std::string(zone.str);
    double hours = 0;
    if (!wire::read_one(hours, text) || std::abs(hours) > kMostHours) continue;
    posting.utc_offsets.push_back(std::lround(hours * 60));
  }
}

std::string link(const WireJob& job, wire::SoftFields& fields) {
  std::string url = fields.code(job.applicationLink, "link");
  return normalize::is_web_url(url) ? url : wire::code(job.guid);
}

Posting to_posting(const WireJob& job, wire::SoftFields& fields) {
  Posting posting;
  posting.title = wire::text(job.title);
  posting.company = company_of(job, fields);
  posting.url = link(job, fields);
  read_countries(job.locationRestrictions, fields, posting);
  read_time_zones(job.timezoneRestrictions, fields, posting);
  posting.levels = fields.texts(job.seniority, "level");
  posting.employment_type = fields.text(job.employmentType, "employment");
  posting.tags = fields.texts(job.categories, "tags");
  for (std::string& parent : fields.texts(job.parentCategories, "tags")) {
    posting.tags.push_back(std::move(parent));
  }
  posting.description = fields.html(job.description);
  posting.post_date = fields.date(job.pubDate);
  posting.expires_at = fields.date(job.expiryDate);
  fields.pay({.min = job.minSalary,
              .max = job.maxSalary,
              .currency = job.currency,
              .period = job.salaryPeriod},
             posting);
  return posting;
}

void read_job(const WireJob& job, Listing& listing) {
  if (!listing.meet(wire::id(job.guid), job.title.str)) return;
  wire::SoftFields fields(listing);
  Posting posting = to_posting(job, fields);
  if (!posting.company.empty()) return listing.keep(std::move(posting));
  const std::string slug = fields.code(job.companySlug, "company");
  posting.company = normalize::display_name(slug);
  std::string address = company_address(posting.url, slug);
  listing.keep(std::move(posting));
  if (!address.empty()) listing.guess_company(std::move(address));
}

std::int64_t offset_of(std::string_view position) {
  std::int64_t offset = 0;
  if (position.starts_with(kOffset)) {
    std::from_chars(position.data() + kOffset.size(), position.data() + position.size(), offset);
  }
  return offset;
}

/// The cursor that the page offers. An offset takes its place only where no page of the walk has
/// offered a cursor.
std::string next_position(const WirePage& page, std::string_view position) {
  const std::string cursor = wire::id(page.nextCursor);
  if (!cursor.empty() && cursor.size() <= kMaxCursorBytes) {
    return "cursor=" + encode_percent(cursor);
  }
  // Behind a cursor, a page without one is the last.
  const bool may_count = position.empty() || position.starts_with(kOffset);
  const std::int64_t next = offset_of(position) + std::ssize(*page.jobs);
  const bool is_more = !page.jobs->empty() && next < wire::whole(page.totalCount);
  return may_count && is_more ? std::string(kOffset) + std::to_string(next) : std::string();
}

std::string page_path(const FeedRequest& request) {
  std::string path = "/jobs/api?limit=";
  path.append(kPageSize);
  return request.position.empty() ? path : path.append("&").append(request.position);
}

Result<FeedPage> read_page(std::string_view body, const FeedRequest& request, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  wire::read_each<WireJob>(*page.jobs, listing,
                           [&listing](const WireJob& job) { read_job(job, listing); });
  return FeedPage{.next = next_position(page, request.position),
                  .notice = normalize::fold_whitespace(wire::text(page.comments))};
}

}  // namespace
}  // namespace spearyx::himalayas

template <>
const spearyx::FeedReader spearyx::kReader<spearyx::Source::kHimalayas>{
    .shape = {.list = "jobs", .marks = {"totalCount", "guid", "companySlug"}},
    .pages = 3,
    .end = FeedEnd::kExpired,
    .page_path = himalayas::page_path,
    .read_page = himalayas::read_page};
