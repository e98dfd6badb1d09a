#include "store/jobs.h"

#include <optional>
#include <tuple>
#include <utility>

#include "store/role_condition.h"
#include "store/row_types.h"
#include "support/hex.h"
#include "support/json.h"
#include "support/scan.h"
#include "support/static_text.h"
#include "support/time.h"
#include "support/utf8.h"

namespace spearyx::store {
namespace {

/// The furthest that a post date may lie ahead: clocks and time zones differ, but not by more.
constexpr UnixSeconds kMostAhead = 2 * kDay;

constexpr std::string_view kKnownPostings = R"sql(
SELECT id, external_id, content_hash, closed_at IS NOT NULL AS is_closed, role_key
FROM jobs WHERE source_name = ?1 AND board = ?2 ORDER BY external_id
)sql";

constexpr std::string_view kKnownAmong = R"sql(
SELECT j.id, j.external_id, j.content_hash, j.closed_at IS NOT NULL AS is_closed, j.role_key
FROM json_each(?3) AS e CROSS JOIN jobs AS j
WHERE j.source_name = ?1 AND j.board = ?2 AND j.external_id = e.value ORDER BY j.external_id
)sql";

// The order of the columns is the order of `to_row`. A posting past its own end (value 14) arrives
// closed, and its return is none. One that was closed under another id of its role is that role posted
// again: `earlier` is [how often, since when], of the last five closed ones. (LIMIT -1 is no limit; it
// keeps SQLite from looking once for each of the two.) What was decided by hand about a role stays.
constexpr std::string_view kUpsert = kStaticText<[] {
  std::string sql = R"sql(
INSERT INTO jobs (source_name, board, external_id, title, company, source_url, location,
  remote_scope, category_id, pay_range, salary_min, salary_max, salary_currency, salary_period,
  salary_usd_year, post_date, expires_at, description_raw, description, content_hash, level,
  employment_type, utc_offset_min, utc_offset_max, created_at, updated_at, closed_at, role_key,
  role_text, reposts, role_since, company_key)
SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
  value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12,
  iif(value ->> 13 > ?4 + AHEAD, NULL, min(value ->> 13, ?4)), value ->> 14, value ->> 15,
  value ->> 16, value ->> 17, value ->> 18, value ->> 19, value ->> 20, value ->> 21, ?4, ?4,
  CASE WHEN value ->> 14 <= ?4 THEN ?4 END, role_key, role_text,
  coalesce(earlier ->> 0, 0), earlier ->> 1, value ->> 24
FROM (SELECT *, (
    SELECT json_array(1 + max(reposts), min(coalesce(role_since, created_at))) FROM (
      SELECT source_name, board, role_text, reposts, role_since, created_at FROM jobs
      WHERE role_key = e.role_key AND closed_at IS NOT NULL
      ORDER BY closed_at DESC LIMIT 5) AS past WHERE ALIKE HAVING count(*) > 0) AS earlier
  FROM (SELECT value, ?1 AS source_name, ?2 AS board, value ->> 22 AS role_key,
      value ->> 23 AS role_text FROM json_each(?3)) AS e LIMIT -1) WHERE true
ON CONFLICT (source_name, board, external_id) DO UPDATE SET
  title = excluded.title, company = excluded.company,
  company_key = excluded.company_key, source_url = excluded.source_url,
  location = excluded.location, remote_scope = excluded.remote_scope,
  category_id = excluded.category_id, pay_range = excluded.pay_range,
  salary_min = excluded.salary_min, salary_max = excluded.salary_max,
  salary_currency = excluded.salary_currency, salary_period = excluded.salary_period,
  salary_usd_year = excluded.salary_usd_year,
  post_date = CASE WHEN jobs.closed_at IS NULL
    THEN coalesce(min(jobs.post_date, excluded.post_date), jobs.post_date, excluded.post_date)
    ELSE coalesce(excluded.post_date, jobs.post_date) END,
  expires_at = excluded.expires_at, description = excluded.description,
  description_raw = excluded.description_raw,
  level = excluded.level, employment_type = excluded.employment_type,
  utc_offset_min = excluded.utc_offset_min, utc_offset_max = excluded.utc_offset_max,
  content_hash = excluded.content_hash, closed_at = excluded.closed_at,
  leader_id = iif(excluded.closed_at IS NULL, jobs.leader_id, NULL),
  role_key = iif(jobs.is_role_by_hand, jobs.role_key, excluded.role_key),
  role_text = iif(jobs.is_role_by_hand, jobs.role_text, excluded.role_text),
  reposts = jobs.reposts + (jobs.closed_at IS NOT NULL AND excluded.closed_at IS NULL),
  updated_at = CASE WHEN jobs.content_hash = excluded.content_hash
    THEN jobs.updated_at ELSE excluded.updated_at END
WHERE jobs.content_hash <> excluded.content_hash
  OR (jobs.closed_at IS NOT NULL AND excluded.closed_at IS NULL)
)sql";
  sql = replaced(sql, "AHEAD", decimal(kMostAhead));
  return replaced(sql, "ALIKE", role_condition("past", "e"));
}>;

constexpr std::string_view kClose = R"sql(
UPDATE jobs SET closed_at = ?2, leader_id = NULL, copies = 0, places = NULL
WHERE id IN (SELECT value FROM json_each(?1)) AND closed_at IS NULL
)sql";

constexpr std::string_view kPruneClosed = R"sql(
DELETE FROM jobs WHERE id IN (
  SELECT id FROM jobs WHERE closed_at IS NOT NULL AND closed_at < ?1 ORDER BY closed_at LIMIT 50)
)sql";

constexpr std::string_view kForgetTexts = R"sql(
UPDATE jobs SET description_raw = '' WHERE id IN (
  SELECT id FROM jobs WHERE closed_at IS NOT NULL AND description_raw <> '' AND closed_at < ?1
  ORDER BY closed_at LIMIT 50)
)sql";

/// The bytes of text in one statement. D1 takes at most 2,000,000 per bound text; half of that
/// leaves room for JSON's escapes.
constexpr std::size_t kChunkBytes = 1'000'000;

void append_code_unit(std::string& out, char32_t unit) {
  out.append("\\u");
  for (int shift = 12; shift >= 0; shift -= 4) out.push_back(kHexDigits[unit >> shift & 0xFU]);
}

/// A copy of the JSON in ASCII. JavaScript keeps such a text in one byte per character, and copies,
/// escapes and sends it several times as fast as a text with a single wider character.
std::string to_ascii(std::string_view json) {
  std::string ascii;
  ascii.reserve(json.size() + json.size() / 16);
  std::size_t copied = 0;
  const auto next = [&](std::size_t at) {
    return find_byte(json, at, [](auto byte) { return byte >= 0x80; });
  };
  for (std::size_t at = next(0); at < json.size(); at = next(at)) {
    const auto [c, length] = decode_utf8(json, at);
    ascii.append(json.data() + copied, at - copied);
    if (c >= 0x10000) append_code_unit(ascii, 0xD800 + ((c - 0x10000) >> 10));
    append_code_unit(ascii, c >= 0x10000 ? 0xDC00 + (c & 0x3FF) : c);
    at += length;
    copied = at;
  }
  return ascii.append(json.data() + copied, json.size() - copied);
}

using Text = std::string_view;

std::optional<Text> text_or_null(Text text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string to_row(const Job& job) {
  const std::tuple row{Text(job.external_id),
                       Text(job.title),
                       Text(job.company),
                       Text(job.source_url),
                       text_or_null(job.location),
                       text_or_null(job.remote_scope),
                       job.category_id,
                       text_or_null(job.pay_range),
                       job.salary_min,
                       job.salary_max,
                       text_or_null(job.salary_currency),
                       text_or_null(job.salary_period),
                       job.salary_usd_year,
                       job.post_date,
                       job.expires_at,
                       Text(job.description_raw),
                       text_or_null(job.description),
                       Text(job.content_hash),
                       text_or_null(job.level),
                       text_or_null(job.employment_type),
                       job.utc_offset_min,
                       job.utc_offset_max,
                       job.role_key,
                       Text(job.role_text),
                       text_or_null(job.company_key)};
  return to_ascii(encode(row));
}

}  // namespace

Query<KnownPosting> known_postings(const Board& board) {
  return {"known postings", kKnownPostings, {name_of(board.source), board.slug}};
}

Query<KnownPosting> known_among(const Board& board, std::string external_ids_json) {
  return {"known postings of a page",
          kKnownAmong,
          {name_of(board.source), board.slug, std::move(external_ids_json)}};
}

void Upserts::add(const Job& job) {
  const std::string row = to_row(job);
  if (rows_.size() + row.size() > kChunkBytes) end_statement();
  rows_.append(rows_.empty() ? "[" : ",").append(row);
}

std::vector<Statement> Upserts::take() {
  end_statement();
  return std::exchange(statements_, {});
}

void Upserts::end_statement() {
  if (rows_.empty()) return;
  rows_.append("]");
  statements_.push_back(
      {kUpsert, {name_of(board_.source), board_.slug, std::exchange(rows_, {}), now_}});
}

Statement close_jobs(std::span<const std::int64_t> ids, UnixSeconds now) {
  return {kClose, {dump(Json(std::vector<std::int64_t>(ids.begin(), ids.end()))), now}};
}

Statement prune_closed_jobs(UnixSeconds cutoff_s) { return {kPruneClosed, {cutoff_s}}; }

Statement forget_closed_texts(UnixSeconds cutoff_s) { return {kForgetTexts, {cutoff_s}}; }

}  // namespace spearyx::store
