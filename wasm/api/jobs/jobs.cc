#include <algorithm>
#include <optional>

#include "api/handlers.h"
#include "api/jobs/change_document.h"
#include "api/jobs/list.h"
#include "api/jobs/role.h"
#include "api/search/row_budget.h"
#include "model/source.h"
#include "normalize/cleansing.h"
#include "normalize/pay/exchange_rates.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kJob =
    "SELECT " SPEARYX_JOB_COLUMNS ", j.description_raw FROM jobs AS j WHERE j.id = ?1";

// An id may have been that of another posting before.
constexpr std::string_view kHistory = "SELECT " SPEARYX_CHANGE_COLUMNS
                                      " FROM jobs AS j CROSS JOIN job_changes AS c"
                                      " ON c.job_id = j.id WHERE j.id = ?1"
                                      " AND c.changed_at >= j.created_at ORDER BY c.seq LIMIT 20";

// In the order of the ids.
constexpr std::string_view kJobsById = "SELECT " SPEARYX_JOB_COLUMNS
                                       " FROM json_each(?1) AS e CROSS JOIN jobs AS j"
                                       " ON j.id = e.value";
constexpr std::size_t kMostIds = 200;

/// The remote scopes that are open to the place where one lives.
std::vector<std::string> scopes_open_to(const JobFilter& filter) {
  std::vector<std::string> scopes = filter.open_to;
  std::erase(scopes, kUnknownPlace);
  return scopes;
}

Json to_document(const SearchQuery::Meaning& meaning) {
  return json_object(
      {{"term", meaning.typed}, {"words", meaning.words}, {"scopes", meaning.scopes}});
}

Json to_document(const WithoutFilter& without) {
  return json_object({{"parameter", without.parameter},
                      {"total", std::min(without.postings, kCountedWithout)},
                      {"totalIsExact", without.postings <= kCountedWithout}});
}

Json list_meta(const Context& context, const JobFilter& filter, const JobPage& page) {
  Json meta = json_object({{"ignoredParams", context.parameters.ignored()},
                           {"totalIsExact", page.is_total_exact},
                           {"totalAgeSeconds", 0},
                           {"ratesOf", normalize::exchange_rates_date()}});
  if (!filter.open_to.empty()) meta["openTo"] = scopes_open_to(filter);
  if (page.place_unknown) {
    meta["placeUnknown"] = page.place_unknown->count;
    meta["placeUnknownIsExact"] = page.place_unknown->is_exact;
  }
  if (!page.corrected_search.empty()) meta["correctedSearch"] = page.corrected_search;
  if (!filter.search.ignored.empty()) meta["ignoredSearchTerms"] = filter.search.ignored;
  for (const auto& meaning : filter.search.meanings)
    meta["searchedAlso"].push_back(to_document(meaning));
  for (const auto& without : page.without) meta["withoutFilter"].push_back(to_document(without));
  if (page.sorted_among > 0) meta["sortedAmongNewest"] = page.sorted_among;
  if (page.ends_after > 0) meta["endsAfter"] = page.ends_after;
  if (page.facets && page.facets->counted_among > 0) {
    meta["facetsAmongNewest"] = page.facets->counted_among;
  }
  return meta;
}

Json list_data(const ListRequest& request, JobPage& page) {
  Json jobs = Json::array();
  for (const JobRow& job : page.jobs) jobs.push_back(to_document(job));
  Json data =
      json_object({{"jobs", std::move(jobs)},
                   {"total", page.total},
                   {"limit", request.limit},
                   {"offset", request.offset},
                   {"hasMore", page.has_more},
                   {"nextCursor", page.next_cursor.empty() ? Json() : Json(page.next_cursor)}});
  if (page.facets) data["facets"] = std::move(page.facets->counts);
  return data;
}

ApiResult list_answer(const Context& context, const ListRequest& request, JobPage page) {
  Json meta = list_meta(context, request.filter, page);
  return Answer{
      .body = dump(json_object(
          {{"success", true}, {"data", list_data(request, page)}, {"meta", std::move(meta)}})),
      .max_age_s = 30};
}

/// Reads the parameter `ids`, each id once.
Json read_ids(Parameters& parameters) {
  Json ids = Json::array();
  for (const std::string& text : parameters.list("ids", kMostIds)) {
    const auto id = posting_id(text);
    if (!id) {
      parameters.reject("ids", "must be ids of postings, separated by commas");
    } else if (!std::ranges::contains(ids, Json(*id))) {
      ids.push_back(*id);
    }
  }
  return ids;
}

/// The postings with these ids, open or closed. No other parameter is read.
ApiResult jobs_by_id(Context& context, const Json& ids) {
  auto jobs = ask(context, store::Query<JobRow>{"jobs by id", kJobsById, {dump(ids)}});
  if (!jobs) return std::unexpected(std::move(jobs.error()));
  JobPage page;
  page.total = std::ssize(*jobs);
  page.jobs = *std::move(jobs);
  ListRequest request;
  request.limit = std::ssize(ids);
  return list_answer(context, request, std::move(page));
}

/// The conditions of the source for whoever shows its postings.
Json attribution(const JobRow& job) {
  const auto source = source_named(job.source_name);
  if (!source) return {};
  const Terms& terms = info(*source).terms;
  return json_object({{"credit", "via " + std::string(terms.credit)},
                      {"homeUrl", terms.home_url},
                      {"followLink", terms.needs_followed_link},
                      {"allowsJobPostingMarkup", terms.allows_job_posting_markup}});
}

}  // namespace

ApiResult get_jobs(Context& context) {
  const Json ids = read_ids(context.parameters);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  if (!ids.empty()) return jobs_by_id(context, ids);
  ListRequest request = read_list_request(context.parameters);
  request.wants_facets = context.parameters.flag("facets", false);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  auto page = list_jobs(context, request);
  if (!page) return std::unexpected(std::move(page.error()));
  return list_answer(context, request, *std::move(page));
}

ApiResult get_job(Context& context) {
  const auto id = posting_id(context.captures.front());
  if (!id) return refuse(404, "not_found", "There is no such posting.");
  store::Batch batch;
  const auto job_place = batch.ask(store::Query<JobRow>{"job", kJob, {*id}});
  const auto history_place =
      batch.ask(store::Query<ChangeRow>{"history of a job", kHistory, {*id}});
  const auto copies_place = batch.ask(copies_of(*id));
  const auto sight_place = batch.ask(last_sight_of(*id));
  BatchReader reader(context, batch);
  const auto job = reader.first(job_place);
  const auto history = reader.rows(history_place);
  const auto copies = reader.rows(copies_place);
  const auto sight = reader.first(sight_place).value_or(SightRow());
  if (reader.error()) return std::unexpected(*reader.error());
  if (!job) return refuse(404, "not_found", "There is no such posting.");
  Json document = to_document(*job);
  document["content"] = normalize::cleanse_description(job->description_raw, job->source_name);
  document["attribution"] = attribution(*job);
  document["lastSeenAt"] = iso_date(sight.last_seen_at);
  document["possiblyStale"] = signs_of_staleness(*job, sight.last_seen_at, context.now);
  document["role"] = role_document(*job, copies);
  document["history"] = Json::array();
  for (const ChangeRow& change : history) document["history"].push_back(history_entry(change));
  return Answer{.body = dump(json_object({{"success", true}, {"data", std::move(document)}})),
                .max_age_s = 60};
}

}  // namespace spearyx::api
