#include <algorithm>
#include <array>
#include <string>

#include "api/handlers.h"
#include "api/job_document.h"

namespace spearyx::api {

/// A row of `job_changes`.
struct ChangeRow {
  std::int64_t seq = 0;
  std::int64_t job_id = 0;
  std::string change;
  std::string fields;
  std::int64_t changed_at = 0;
};

struct CategoriesRow {
  std::string categories;
};

namespace {

constexpr std::string_view kChanges = R"sql(
SELECT seq, job_id, change, fields, changed_at FROM job_changes
WHERE seq > ?1 ORDER BY seq LIMIT ?2
)sql";

constexpr std::string_view kJobs = "SELECT " SPEARYX_JOB_COLUMNS
                                   " FROM job_changes AS c CROSS JOIN jobs AS j ON j.id = c.job_id"
                                   " WHERE c.seq > ?1 ORDER BY c.seq LIMIT ?2";

constexpr std::string_view kCategories = "SELECT categories FROM category_list";

Json fields_of(const ChangeRow& change) {
  Json fields = Json::array();
  std::string_view rest = change.fields;
  while (!rest.empty()) {
    const std::string_view field = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), field.size() + 1));
    fields.push_back(field);
  }
  return fields;
}

Json to_document(const ChangeRow& change, const std::vector<JobRow>& jobs, const Json& categories) {
  const auto job = std::ranges::find(jobs, change.job_id, &JobRow::id);
  const bool shows_job = change.change != "closed" && job != jobs.end();
  return {{"cursor", std::to_string(change.seq)},
          {"change", change.change},
          {"id", change.job_id},
          {"at", iso_date(change.changed_at)},
          {"fields", fields_of(change)},
          {"job", shows_job ? to_document(*job, categories) : Json()}};
}

}  // namespace

ApiResult get_changes(Context& context) {
  constexpr std::int64_t kLastCursor = std::int64_t{1} << 53;
  const std::int64_t since = context.parameters.number_or("since", {0, kLastCursor}, 0);
  const std::int64_t limit = context.parameters.number_or("limit", {1, 100}, 30);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  const std::array batch{Statement{kChanges, {since, limit + 1}}, Statement{kJobs, {since, limit}},
                         Statement{kCategories, {}}};
  Query query(context, batch);
  auto changes = query.rows<ChangeRow>(0);
  const auto jobs = query.rows<JobRow>(1);
  const auto categories = query.first<CategoriesRow>(2);
  if (query.error()) return std::unexpected(*query.error());
  const bool has_more = std::cmp_greater(changes.size(), limit);
  if (has_more) changes.pop_back();
  const Json all = parse_json(categories->categories);
  Json list = Json::array();
  for (const ChangeRow& change : changes) list.push_back(to_document(change, jobs, all));
  const std::int64_t next = changes.empty() ? since : changes.back().seq;
  return Answer{.body = dump({{"success", true},
                              {"data",
                               {{"changes", std::move(list)},
                                {"nextCursor", std::to_string(next)},
                                {"hasMore", has_more}}},
                              {"meta", {{"ignoredParams", context.parameters.ignored()}}}}),
                .max_age_s = 10};
}

}  // namespace spearyx::api
