#include "sources/himalayas/himalayas.h"

#include <charconv>
#include <optional>
#include <utility>

#include "normalize/dates.h"
#include "normalize/identity.h"
#include "normalize/text.h"
#include "normalize/web_url.h"
#include "sources/wire.h"

namespace spearyx::himalayas {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  std::optional<wire::Views> jobs;
  std::optional<glz::raw_json_view> nextCursor;
  std::optional<glz::raw_json_view> comments;
  std::optional<glz::raw_json_view> totalCount;
};

/// Named by a string; the documentation speaks of an object.
struct WireCountry {
  std::optional<std::string> name;
};

struct WireHead {
  std::optional<glz::raw_json_view> guid;
};

struct WireJob {
  std::optional<std::string> title;
  std::optional<std::string> companyName;
  std::optional<std::string> companySlug;
  std::optional<glz::raw_json_view> minSalary;
  std::optional<glz::raw_json_view> maxSalary;
  std::optional<std::string> salaryPeriod;
  std::optional<std::string> currency;
  std::optional<wire::Views> locationRestrictions;
  std::optional<std::vector<std::string>> categories;
  std::optional<std::vector<std::string>> parentCategories;
  std::optional<std::string> description;
  std::optional<std::string> applicationLink;
  std::optional<glz::raw_json_view> pubDate;
  std::optional<glz::raw_json_view> expiryDate;
};

namespace {

constexpr std::string_view kPageSize = "20";
constexpr std::string_view kOffset = "offset=";
/// A longer cursor is not one.
constexpr std::size_t kMaxCursorBytes = 512;

/// The API names some companies "name": a bug of theirs.
std::string company_of(const WireJob& job) {
  const std::string name = normalize::fold_whitespace(job.companyName.value_or(""));
  if (!name.empty() && name != "name") return name;
  return normalize::display_name(job.companySlug.value_or(""));
}

std::vector<std::string> names_of(const wire::Views& countries) {
  std::vector<std::string> names;
  for (const glz::raw_json_view& country : countries) {
    std::string name = wire::text_of(country);
    WireCountry object;
    if (name.empty() && wire::read_one(object, country.str)) name = object.name.value_or("");
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

/// Country names have commas of their own.
std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append(text.empty() ? "" : "; ").append(name);
  return text;
}

std::optional<UnixSeconds> date_of(const std::optional<glz::raw_json_view>& seconds) {
  return normalize::plausible_date(normalize::parse_unix_seconds(wire::text_of(seconds)));
}

std::string link(const std::string& id, const WireJob& job) {
  if (job.applicationLink && normalize::is_web_url(*job.applicationLink)) {
    return *job.applicationLink;
  }
  return normalize::is_web_url(id) ? id : std::string();
}

Posting to_posting(std::string id, WireJob& job) {
  Posting posting;
  posting.url = link(id, job);
  posting.external_id = std::move(id);
  posting.title = std::move(job.title).value_or("");
  posting.company = company_of(job);
  if (job.locationRestrictions) {
    std::vector<std::string> names = names_of(*job.locationRestrictions);
    posting.location = joined(names);
    // An empty list means anywhere; one that cannot be read does not.
    const bool is_read = names.empty() == job.locationRestrictions->empty();
    if (is_read) posting.allowed_countries = std::move(names);
  }
  posting.tags = std::move(job.categories).value_or(std::vector<std::string>());
  for (std::string& parent : job.parentCategories.value_or(std::vector<std::string>())) {
    posting.tags.push_back(std::move(parent));
  }
  posting.description = std::move(job.description).value_or("");
  posting.post_date = date_of(job.pubDate);
  posting.expires_at = date_of(job.expiryDate);
  posting.salary_min = wire::whole(job.minSalary);
  posting.salary_max = wire::whole(job.maxSalary);
  // Currency and period are filled in even where there is no salary.
  if (posting.salary_min != 0 || posting.salary_max != 0) {
    posting.salary_currency = job.currency.value_or("");
    posting.salary_period = job.salaryPeriod.value_or("");
  }
  return posting;
}

void read_job(std::string_view json, Listing& listing) {
  listing.count_fetched();
  WireHead head;
  if (!wire::read_one(head, json)) return listing.reject("posting is malformed");
  const std::string id = wire::text_of(head.guid);
  if (id.empty()) return listing.reject("id is missing");
  if (!listing.is_first_sight(id)) return;
  WireJob job;
  if (!wire::read_one(job, json)) return listing.reject("posting is malformed", id);
  Posting posting = to_posting(id, job);
  if (normalize::fold_whitespace(posting.title).empty()) {
    return listing.reject("title is missing", id);
  }
  if (posting.url.empty()) return listing.reject("link is missing", id);
  listing.keep(std::move(posting));
}

std::int64_t offset_of(std::string_view position) {
  std::int64_t offset = 0;
  if (position.starts_with(kOffset)) {
    std::from_chars(position.data() + kOffset.size(), position.data() + position.size(), offset);
  }
  return offset;
}

std::string next_position(const WirePage& page, std::string_view position) {
  const std::string cursor = wire::text_of(page.nextCursor);
  if (!cursor.empty() && cursor.size() <= kMaxCursorBytes) {
    return "cursor=" + normalize::percent_encode_query(cursor);
  }
  // Behind a cursor, a page without one is the last.
  const bool may_count = position.empty() || position.starts_with(kOffset);
  const std::int64_t next = offset_of(position) + static_cast<std::int64_t>(page.jobs->size());
  const bool is_more = !page.jobs->empty() && next < wire::whole(page.totalCount);
  return may_count && is_more ? std::string(kOffset) + std::to_string(next) : std::string();
}

}  // namespace

std::string page_path(const FeedRequest& request) {
  std::string path = "/jobs/api?limit=";
  path.append(kPageSize);
  return request.position.empty() ? path : path.append("&").append(request.position);
}

Result<FeedPage> read_page(std::string_view body, const FeedRequest& request, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  for (const glz::raw_json_view& job : *page.jobs) read_job(job.str, listing);
  return FeedPage{.next = next_position(page, request.position),
                  .notice = normalize::fold_whitespace(wire::text_of(page.comments))};
}

}  // namespace spearyx::himalayas
