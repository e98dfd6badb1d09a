#include "api/job_document.h"

#include <cmath>

#include "normalize/dates.h"

namespace spearyx::api {
namespace {

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json amount(std::optional<double> value) {
  constexpr double kLargest = 9e15;
  if (!value || !(std::abs(*value) < kLargest)) return {};
  if (*value == std::floor(*value)) return static_cast<std::int64_t>(*value);
  return *value;
}

/// The stored JSON array, or an empty one where it is none.
Json scope(const std::optional<std::string>& text) {
  if (!text) return Json::array();
  Json document = parse_json(*text);
  return document.is_array() ? document : Json::array();
}

Json category_of(const JobRow& job, const Json& categories) {
  for (const Json& category : categories) {
    if (category.is_object() && category.value("id", std::int64_t{0}) == job.category_id) {
      return category;
    }
  }
  return {};
}

}  // namespace

Json iso_date(std::optional<UnixSeconds> time) {
  return time ? Json(normalize::iso8601_ms(*time * 1'000)) : Json();
}

Json to_document(const JobRow& job, const Json& categories) {
  return {{"id", job.id},
          {"title", job.title},
          {"company", job.company},
          {"description", or_null(job.description)},
          {"sourceUrl", job.source_url},
          {"sourceName", job.source_name},
          {"location", or_null(job.location)},
          {"remoteType", job.remote_type},
          {"remoteScope", scope(job.remote_scope)},
          {"payRange", or_null(job.pay_range)},
          {"salaryMin", amount(job.salary_min)},
          {"salaryMax", amount(job.salary_max)},
          {"salaryCurrency", or_null(job.salary_currency)},
          {"salaryPeriod", or_null(job.salary_period)},
          {"postDate", iso_date(job.post_date)},
          {"expiresAt", iso_date(job.expires_at)},
          {"createdAt", iso_date(job.created_at)},
          {"updatedAt", iso_date(job.updated_at)},
          {"closedAt", iso_date(job.closed_at)},
          {"categoryId", job.category_id},
          {"category", category_of(job, categories)}};
}

}  // namespace spearyx::api
