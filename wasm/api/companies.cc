#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "api/handlers.h"
#include "api/job_document.h"
#include "model/source.h"
#include "normalize/board_reference.h"

namespace spearyx::api {

/// A row of `discovered_companies`.
struct CompanyListRow {
  std::string source;
  std::string slug;
  std::string name;
  std::string status;
  std::int64_t job_count = 0;
  std::int64_t remote_job_count = 0;
  std::int64_t next_sync_at = 0;
  std::optional<std::int64_t> last_synced_at;
  std::int64_t failures = 0;
  std::optional<std::string> last_error;
  std::int64_t created_at = 0;
};

struct TotalRow {
  std::int64_t total = 0;
};

struct EnteredRow {
  std::string slug;
};

namespace {

constexpr std::array<std::string_view, 3> kSources{"", "greenhouse", "lever"};
constexpr std::array<std::string_view, 5> kStatuses{"", "active", "empty", "gone", "paused"};

#define CHOSEN                                                          \
  " FROM discovered_companies AS d WHERE (?1 IS NULL OR d.source = ?1)" \
  " AND (?2 IS NULL OR d.status = ?2) AND (?3 IS NULL OR d.failures > 0 = ?3)"

constexpr std::string_view kCompanies =
    "SELECT d.source, d.slug, d.name, d.status, d.job_count, d.remote_job_count, d.next_sync_at,"
    " d.last_synced_at, d.failures, d.last_error, d.created_at" CHOSEN
    " AND (d.source, d.slug) > (?4, ?5) ORDER BY d.source, d.slug LIMIT ?6 OFFSET ?7";
constexpr std::string_view kTotal = "SELECT count(*) AS total" CHOSEN;

// A board that is known already is due at once.
constexpr std::string_view kEnterBoard = R"sql(
INSERT INTO discovered_companies (source, slug) VALUES (?1, ?2)
ON CONFLICT (source, slug) DO UPDATE SET next_sync_at = 0,
  status = iif(status = 'paused', status, 'active')
RETURNING slug
)sql";
constexpr std::string_view kKnownBoard =
    "SELECT slug FROM discovered_companies WHERE source = ?1 AND slug = ?2";

constexpr std::string_view kEnterCandidate = R"sql(
INSERT INTO potential_companies (slug) VALUES (?1)
ON CONFLICT (slug) DO UPDATE SET next_check_at = 0, status = iif(status = 'not_found', 'pending', status)
RETURNING slug
)sql";
constexpr std::string_view kKnownCandidate = "SELECT slug FROM potential_companies WHERE slug = ?1";

Bind text_or_null(std::string_view text) { return text.empty() ? Bind() : Bind(std::string(text)); }

/// Why a board is, or is not, in good order.
std::string_view health_of(const CompanyListRow& company) {
  if (company.status == "gone" || company.status == "paused") return company.status;
  if (company.failures > 0) return "failing";
  return company.last_synced_at ? "healthy" : "new";
}

Json to_document(const CompanyListRow& company) {
  return {{"source", company.source},
          {"slug", company.slug},
          {"name", company.name.empty() ? company.slug : company.name},
          {"status", company.status},
          {"health", health_of(company)},
          {"jobCount", company.job_count},
          {"remoteJobCount", company.remote_job_count},
          {"lastSyncedAt", iso_date(company.last_synced_at)},
          {"nextSyncAt", company.next_sync_at == 0 ? Json() : iso_date(company.next_sync_at)},
          {"failures", company.failures},
          {"lastError", company.last_error ? Json(*company.last_error) : Json()},
          {"createdAt", iso_date(company.created_at)}};
}

/// The body's one text: `{"company": slug or URL}`, also under the names slug and url.
std::string reference_in(std::string_view body) {
  const Json document = parse_json(body);
  if (!document.is_object()) return {};
  for (const char* name : {"company", "slug", "url"}) {
    const auto found = document.find(name);
    if (found != document.end() && found->is_string()) return found->get<std::string>();
  }
  return {};
}

}  // namespace

ApiResult get_companies(Context& context) {
  Parameters& parameters = context.parameters;
  const Bind source = text_or_null(parameters.choice("source", kSources));
  const Bind status = text_or_null(parameters.choice("status", kStatuses));
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

  const Bind failing = asks_failing ? Bind(std::int64_t{is_failing}) : Bind();
  const std::string after_source = cursor.empty() ? "" : cursor.substr(0, slash);
  const std::string after_slug = cursor.empty() ? "" : cursor.substr(slash + 1);
  const std::array batch{
      Statement{kCompanies, {source, status, failing, after_source, after_slug, limit + 1, offset}},
      Statement{kTotal, {source, status, failing}}};
  Query query(context, batch);
  auto companies = query.rows<CompanyListRow>(0);
  const auto total = query.first<TotalRow>(1);
  if (query.error()) return std::unexpected(*query.error());
  const bool has_more = std::cmp_greater(companies.size(), limit);
  if (has_more) companies.pop_back();
  Json list = Json::array();
  for (const CompanyListRow& company : companies) list.push_back(to_document(company));
  const Json next = has_more ? Json(companies.back().source + "/" + companies.back().slug) : Json();
  return Answer{.body = dump({{"success", true},
                              {"data",
                               {{"companies", std::move(list)},
                                {"total", total->total},
                                {"limit", limit},
                                {"offset", offset},
                                {"hasMore", has_more},
                                {"nextCursor", next}}},
                              {"meta", {{"ignoredParams", parameters.ignored()}}}}),
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
  const std::array batch{Statement{is_board ? kKnownBoard : kKnownCandidate, key},
                         Statement{is_board ? kEnterBoard : kEnterCandidate, key}};
  Query query(context, batch);
  const bool is_new = query.rows<EnteredRow>(0).empty();
  if (query.error()) return std::unexpected(*query.error());
  return Answer{.body = dump({{"success", true},
                              {"data",
                               {{"source", is_board ? Json(name_of(*reference->source)) : Json()},
                                {"slug", reference->slug},
                                {"kind", is_board ? "board" : "candidate"},
                                {"isNew", is_new}}}}),
                .status = is_new ? 201 : 200};
}

}  // namespace spearyx::api
