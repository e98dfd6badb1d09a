#include "api/search/matches.h"

#include <charconv>
#include <utility>

#include "api/search/index_words.h"
#include "api/search/row_budget.h"
#include "support/json.h"

namespace spearyx::api {
namespace {

// ?1 match; ?2 lowest key; ?3 how many; ?4 ranges of words, [[low, high], …]; ?5 how many of those.
constexpr std::string_view kCountMatches = R"sql(
WITH found AS MATERIALIZED (
  SELECT count(*) AS postings, max(k) AS newest, min(k) AS oldest FROM (
    SELECT rowid AS k FROM jobs_fts WHERE jobs_fts MATCH ?1 AND rowid >= CAST(?2 AS INTEGER)
    ORDER BY rowid DESC LIMIT ?3))
SELECT postings, CAST(coalesce(newest, 0) AS TEXT) AS newest,
  CAST(coalesce(oldest, 0) AS TEXT) AS oldest, '' AS word FROM found
UNION ALL SELECT * FROM (
  SELECT t.doc, '', '', t.term
  FROM found CROSS JOIN json_each(?4) AS e CROSS JOIN jobs_terms AS t
    ON t.term >= e.value ->> 0 AND t.term < e.value ->> 1
  WHERE found.postings = 0 LIMIT ?5)
)sql";

// ?1 match; ?2 lowest key; ?3 how many.
constexpr std::string_view kCountOut =
    "SELECT count(*) AS number FROM (SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH ?1"
    " AND rowid >= CAST(?2 AS INTEGER) LIMIT ?3)";

/// Reads a key, which is a text because it is beyond the whole numbers of JavaScript.
std::int64_t to_key(const std::string& text) {
  std::int64_t key = 0;
  std::from_chars(text.data(), text.data() + text.size(), key);
  return key;
}

}  // namespace

store::Query<MatchRow> count_matches(const JobFilter& filter, std::int64_t most, UnixSeconds now) {
  Json ranges = Json::array();
  for (const WordRange& range : ranges_of_near_words(filter.search)) {
    ranges.push_back({range.low, range.high});
  }
  return {"matches",
          kCountMatches,
          {to_match(filter), std::to_string(lowest_key(filter, now)), most + 1, dump(ranges),
           kNearWords}};
}

store::Query<NumberRow> count_out(const JobFilter& filter, std::int64_t most, UnixSeconds now) {
  return {"count of matches",
          kCountOut,
          {to_match(filter), std::to_string(lowest_key(filter, now)), most + 1}};
}

Matches::Matches(std::vector<MatchRow> rows) {
  if (rows.empty()) return;
  counted = rows.front().postings;
  newest = to_key(rows.front().newest);
  oldest = to_key(rows.front().oldest);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    near_words.push_back({std::move(rows[i].word), rows[i].postings});
  }
}

}  // namespace spearyx::api
