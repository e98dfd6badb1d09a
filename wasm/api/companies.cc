#include <array>
#include <string>

#include "api/handlers.h"
#include "api/job_document.h"
#include "api/source_choices.h"
#include "normalize/board_reference.h"

namespace spearyx::api {
namespace {

constexpr std::array<std::string_view, 5> kStatuses{"", "active", "empty", "gone", "paused"};

#define CHOSEN(is_failing)                                             \
  " WHERE (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR status = ?2)" \
  " AND (?3 IS NULL OR " is_failing " = ?3)"

constexpr std::string_view kCompanies =
    "SELECT json_group_array(json_object('source', source, 'slug', slug,"
    " 'name', coalesce(nullif(name, ''), slug), 'status', status,"
    " 'health', CASE WHEN status IN ('gone', 'paused') THEN status"
    "   WHEN failures > 0 THEN 'failing' WHEN last_synced_at IS NULL THEN 'new'"
    "   ELSE 'healthy' END,"
    " 'jobCount', job_count, 'remoteJobCount', remote_job_count,"
    " 'lastSyncedAt', " SPEARYX_ISO_DATE("last_synced_at") ","
    " 'nextSyncAt', " SPEARYX_ISO_DATE("nullif(next_sync_at, 0)") ","
    " 'failures', failures, 'lastError', last_error,"
    " 'createdAt', " SPEARYX_ISO_DATE("created_at") ")) AS text"
    " FROM (SELECT * FROM discovered_companies" CHOSEN("failures > 0")
    // No name of a source comes after a tilde.
    " AND (source, slug) > (?4, ?5) AND source <= coalesce(?1, '~')"
    " ORDER BY source, slug LIMIT ?6 OFFSET ?7)";
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

}  // namespace

ApiResult get_companies(Context& context) {
  Parameters& parameters = context.parameters;
  const std::string source(parameters.choice("source", kBoardSourceChoices));
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

  const Bind of_source = text_or_null(source);
  const Bind failing = asks_failing ? Bind(std::int64_t{is_failing}) : Bind();
  const std::string after_source = cursor.empty() ? source : cursor.substr(0, slash);
  const std::string after_slug = cursor.empty() ? "" : cursor.substr(slash + 1);
  const std::array batch{
      Statement{kCompanies,
                {of_source, status, failing, after_source, after_slug, limit + 1, offset}},
      Statement{kTotal, {of_source, status, failing}}};
  Query query(context, batch);
  const auto listed = query.first<TextRow>(0);
  const auto total = query.first<NumberRow>(1);
  if (query.error()) return std::unexpected(*query.error());
  Json companies = parse_json(listed->text);
  const bool has_more = cut_to(companies, limit);
  Json next;
  if (has_more) {
    next = text_in(companies.back(), "source") + "/" + text_in(companies.back(), "slug");
  }
  return Answer{.body = dump(json_object({{"success", true},
                                          {"data",
                                           {{"companies", std::move(companies)},
                                            {"total", total->number},
                                            {"limit", limit},
                                            {"offset", offset},
                                            {"hasMore", has_more},
                                            {"nextCursor", std::move(next)}}},
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
  const std::array batch{Statement{is_board ? kKnownBoard : kKnownCandidate, key},
                         Statement{is_board ? kEnterBoard : kEnterCandidate, key}};
  Query query(context, batch);
  const bool is_new = query.rows<TextRow>(0).empty();
  const auto status = query.first<TextRow>(1);
  if (query.error()) return std::unexpected(*query.error());
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
