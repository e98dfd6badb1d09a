#include "api/jobs/pages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "api/search/index_words.h"
#include "api/search/row_budget.h"

namespace spearyx::api {
namespace {

/// The bounds beyond every key and every id.
constexpr std::int64_t kEnd = std::int64_t{1} << 62;
constexpr std::int64_t kAboveAll = std::int64_t{1} << 40;

// The postings of the keys k that a part selects, in its order.
#define OF_KEYS(keys)                          \
  "SELECT " SPEARYX_JOB_COLUMNS " FROM (" keys \
  ") AS f"                                     \
  " CROSS JOIN jobs AS j ON j.id = (f.k & 1073741823)"

// Keys of matches of ?1 from ?2 on.
#define KEYS(match, lowest)                                                                  \
  "SELECT rowid AS k FROM jobs_fts WHERE jobs_fts MATCH " match " AND rowid >= CAST(" lowest \
  " AS INTEGER)"

// ?3 key of the page before; ?4 limit; ?5 offset.
constexpr std::string_view kNewest = OF_KEYS(
    KEYS("?1", "?2") " AND rowid < CAST(?3 AS INTEGER) ORDER BY rowid DESC LIMIT ?4 OFFSET ?5");

// The key of the page before is part of ?2: of two lower bounds the index would walk from the lesser.
constexpr std::string_view kOldest =
    OF_KEYS(KEYS("?1", "?2") " AND ?3 IS NULL ORDER BY rowid LIMIT ?4 OFFSET ?5");

#define BY_RANK "rank MATCH 'bm25(10.0, 5.0, 1.0, 0.0)'"

// A word in the title counts ten times one in the summary.
constexpr std::string_view kByMatch = OF_KEYS(
    "SELECT k FROM (SELECT rowid AS k, rank AS place FROM jobs_fts WHERE jobs_fts MATCH ?1"
    " AND rowid >= CAST(?2 AS INTEGER) AND " BY_RANK
    ") WHERE ?3 IS NULL"
    " ORDER BY place, k DESC LIMIT ?4 OFFSET ?5");

// ?3 matches in the title, down to ?6; ?7 the others above it. A list is not begun while the ones before
// fill the page.
#define FIRST(keys) "SELECT k FROM (" keys " ORDER BY rowid DESC LIMIT ?4 + ?5)"
constexpr std::string_view kTitlesFirst =
    OF_KEYS(FIRST(KEYS("?3", "?6")) " UNION ALL " FIRST(KEYS("?7", "?6")) " UNION ALL " FIRST(
        KEYS("?1", "?2") " AND rowid < CAST(?6 AS INTEGER)") " LIMIT ?4 OFFSET ?5");

// ?3 least salary, where the match does not know it; ?6 how many of the newest.
#define AMONG_NEWEST_OF(matches, order)                                   \
  "SELECT " SPEARYX_JOB_COLUMNS " FROM (SELECT rowid" matches             \
  " AND rowid >= CAST(?2 AS INTEGER) ORDER BY rowid DESC LIMIT ?6) AS f " \
  "CROSS " SPEARYX_JOBS_BY_KEY                                            \
  " WHERE (?3 IS NULL OR j.salary_usd_year >= ?3)"                        \
  " ORDER BY " order " LIMIT ?4 OFFSET ?5"
#define AMONG_NEWEST(order) AMONG_NEWEST_OF(" FROM jobs_fts WHERE jobs_fts MATCH ?1", order)

constexpr std::string_view kNewestAmongNewest = AMONG_NEWEST("f.rowid DESC");
constexpr std::string_view kOldestAmongNewest = AMONG_NEWEST("f.rowid");
constexpr std::string_view kRankedAmongNewest =
    AMONG_NEWEST_OF(", rank FROM jobs_fts WHERE jobs_fts MATCH ?1 AND " BY_RANK, "f.rank");
constexpr std::string_view kTitleAmongNewest = AMONG_NEWEST("j.title COLLATE NOCASE, j.id");
constexpr std::string_view kTitleDownAmongNewest =
    AMONG_NEWEST("j.title COLLATE NOCASE DESC, j.id DESC");
constexpr std::string_view kAddedAmongNewest = AMONG_NEWEST("j.id DESC");
constexpr std::string_view kSalaryAmongNewest =
    AMONG_NEWEST("coalesce(j.salary_usd_year, 0) DESC, j.id DESC");

// ?1 id of the posting before; ?2 limit; ?3 offset.
constexpr std::string_view kByFirstSight = "SELECT " SPEARYX_JOB_COLUMNS
                                           " FROM jobs AS j WHERE j.state = 'o' AND j.id < ?1"
                                           " ORDER BY j.id DESC LIMIT ?2 OFFSET ?3";

// The postings by pay, the best first; behind all with known pay the others, newest first. ?1 and
// ?2 pay and id of the posting before; ?3 limit; ?4 offset; ?5 its key, where its pay is unknown;
// ?6 those.
constexpr std::string_view kBySalary = OF_KEYS(
    "SELECT k FROM (SELECT id AS k FROM jobs"
    "   WHERE state = 'o' AND salary_usd_year IS NOT NULL AND salary_usd_year <= ?1"
    "     AND (salary_usd_year < ?1 OR id < ?2)"
    "   ORDER BY salary_usd_year DESC, id DESC LIMIT ?3 + ?4)"
    " UNION ALL SELECT k FROM (" KEYS("?6", "0") " AND rowid < CAST(?5 AS INTEGER)"
    "   ORDER BY rowid DESC LIMIT ?3 + ?4)"
    " LIMIT ?3 OFFSET ?4");

std::string_view among_newest(Sort sort) {
  switch (sort) {
    case Sort::kNewest:
      return kNewestAmongNewest;
    case Sort::kOldest:
      return kOldestAmongNewest;
    case Sort::kRelevance:
      return kRankedAmongNewest;
    case Sort::kTitleAscending:
      return kTitleAmongNewest;
    case Sort::kTitleDescending:
      return kTitleDownAmongNewest;
    case Sort::kRecentlyAdded:
      return kAddedAmongNewest;
    case Sort::kSalary:
      break;
  }
  return kSalaryAmongNewest;
}

std::vector<Bind> binds(const PageRequest& page, std::int64_t lowest, Bind third) {
  const ListRequest& list = page.list;
  return {to_match(list.filter), std::to_string(lowest), std::move(third), list.limit + 1,
          list.offset};
}

store::Query<JobRow> titles_first(const PageRequest& page, std::int64_t lowest) {
  const JobFilter& filter = page.list.filter;
  const std::string titles = to_title_match(filter);
  auto all = binds(page, lowest, titles);
  all.emplace_back(std::to_string(std::max(lowest, page.lowest_title)));
  all.emplace_back("(" + to_match(filter) + ") NOT (" + titles + ")");
  return {"jobs by title words", kTitlesFirst, std::move(all)};
}

store::Query<JobRow> by_salary(const PageRequest& page) {
  const auto& after = page.after;
  const bool is_in_unknown = after && !after->salary;
  JobFilter paid;
  paid.salary_min = 0;
  return {
      "jobs by salary",
      kBySalary,
      {is_in_unknown ? -1 : (after ? *after->salary : kAboveAll),
       after && after->salary ? after->number : kAboveAll, page.list.limit + 1, page.list.offset,
       std::to_string(is_in_unknown ? after->number : kEnd), to_complement(paid)}};
}

std::optional<std::int64_t> parse_number(std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || stop != end || number < 0 || number > kEnd) return std::nullopt;
  return number;
}

char letter_of(Way way) {
  constexpr std::string_view kLetters = "norsppp";
  return kLetters[static_cast<std::size_t>(way)];
}

}  // namespace

Way way_of(const ListRequest& request) {
  if (salary_to_check(request.filter)) return Way::kAmongNewest;
  const bool is_all = request.filter.is_plain() && request.filter.is_shown_only();
  switch (request.sort) {
    case Sort::kNewest:
      return Way::kNewest;
    case Sort::kOldest:
      return Way::kOldest;
    case Sort::kRelevance:
      return Way::kByMatch;
    case Sort::kRecentlyAdded:
      return is_all ? Way::kByFirstSight : Way::kAmongNewest;
    case Sort::kSalary:
      return is_all ? Way::kBySalary : Way::kAmongNewest;
    case Sort::kTitleAscending:
    case Sort::kTitleDescending:
      break;
  }
  return Way::kAmongNewest;
}

store::Query<JobRow> page_query(const PageRequest& page) {
  const ListRequest& list = page.list;
  const std::int64_t lowest = lowest_key(list.filter, page.now);
  switch (page.way) {
    case Way::kNewest:
      return {"newest jobs", kNewest,
              binds(page, lowest, std::to_string(page.after ? page.after->number : kEnd))};
    case Way::kOldest:
      return {"oldest jobs", kOldest,
              binds(page, std::max(lowest, page.after ? page.after->number + 1 : 0), {})};
    case Way::kByMatch:
      return {"jobs by rank", kByMatch, binds(page, lowest, {})};
    case Way::kTitlesFirst:
      return titles_first(page, lowest);
    case Way::kByFirstSight:
      return {"jobs by first sight",
              kByFirstSight,
              {page.after ? page.after->number : kAboveAll, list.limit + 1, list.offset}};
    case Way::kBySalary:
      return by_salary(page);
    case Way::kAmongNewest:
      break;
  }
  auto all = binds(page, lowest, number_or_null(salary_to_check(list.filter)));
  all.emplace_back(kSortedAmong);
  return {"jobs among the newest", among_newest(list.sort), std::move(all)};
}

bool is_by_offset(Way way) { return letter_of(way) == 'p'; }

std::optional<Position> read_cursor(Way way, std::string_view cursor) {
  if (!cursor.starts_with(letter_of(way))) return std::nullopt;
  const std::size_t dot = std::min(cursor.find('.'), cursor.size());
  const auto number = parse_number(cursor.substr(1, dot - 1));
  if (!number) return std::nullopt;
  if (dot == cursor.size()) return Position{*number, std::nullopt};
  const auto salary = parse_number(cursor.substr(dot + 1));
  if (way != Way::kBySalary || !salary) return std::nullopt;
  return Position{*number, salary};
}

std::string cursor_after(const ListRequest& list, Way way, const JobRow& last) {
  const auto with = [letter = letter_of(way)](std::int64_t number) {
    return letter + std::to_string(number);
  };
  if (is_by_offset(way)) return with(list.offset + list.limit);
  if (way == Way::kByFirstSight) return with(last.id);
  if (way == Way::kBySalary && last.salary_usd_year) {
    return with(last.id) + "." + std::to_string(*last.salary_usd_year);
  }
  return with(list_key(listed_at(last), last.id));
}

std::int64_t lowest_title(const Matches& matches) {
  constexpr std::int64_t kLookedThrough = 2'000;
  const std::int64_t step =
      (matches.newest - matches.oldest) / std::max<std::int64_t>(1, matches.counted);
  return matches.newest - std::min(step, matches.newest / kLookedThrough) * kLookedThrough;
}

}  // namespace spearyx::api
