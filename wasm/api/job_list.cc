#include "api/job_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "api/index_words.h"
#include "api/job_total.h"
#include "api/spelling.h"
#include "api/url_text.h"

namespace spearyx::api {
namespace {

constexpr std::array<std::string_view, 7> kSortNames{
    "newest", "oldest", "title-asc", "title-desc", "recently-added", "relevance", "salary"};
constexpr NumberRange kLimits{1, 100};
constexpr NumberRange kOffsets{0, 10'000};
constexpr std::int64_t kSortedAmong = 1'000;
/// Beyond every key and every id.
constexpr std::int64_t kEnd = std::int64_t{1} << 62;

#define JOBS_BY_KEY "JOIN jobs AS j ON j.id = (f.rowid & 1073741823)"
#define PAYS_ENOUGH "(?6 IS NULL OR j.salary_usd_year >= ?6)"
// The same where rows of jobs are not joined yet: one is looked up only where a salary is given.
#define KEY_PAYS_ENOUGH                                     \
  "(?6 IS NULL OR (SELECT p.salary_usd_year FROM jobs AS p" \
  " WHERE p.id = (jobs_fts.rowid & 1073741823)) >= ?6)"

// ?1 match; ?2 lowest key; ?3 key of the page before; ?4 limit; ?5 offset; ?6 least salary, where
// the match does not know it.
constexpr std::string_view kNewest =
    "SELECT " SPEARYX_JOB_COLUMNS " FROM jobs_fts AS f " JOBS_BY_KEY
    " WHERE jobs_fts MATCH ?1 AND f.rowid >= CAST(?2 AS INTEGER)"
    " AND f.rowid < CAST(?3 AS INTEGER) AND " PAYS_ENOUGH
    " ORDER BY f.rowid DESC LIMIT ?4 OFFSET ?5";

// The key of the page before is part of ?2: of two lower bounds the index would walk from the
// lesser.
constexpr std::string_view kOldest =
    "SELECT " SPEARYX_JOB_COLUMNS " FROM jobs_fts AS f " JOBS_BY_KEY
    " WHERE jobs_fts MATCH ?1 AND f.rowid >= CAST(?2 AS INTEGER) AND " PAYS_ENOUGH
    " ORDER BY f.rowid LIMIT ?4 OFFSET ?5";

// A word in the title counts ten times one in the summary; the index sorts without reading rows.
constexpr std::string_view kRankedByMatch =
    "SELECT " SPEARYX_JOB_COLUMNS " FROM jobs_fts AS f CROSS " JOBS_BY_KEY
    " WHERE jobs_fts MATCH ?1 AND f.rowid >= CAST(?2 AS INTEGER)"
    " AND f.rank MATCH 'bm25(10.0, 5.0, 1.0, 0.0)' AND " PAYS_ENOUGH
    " ORDER BY f.rank LIMIT ?4 OFFSET ?5";

// ?1 matches in the title; ?3 the other matches. The second list is not begun while the first fills
// the page.
constexpr std::string_view kTitlesFirst =
    "SELECT " SPEARYX_JOB_COLUMNS
    " FROM (SELECT k FROM (SELECT rowid AS k FROM jobs_fts WHERE jobs_fts MATCH ?1"
    "   AND rowid >= CAST(?2 AS INTEGER) AND " KEY_PAYS_ENOUGH
    "   ORDER BY rowid DESC LIMIT ?4 + ?5)"
    " UNION ALL SELECT k FROM (SELECT rowid AS k FROM jobs_fts WHERE jobs_fts MATCH ?3"
    "   AND rowid >= CAST(?2 AS INTEGER) AND " KEY_PAYS_ENOUGH
    "   ORDER BY rowid DESC LIMIT ?4 + ?5)"
    " LIMIT ?4 OFFSET ?5) AS f CROSS JOIN jobs AS j ON j.id = (f.k & 1073741823)";

// Of the newest thousand matches that pay ?6, those that pay ?3.
#define AMONG_NEWEST_OF(matches, order)                       \
  "SELECT " SPEARYX_JOB_COLUMNS " FROM (SELECT rowid" matches \
  " AND rowid >= CAST(?2 AS INTEGER)"                         \
  "   AND " KEY_PAYS_ENOUGH                                   \
  " ORDER BY rowid DESC LIMIT 1000) AS f "                    \
  "CROSS " JOBS_BY_KEY                                        \
  " WHERE (?3 IS NULL OR j.salary_usd_year >= ?3)"            \
  " ORDER BY " order " LIMIT ?4 OFFSET ?5"
#define AMONG_NEWEST(order) AMONG_NEWEST_OF(" FROM jobs_fts WHERE jobs_fts MATCH ?1", order)

constexpr std::string_view kNewestAmongNewest = AMONG_NEWEST("f.rowid DESC");
constexpr std::string_view kOldestAmongNewest = AMONG_NEWEST("f.rowid");
constexpr std::string_view kRankedAmongNewest = AMONG_NEWEST_OF(
    ", rank FROM jobs_fts WHERE jobs_fts MATCH ?1 AND rank MATCH 'bm25(10.0, 5.0, 1.0, 0.0)'",
    "f.rank");
constexpr std::string_view kTitleAmongNewest = AMONG_NEWEST("j.title COLLATE NOCASE, j.id");
constexpr std::string_view kTitleDownAmongNewest =
    AMONG_NEWEST("j.title COLLATE NOCASE DESC, j.id DESC");
constexpr std::string_view kAddedAmongNewest = AMONG_NEWEST("j.id DESC");
constexpr std::string_view kSalaryAmongNewest =
    AMONG_NEWEST("coalesce(j.salary_usd_year, 0) DESC, j.id DESC");

// All that lists show, along an index. ?1 and ?2 value and id of the posting before.
#define ALONG_INDEX(condition, order)                                                \
  "SELECT " SPEARYX_JOB_COLUMNS                                                      \
  " FROM jobs AS j WHERE j.closed_at IS NULL AND j.leader_id IS NULL AND " condition \
  " ORDER BY " order " LIMIT ?3 OFFSET ?4"

constexpr std::string_view kByTitle =
    ALONG_INDEX("j.title COLLATE NOCASE >= ?1 AND (j.title COLLATE NOCASE > ?1 OR j.id > ?2)",
                "j.title COLLATE NOCASE, j.id");
constexpr std::string_view kByTitleDown =
    ALONG_INDEX("j.title COLLATE NOCASE <= ?1 AND (j.title COLLATE NOCASE < ?1 OR j.id < ?2)",
                "j.title COLLATE NOCASE DESC, j.id DESC");
constexpr std::string_view kByAdded = ALONG_INDEX("?1 IS NULL AND j.id < ?2", "j.id DESC");
constexpr std::string_view kBySalary = ALONG_INDEX(
    "coalesce(j.salary_usd_year, 0) <= ?1 AND (coalesce(j.salary_usd_year, 0) < ?1 OR j.id < ?2)",
    "coalesce(j.salary_usd_year, 0) DESC, j.id DESC");

bool is_by_date(Sort sort) { return sort == Sort::kNewest || sort == Sort::kOldest; }

/// Whether the list is put together of the newest matches only: no index has its order, or knows
/// who of the matches pay enough.
bool is_among_newest(const ListRequest& request) {
  if (exceeds_known_salaries(request.filter)) return true;
  const bool is_plain = request.filter.is_plain() && request.filter.is_shown_only();
  return !is_plain && !is_by_date(request.sort) && request.sort != Sort::kRelevance;
}

/// Where the page before ended: `letter` + number, and for titles their text.
struct Position {
  std::int64_t number = 0;
  std::string text;
};

std::optional<Position> parse_position(std::string_view cursor, char letter) {
  if (!cursor.starts_with(letter)) return std::nullopt;
  cursor.remove_prefix(1);
  Position position;
  const char* end = cursor.data() + cursor.size();
  const auto [stop, failure] = std::from_chars(cursor.data(), end, position.number);
  if (failure != std::errc() || position.number < 0 || position.number > kEnd) return std::nullopt;
  if (stop != end && *stop != '.') return std::nullopt;
  if (stop != end) position.text.assign(stop + 1, end);
  return position;
}

/// The letter that a cursor of this list starts with: a cursor serves the order it comes from.
char cursor_letter(const ListRequest& request) {
  constexpr std::string_view kLetters = "noAZrms";
  const bool has_key = !is_among_newest(request) && request.sort != Sort::kRelevance;
  return has_key ? kLetters[static_cast<std::size_t>(request.sort)] : 'p';
}

std::string cursor_after(const ListRequest& request, const JobRow& last) {
  const char letter = cursor_letter(request);
  std::string cursor(1, letter);
  if (letter == 'p') return cursor + std::to_string(request.offset + request.limit);
  if (is_by_date(request.sort)) return cursor + std::to_string(list_key(listed_at(last), last.id));
  cursor += std::to_string(last.id);
  if (request.sort == Sort::kSalary) {
    const auto salary = last.salary_usd_year.value_or(0);
    cursor.append(".").append(std::to_string(salary));
  } else if (request.sort != Sort::kRecentlyAdded) {
    cursor.append(".").append(last.title);
  }
  return cursor;
}

using PageQuery = store::Query<JobRow>;

PageQuery along_index(const ListRequest& request, const std::optional<Position>& after) {
  const Bind limit = request.limit + 1;
  const Bind offset = request.offset;
  const Bind last_id = after ? after->number : std::int64_t{1} << 31;
  const std::string highest = "\xF4\x8F\xBF\xBF";
  switch (request.sort) {
    case Sort::kTitleAscending:
      return {"jobs by title",
              kByTitle,
              {after ? after->text : std::string(), after ? after->number : 0, limit, offset}};
    case Sort::kTitleDescending:
      return {"jobs by title, downwards",
              kByTitleDown,
              {after ? after->text : highest, last_id, limit, offset}};
    case Sort::kSalary: {
      const auto salary = after ? parse_position("s" + after->text, 's') : std::nullopt;
      return {"jobs by salary",
              kBySalary,
              {salary ? salary->number : kEnd >> 10, last_id, limit, offset}};
    }
    default:
      return {"jobs by first sight", kByAdded, {Bind(), last_id, limit, offset}};
  }
}

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
    default:
      return kSalaryAmongNewest;
  }
}

/// A list that is put together from a request. What is not searched takes one round trip. A search
/// takes two: whether it finds anything decides how its page is asked for.
class JobLister {
 public:
  JobLister(Context& context, ListRequest request, std::optional<Position> after)
      : context_(context), request_(std::move(request)), after_(std::move(after)) {}

  std::expected<JobPage, ApiError> list() {
    if (request_.filter.search.wanted.empty()) return ask_for_all();
    const auto frames = ask(context_, frame_query());
    if (!frames) return std::unexpected(frames.error());
    const FrameRow& frame = frames->front();
    if (frame.counted == 0) {
      if (!takes_another_way(frame)) return finish(frame, {});
      if (!request_.wants_facets) return ask_for_all();
    } else {
      is_common_ = frame.counted > frame.most && is_common(request_.filter, frame);
    }
    return ask_for_page(frame);
  }

 private:
  std::expected<JobPage, ApiError> ask_for_all() {
    store::Batch batch;
    const auto frame_place = batch.ask(frame_query());
    const auto jobs_place = batch.ask(page_query());
    BatchReader reader(context_, batch);
    const auto frame = reader.first(frame_place);
    auto jobs = reader.rows(jobs_place);
    if (reader.error()) return std::unexpected(*reader.error());
    return finish(*frame, std::move(jobs));
  }

  /// The page of a search, with its facets where they are wanted.
  std::expected<JobPage, ApiError> ask_for_page(const FrameRow& frame) {
    store::Batch batch;
    const auto jobs_place = batch.ask(page_query());
    std::optional<store::Place<TextRow>> newest_place;
    if (request_.wants_facets) {
      newest_place = batch.ask(newest_for_facets(request_.filter, last_word_, context_.now));
    }
    BatchReader reader(context_, batch);
    auto jobs = reader.rows(jobs_place);
    const auto newest = newest_place ? reader.first(*newest_place) : std::nullopt;
    if (reader.error()) return std::unexpected(*reader.error());
    if (!newest) return finish(frame, std::move(jobs));
    Facets facets = facets_among_newest(parse_json(newest->text));
    // Where nothing was found at first, the frame has counted another search.
    const Total total = frame.counted == 0 ? Total{facets.postings, facets.counted_among == 0}
                                           : total_of(request_.filter, frame, context_.now);
    JobPage page = finish(std::move(jobs), total);
    page.facets = std::move(facets);
    return page;
  }

  /// A search that found nothing with its words spelt right or, where they are, with its last word
  /// as the start of one, however short. False where neither is another search.
  bool takes_another_way(const FrameRow& frame) {
    JobFilter& filter = request_.filter;
    if (auto correction = correct_spelling(filter.search, frame.near_words)) {
      filter.search = std::move(correction->query);
      corrected_search_ = std::move(correction->text);
      is_common_ = correction->postings > kRanked;
      return true;
    }
    const std::string before = to_match(filter, last_word_);
    last_word_ = LastWord::kPrefix;
    is_common_ = is_common(filter, frame);
    return to_match(filter, last_word_) != before;
  }

  store::Query<FrameRow> frame_query() const {
    return frame_of(request_.filter, last_word_, request_.limit, context_.now);
  }

  std::vector<Bind> binds(std::string match, std::int64_t lowest, Bind third) const {
    const bool is_looked_for = exceeds_known_salaries(request_.filter);
    return {std::move(match),   std::to_string(lowest), std::move(third),
            request_.limit + 1, request_.offset,        is_looked_for ? Bind() : salary()};
  }

  std::vector<Bind> binds(std::string match, Bind third = {}) const {
    return binds(std::move(match), lowest_key(request_.filter, context_.now), std::move(third));
  }

  Bind salary() const { return number_or_null(salary_to_check(request_.filter)); }

  PageQuery page_query() const {
    std::string match = to_match(request_.filter, last_word_);
    if (is_among_newest(request_)) {
      return {"jobs among the newest", among_newest(request_.sort),
              binds(std::move(match), salary())};
    }
    if (request_.sort == Sort::kRelevance) return ranked_query(std::move(match));
    if (request_.sort == Sort::kNewest) {
      return {"newest jobs", kNewest,
              binds(std::move(match), std::to_string(after_ ? after_->number : kEnd))};
    }
    if (request_.sort == Sort::kOldest) {
      const std::int64_t lowest = lowest_key(request_.filter, context_.now);
      const std::int64_t next = after_ ? after_->number + 1 : 0;
      return {"oldest jobs", kOldest, binds(std::move(match), std::max(lowest, next), Bind())};
    }
    return along_index(request_, after_);
  }

  PageQuery ranked_query(std::string match) const {
    if (!is_common_) return {"jobs by rank", kRankedByMatch, binds(std::move(match))};
    const std::string titles = to_title_match(request_.filter, last_word_);
    std::string others = "(" + match + ") NOT (" + titles + ")";
    return {"jobs by title words", kTitlesFirst, binds(titles, std::move(others))};
  }

  JobPage finish(const FrameRow& frame, std::vector<JobRow> jobs) const {
    return finish(std::move(jobs), total_of(request_.filter, frame, context_.now));
  }

  JobPage finish(std::vector<JobRow> jobs, Total total) const {
    JobPage page;
    page.filter = request_.filter;
    page.last_word = last_word_;
    const auto limit = static_cast<std::size_t>(request_.limit);
    page.has_more = jobs.size() > limit;
    if (page.has_more) jobs.resize(limit);
    page.jobs = std::move(jobs);
    set_total(page, total);
    if (page.total > 0) page.corrected_search = corrected_search_;
    // Where the place of a page is its offset, the list ends at the last one.
    const bool is_in_reach =
        cursor_letter(request_) != 'p' || request_.offset + request_.limit <= kOffsets.high;
    page.has_more = page.has_more && is_in_reach;
    if (page.has_more) page.next_cursor = cursor_after(request_, page.jobs.back());
    return page;
  }

  /// What the page shows is surer than an estimate: its end is the end of the list.
  void set_total(JobPage& page, Total matches) const {
    const bool is_among = is_among_newest(request_);
    const bool is_looked_for = exceeds_known_salaries(request_.filter);
    const bool are_all_looked_at = matches.is_exact && matches.count <= kSortedAmong;
    const std::int64_t seen = request_.offset + static_cast<std::int64_t>(page.jobs.size());
    const bool shows_last = !page.has_more && !after_ && (seen == 0 || !page.jobs.empty());
    Total total{matches.count, matches.is_exact && !salary_to_check(request_.filter)};
    if (shows_last && is_looked_for) {
      total = {seen, are_all_looked_at};
    } else if (shows_last && (!is_among || seen < kSortedAmong)) {
      total = {seen, true};
    }
    page.total = total.is_exact ? total.count : std::max(total.count, seen + page.has_more);
    page.is_total_exact = total.is_exact;
    const bool is_cut = is_looked_for ? !are_all_looked_at : page.total > kSortedAmong;
    if (is_among && is_cut) page.sorted_among = kSortedAmong;
  }

  Context& context_;
  ListRequest request_;
  std::optional<Position> after_;
  LastWord last_word_ = LastWord::kPrefixFromThree;
  bool is_common_ = false;
  std::string corrected_search_;
};

}  // namespace

ListRequest read_list_request(Parameters& parameters) {
  ListRequest request;
  request.filter = read_job_filter(parameters);
  const bool is_asked = !parameters.text("sortBy").empty();
  const auto sort = std::ranges::find(kSortNames, parameters.choice("sortBy", kSortNames));
  request.sort = static_cast<Sort>(sort - kSortNames.begin());
  if (!is_asked && !request.filter.search.wanted.empty()) request.sort = Sort::kRelevance;
  if (request.filter.search.wanted.empty() && request.sort == Sort::kRelevance) {
    request.sort = Sort::kNewest;
  }
  request.limit = parameters.number_or("limit", kLimits, request.limit);
  request.offset = parameters.number_or("offset", kOffsets, 0);
  request.cursor = parameters.text("cursor", 1'000);
  return request;
}

std::expected<JobPage, ApiError> list_jobs(Context& context, ListRequest request) {
  if (request.filter.search.matches_nothing()) {
    JobPage page;
    page.filter = std::move(request.filter);
    return page;
  }
  std::optional<Position> after;
  if (!request.cursor.empty()) {
    const char letter = cursor_letter(request);
    const bool is_offset = letter == 'p';
    after = parse_position(request.cursor, letter);
    if (!after || (is_offset && after->number > kOffsets.high)) {
      return refuse(400, "invalid_parameter", "cursor: is not one that this list has given out");
    }
    request.offset = is_offset ? after->number : 0;
    if (is_offset) after.reset();
  }
  return JobLister(context, std::move(request), std::move(after)).list();
}

}  // namespace spearyx::api
