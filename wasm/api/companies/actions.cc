#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/companies/document.h"
#include "api/handlers.h"
#include "model/source.h"
#include "store/companies.h"
#include "support/static_text.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kCompanyAfter =
    "SELECT " SPEARYX_COMPANY_COLUMNS " FROM discovered_companies WHERE source = ?1 AND slug = ?2";

constexpr std::string_view kPause =
    "UPDATE discovered_companies SET status = 'paused', next_sync_at = max(next_sync_at, 0)"
    " WHERE source = ?1 AND slug = ?2 AND status <> 'paused' RETURNING slug AS text";

// As good as new: nothing of its last listing is believed, for its postings may be closed.
constexpr std::string_view kResume = R"sql(
UPDATE discovered_companies SET status = 'active', next_sync_at = -?3, failures = 0, cut_offs = 0,
  last_error = NULL, suspect_since = 0, etag = '', body_hash = ''
WHERE source = ?1 AND slug = ?2 AND status IN ('paused', 'gone') RETURNING slug AS text
)sql";

// Those that fail, and those whose look a clock that was wrong has put further ahead than any rule does.
constexpr std::string_view kRetry = kStaticText<[] {
  return with_board_sources(R"sql(
UPDATE discovered_companies SET next_sync_at = ?1
WHERE (source, slug) IN (
  SELECT source, slug FROM (SELECT source, slug FROM discovered_companies
    WHERE )sql" SPEARYX_COMPANY_IN_NEED R"sql( AND failures > 0
      AND status IN ('active', 'empty') AND next_sync_at > ?1 LIMIT 500)
  UNION
  SELECT source, slug FROM (SELECT c.source, c.slug
    FROM json_each('BOARD_SOURCES') AS n CROSS JOIN discovered_companies AS c ON c.source = n.value
    WHERE c.status IN ('active', 'empty') AND c.next_sync_at > ?1 + ?2 LIMIT 500))
RETURNING slug AS text
)sql");
}>;

/// The longest time that a look is planned ahead, and more: SYNC_INTERVAL may be thirty days, and
/// is spread.
constexpr UnixSeconds kNeverPlanned = 35 * kDay;

constexpr std::string_view kCandidateAfter =
    "SELECT " SPEARYX_CANDIDATE_COLUMNS " FROM potential_companies WHERE slug = ?1";

constexpr std::string_view kCheck = R"sql(
UPDATE potential_companies SET status = 'pending', next_check_at = -?2, failures = 0, cut_offs = 0,
  last_error = NULL
WHERE slug = ?1 RETURNING slug AS text
)sql";

constexpr std::string_view kReject =
    "UPDATE potential_companies SET status = 'rejected'"
    " WHERE slug = ?1 AND status <> 'rejected' RETURNING slug AS text";

constexpr std::string_view kRetryCandidates = R"sql(
UPDATE potential_companies SET next_check_at = ?1
WHERE slug IN (
  SELECT slug FROM (SELECT slug FROM potential_companies
    WHERE )sql" SPEARYX_CANDIDATE_IN_NEED R"sql( AND failures > 0
      AND status IN ('pending', 'not_found') AND next_check_at > ?1 LIMIT 500)
  UNION
  SELECT slug FROM (SELECT slug FROM potential_companies
    WHERE status IN ('pending', 'not_found') AND next_check_at > ?1 + ?2 LIMIT 500))
RETURNING slug AS text
)sql";

constexpr UnixSeconds kNeverRechecked = 130 * kDay;

/// Carries out a change of one row, and answers the row as it is then: 202 where a tick is to follow.
template <typename Row>
ApiResult change(Context& context, Statement action, store::Query<Row> row, int status,
                 std::vector<Statement> then = {}) {
  store::Batch batch;
  const auto changed =
      batch.ask(store::Query<TextRow>{"changed row", action.sql, std::move(action.binds)});
  const auto place = batch.ask(std::move(row));
  batch.add(std::move(then));
  BatchReader reader(context, batch);
  const bool has_changed = !reader.rows(changed).empty();
  const auto after = reader.first(place);
  if (reader.error()) return std::unexpected(*reader.error());
  if (!after) return refuse(404, "not_found", "There is none of that name.");
  return Answer{.body = dump(json_object(
                    {{"success", true}, {"changed", has_changed}, {"data", to_document(*after)}})),
                .status = has_changed ? status : 200};
}

store::Query<CompanyRow> company(const std::string& source, const std::string& slug) {
  return {"company", kCompanyAfter, {source, slug}};
}

store::Query<CandidateRow> candidate(const std::string& slug) {
  return {"candidate", kCandidateAfter, {slug}};
}

ApiResult retry(Context& context, std::string_view sql, UnixSeconds never) {
  const auto asked = ask(context, store::Query<TextRow>{"retried", sql, {context.now, never}});
  if (!asked) return std::unexpected(asked.error());
  return Answer{
      .body = dump(json_object({{"success", true}, {"data", {{"queued", asked->size()}}}})),
      .status = 202};
}

}  // namespace

ApiResult post_company_pause(Context& context) {
  const std::string& source = context.captures[0];
  const std::string& slug = context.captures[1];
  return change(context, Statement(kPause, {source, slug}), company(source, slug), 200);
}

ApiResult post_company_resume(Context& context) {
  const std::string& source = context.captures[0];
  const std::string& slug = context.captures[1];
  return change(context, Statement(kResume, {source, slug, context.now}), company(source, slug),
                202, {store::ask_next(source)});
}

ApiResult post_companies_retry(Context& context) { return retry(context, kRetry, kNeverPlanned); }

ApiResult post_candidate_check(Context& context) {
  const std::string& slug = context.captures.front();
  return change(context, Statement(kCheck, {slug, context.now}), candidate(slug), 202);
}

ApiResult post_candidate_reject(Context& context) {
  const std::string& slug = context.captures.front();
  return change(context, Statement(kReject, {slug}), candidate(slug), 200);
}

ApiResult post_candidates_retry(Context& context) {
  return retry(context, kRetryCandidates, kNeverRechecked);
}

}  // namespace spearyx::api
