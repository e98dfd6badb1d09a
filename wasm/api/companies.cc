#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "api/handlers.h"
#include "api/job_document.h"
#include "api/source_choices.h"
#include "model/company.h"
#include "normalize/board_reference.h"
#include "schedule/rotation.h"

namespace spearyx::api {

/// A company as the list shows it.
struct CompanyRow {
  std::string source;
  std::string slug;
  std::string name;
  std::string status;
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  double openings = 0;
  double watched_s = 0;
  std::int64_t interval_s = 0;
  std::optional<std::int64_t> next_sync_at;
  std::optional<std::int64_t> last_synced_at;
  std::int64_t failures = 0;
  std::optional<std::string> last_error;
  std::int64_t suspect_since = 0;
  std::int64_t created_at = 0;
};

namespace {

constexpr std::array<std::string_view, 5> kCompanyStatuses{"", "active", "empty", "gone", "paused"};

#define CHOSEN(is_failing)                                             \
  " WHERE (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR status = ?2)" \
  " AND (?3 IS NULL OR " is_failing " = ?3)"

constexpr std::string_view kCompanies =
    "SELECT source, slug, name, status, job_count, remote_job_count, openings, watched_s, "
    "interval_s,"
    " nullif(next_sync_at, 0) AS next_sync_at, last_synced_at, failures, last_error, suspect_since,"
    " created_at FROM discovered_companies" CHOSEN("failures > 0")
    // No name of a source comes after a tilde.
    " AND (source, slug) > (?4, ?5) AND source <= coalesce(?1, '~')"
    " ORDER BY source, slug LIMIT ?6 OFFSET ?7";
constexpr std::string_view kTotal =
    "SELECT coalesce(sum(companies), 0) AS number FROM company_counts" CHOSEN("is_failing");

// A board that is known already is due at once, unless it is paused.
constexpr std::string_view kEnterBoard = R"sql(
INSERT INTO discovered_companies (source, slug) VALUES (?1, ?2)
ON CONFLICT (source, slug) DO UPDATE SET next_sync_at = 0,
  status = iif(status = 'paused', status, 'active')
RETURNING status AS text
)sql";
constexpr std::string_view kKnownBoard =
    "SELECT slug AS text FROM discovered_companies WHERE source = ?1 AND slug = ?2";

constexpr std::string_view kEnterCandidate = R"sql(
INSERT INTO potential_companies (slug) VALUES (?1)
ON CONFLICT (slug) DO UPDATE SET next_check_at = 0, status = iif(status = 'not_found', 'pending', status)
RETURNING status AS text
)sql";
constexpr std::string_view kKnownCandidate =
    "SELECT slug AS text FROM potential_companies WHERE slug = ?1";

/// The body's one text: `{"company": slug or URL}`, also under the names slug and url.
std::string reference_in(std::string_view body) {
  const Json document = parse_json(body);
  for (const char* name : {"company", "slug", "url"}) {
    std::string text = text_in(document, name);
    if (!text.empty()) return text;
  }
  return {};
}

bool is_in_rotation(const CompanyRow& row) {
  return source_named(row.source) && (row.status == "active" || row.status == "empty");
}

std::string_view health_of(const CompanyRow& row) {
  if (!source_named(row.source)) return "unknown_source";
  if (row.status == "gone" || row.status == "paused") return row.status;
  if (row.failures > 0) return "failing";
  return row.last_synced_at ? "healthy" : "new";
}

/// Why the next look is when it is.
std::string_view interval_reason_of(const CompanyRow& row) {
  if (row.failures > 0) return "failing";
  if (row.suspect_since > 0) return "suspect";
  if (row.status == "empty") return "empty";
  return row.watched_s > 0 ? "openings" : "new";
}

Json to_document(const CompanyRow& row) {
  Company watched;
  watched.openings = row.openings;
  watched.watched_s = row.watched_s;
  const bool is_planned = is_in_rotation(row) && row.interval_s > 0;
  return json_object(
      {{"source", row.source},
       {"slug", row.slug},
       {"name", row.name.empty() ? row.slug : row.name},
       {"status", row.status},
       {"health", health_of(row)},
       {"jobCount", row.job_count},
       {"remoteJobCount", row.remote_job_count},
       {"lastSyncedAt", iso_date(row.last_synced_at)},
       {"nextSyncAt", is_in_rotation(row) ? iso_date(row.next_sync_at) : Json()},
       {"intervalSeconds", is_planned ? Json(row.interval_s) : Json()},
       {"intervalReason", is_planned ? Json(interval_reason_of(row)) : Json()},
       {"openingsPerDay", is_planned ? Json(schedule::opening_rate(watched)) : Json()},
       {"failures", row.failures},
       {"lastError", row.last_error},
       {"createdAt", iso_date(row.created_at)}});
}

}  // namespace

ApiResult get_companies(Context& context) {
  Parameters& parameters = context.parameters;
  const std::string source(parameters.choice("source", kBoardSourceChoices));
  const Bind status = text_or_null(parameters.choice("status", kCompanyStatuses));
  const bool asks_failing = !parameters.text("failing").empty();
  const bool is_failing = parameters.flag("failing", false);
  const std::int64_t limit = parameters.number_or("limit", {1, 100}, 30);
  const std::int64_t offset = parameters.number_or("offset", {0, 100'000}, 0);
  const std::string cursor = parameters.text("cursor", 300);
  const std::size_t slash = cursor.find('/');
  if (!cursor.empty() && slash == std::string::npos) {
    parameters.reject("cursor", "is not one that this list has given out");
  }
  if (parameters.error()) return std::unexpected(*parameters.error());

  const Bind of_source = text_or_null(source);
  const Bind failing = asks_failing ? Bind(std::int64_t{is_failing}) : Bind();
  const std::string after_source = cursor.empty() ? source : cursor.substr(0, slash);
  const std::string after_slug = cursor.empty() ? "" : cursor.substr(slash + 1);
  store::Batch batch;
  const auto page = batch.ask(store::Query<CompanyRow>{
      "companies",
      kCompanies,
      {of_source, status, failing, after_source, after_slug, limit + 1, offset}});
  const auto count = batch.ask(
      store::Query<NumberRow>{"number of companies", kTotal, {of_source, status, failing}});
  BatchReader reader(context, batch);
  auto rows = reader.rows(page);
  const auto total = reader.first(count);
  if (reader.error()) return std::unexpected(*reader.error());
  const bool has_more = std::cmp_greater(rows.size(), limit);
  if (has_more) rows.pop_back();
  Json companies = Json::array();
  for (const CompanyRow& row : rows) companies.push_back(to_document(row));
  const Json next = has_more ? Json(rows.back().source + "/" + rows.back().slug) : Json();
  return Answer{.body = dump(json_object({{"success", true},
                                          {"data",
                                           {{"companies", std::move(companies)},
                                            {"total", total->number},
                                            {"limit", limit},
                                            {"offset", offset},
                                            {"hasMore", has_more},
                                            {"nextCursor", next}}},
                                          {"meta", {{"ignoredParams", parameters.ignored()}}}})),
                .max_age_s = 10};
}

// The address of a board tells its source: the board is entered and due at once. A slug alone is a
// candidate for discovery.
ApiResult post_company(Context& context) {
  const std::string text = reference_in(context.request.body);
  if (text.empty() || text.size() > 2'000) {
    return refuse(400, "invalid_body",
                  R"(The body must be JSON such as {"company": "acme"} or )"
                  R"({"company": "https://jobs.lever.co/acme"}.)");
  }
  const auto reference = normalize::parse_board_reference(text);
  if (!reference) return refuse(400, "invalid_parameter", "company: " + reference.error().detail);
  const bool is_board = reference->source.has_value();
  const std::vector<Bind> key =
      is_board ? std::vector<Bind>{std::string(name_of(*reference->source)), reference->slug}
               : std::vector<Bind>{reference->slug};
  store::Batch batch;
  const auto known = batch.ask(
      store::Query<TextRow>{"known company", is_board ? kKnownBoard : kKnownCandidate, key});
  const auto entered = batch.ask(
      store::Query<TextRow>{"entered company", is_board ? kEnterBoard : kEnterCandidate, key});
  BatchReader reader(context, batch);
  const bool is_new = reader.rows(known).empty();
  const auto status = reader.first(entered);
  if (reader.error()) return std::unexpected(*reader.error());
  return Answer{
      .body = dump(json_object({{"success", true},
                                {"data",
                                 {{"source", is_board ? Json(name_of(*reference->source)) : Json()},
                                  {"slug", reference->slug},
                                  {"kind", is_board ? "board" : "candidate"},
                                  {"isNew", is_new},
                                  {"status", status->text}}}})),
      .status = is_new ? 201 : 200};
}

}  // namespace spearyx::api
