#include "api/jobs/document.h"

#include <algorithm>
#include <utility>

#include "api/company_id.h"
#include "api/page_address.h"
#include "normalize/text/dates.h"
#include "support/json_amount.h"

namespace spearyx::api {
namespace {

/// The day on which the list of categories was made; the original's API tells it of each.
constexpr UnixSeconds kCategoriesSince = 1'786'147'200;  // 2026-08-08

/// The stored JSON array, or an empty one for any other text.
Json scope(const std::optional<std::string>& text) {
  if (!text) return Json::array();
  Json document = parse_json(*text);
  return document.is_array() ? document : Json::array();
}

Json role_of(const JobRow& job) {
  return json_object({{"id", job.leader_id.value_or(job.id)},
                      {"postings", job.copies + 1},
                      {"places", places_of(job)}});
}

}  // namespace

UnixSeconds first_seen(const JobRow& job) { return job.role_since.value_or(job.created_at); }

Json places_of(const JobRow& job) {
  Json places = Json::array();
  if (!job.places) {
    if (job.location) places.push_back(*job.location);
    return places;
  }
  for (const Json& place : parse_json(*job.places)) {
    if (place.is_string() && !std::ranges::contains(places, place)) places.push_back(place);
  }
  return places;
}

Json iso_date(std::optional<UnixSeconds> time) {
  return time ? Json(normalize::iso8601_ms(*time * 1'000)) : Json();
}

UnixSeconds listed_at(const JobRow& job) { return job.post_date.value_or(job.created_at); }

Json to_document(const normalize::Category& category) {
  return json_object({{"id", category.id},
                      {"name", category.name},
                      {"slug", category.slug},
                      {"description", category.description},
                      {"createdAt", iso_date(kCategoriesSince)}});
}

Json to_document(const JobRow& job) {
  return json_object(
      {{"id", job.id},
       {"title", job.title},
       {"company", job.company},
       {"companyId", CompanyId{job.company_key, {{job.source_name, job.board}}}.text()},
       {"slug", page_slug(job.title, job.company)},
       {"description", job.description},
       {"sourceUrl", job.source_url},
       {"sourceName", job.source_name},
       {"location", job.location},
       {"remoteType", job.remote_type},
       {"remoteScope", scope(job.remote_scope)},
       {"payRange", job.pay_range},
       {"salaryMin", json_amount(job.salary_min)},
       {"salaryMax", json_amount(job.salary_max)},
       {"salaryCurrency", job.salary_currency},
       {"salaryPeriod", job.salary_period},
       {"salaryUsdYear", job.salary_usd_year},
       {"level", job.level},
       {"employmentType", job.employment_type},
       {"utcOffsets", json_span(job.utc_offset_min, job.utc_offset_max)},
       {"postDate", iso_date(job.post_date)},
       {"expiresAt", iso_date(job.expires_at)},
       {"createdAt", iso_date(job.created_at)},
       {"updatedAt", iso_date(job.updated_at)},
       {"closedAt", iso_date(job.closed_at)},
       {"firstSeenAt", iso_date(first_seen(job))},
       {"reposts", job.reposts},
       {"role", role_of(job)},
       {"categoryId", job.category_id},
       {"category", to_document(normalize::category_with(job.category_id))}});
}

}  // namespace spearyx::api
