#include "api/jobs/list.h"

#include <algorithm>
#include <array>
#include <utility>

#include "api/jobs/pages.h"
#include "api/search/index_words.h"
#include "api/search/matches.h"
#include "api/search/row_budget.h"
#include "api/search/spelling.h"

namespace spearyx::api {
namespace {

constexpr std::array<std::string_view, 7> kSortNames{
    "newest", "oldest", "title-asc", "title-desc", "recently-added", "relevance", "salary"};
constexpr NumberRange kLimits{1, 100};
constexpr std::int64_t kUsualLimit = 30;
constexpr NumberRange kOffsets{0, kMostRowsOfPage - rows_of_page(kUsualLimit, 0)};

/// Whether a page may begin at an offset, by the cost of passing over the postings before it.
bool is_in_reach(std::int64_t limit, std::int64_t offset) {
  return rows_of_page(limit, offset) <= kMostRowsOfPage;
}

/// The lister of one request. A list without a search takes one round trip. A search takes two: its
/// page depends on whether it finds anything.
class JobLister {
 public:
  JobLister(Context& context, ListRequest request, std::optional<Position> after)
      : context_(context), request_(std::move(request)), after_(after), way_(way_of(request_)) {}

  std::expected<JobPage, ApiError> list() {
    auto page = list_page();
    const bool is_first = !after_ && request_.offset == 0;
    if (!page || !page->jobs.empty() || !is_first || !request_.wants_counts) return page;
    auto without = without_filters(context_, request_.filter);
    if (!without) return std::unexpected(std::move(without.error()));
    page->without = *std::move(without);
    return page;
  }

 private:
  std::expected<JobPage, ApiError> list_page() {
    if (request_.filter.search.wanted.empty()) return ask_for_page(std::nullopt);
    auto rows = ask(context_, count_matches(request_.filter, most(), context_.now));
    if (!rows) return std::unexpected(std::move(rows.error()));
    const Matches matches(*std::move(rows));
    if (way_ == Way::kByMatch && matches.counted > most()) {
      way_ = Way::kTitlesFirst;
      lowest_title_ = lowest_title(matches);
    }
    if (matches.counted > 0) return ask_for_page(total_of(matches));
    if (takes_another_way(matches)) return ask_for_page(std::nullopt);
    if (!request_.filter.open_to.empty()) return ask_for_page(Total());
    return finish({}, Total(), std::nullopt);
  }

  [[nodiscard]] std::int64_t page_rows() const {
    return way_ == Way::kAmongNewest ? kRowsOfSorted
                                     : rows_of_page(request_.limit, request_.offset);
  }
  [[nodiscard]] std::int64_t most() const {
    const bool is_search = !request_.filter.search.wanted.empty();
    return is_search ? kCountedMatches - rows_of_unknown() / 2
                     : most_counted(page_rows() + rows_of_unknown(), request_.wants_facets);
  }
  /// Whether the database keeps the number of postings of unknown scope.
  [[nodiscard]] bool is_unknown_kept() const {
    return is_count_kept(of_unknown_place(request_.filter));
  }
  [[nodiscard]] std::int64_t rows_of_unknown() const {
    if (request_.filter.open_to.empty()) return 0;
    return is_unknown_kept() ? kRowsOfCounts : kCountedUnknown + 1;
  }

  [[nodiscard]] Total total_of(const Matches& matches) const {
    return {std::min(matches.counted, most()), matches.counted <= most()};
  }

  /// Changes a search without matches: its words spelt right, or its last one completed. False
  /// where neither is another search.
  bool takes_another_way(const Matches& matches) {
    JobFilter& filter = request_.filter;
    const std::string before = to_match(filter);
    OtherSearch other = other_search(filter.search, matches.near_words);
    filter.search = std::move(other.query);
    corrected_search_ = std::move(other.corrected);
    if (way_ == Way::kByMatch && other.most_postings > most()) {
      way_ = Way::kTitlesFirst;
      lowest_title_ = kNoTitles;
    }
    return to_match(filter) != before;
  }

  /// The parts of a page: its postings, and the counts that are asked for beside them.
  struct Parts {
    store::Place<JobRow> jobs;
    std::optional<store::Place<ShownCountRow>> kept_facets{};
    std::optional<store::Place<FacetRow>> newest_facets{};
    std::optional<store::Place<KeptCountRow>> kept_total{};
    std::optional<store::Place<MatchRow>> counted{};
    std::optional<store::Place<KeptCountRow>> kept_unknown{};
    std::optional<store::Place<NumberRow>> counted_unknown{};
  };

  [[nodiscard]] std::int64_t most_of_facets() const { return most_facets(page_rows()); }

  Parts ask_for_parts(store::Batch& batch, bool wants_total) const {
    const JobFilter& filter = request_.filter;
    const bool is_kept = is_count_kept(filter);
    Parts parts{.jobs =
                    batch.ask(page_query({request_, way_, after_, lowest_title_, context_.now}))};
    if (request_.wants_facets && is_kept && filter.marks().empty()) {
      parts.kept_facets = batch.ask(shown_counts(filter));
    } else if (request_.wants_facets) {
      parts.newest_facets = batch.ask(newest_for_facets(filter, most_of_facets(), context_.now));
    }
    if (wants_total && is_kept && !parts.kept_facets) {
      parts.kept_total = batch.ask(kept_count(filter));
    } else if (wants_total && !is_kept && !parts.newest_facets) {
      parts.counted = batch.ask(count_matches(filter, most(), context_.now));
    }
    if (request_.wants_counts && !filter.open_to.empty()) ask_for_unknown(batch, parts);
    return parts;
  }

  void ask_for_unknown(store::Batch& batch, Parts& parts) const {
    const JobFilter unknown = of_unknown_place(request_.filter);
    if (parts.kept_total) {
      parts.kept_unknown = parts.kept_total;
    } else if (is_count_kept(unknown)) {
      parts.kept_unknown = batch.ask(kept_count(unknown));
    } else if (!salary_to_check(unknown)) {
      parts.counted_unknown = batch.ask(count_out(unknown, kCountedUnknown, context_.now));
    }
  }

  /// The page, with its facets where they are wanted, and its total unless that is known.
  std::expected<JobPage, ApiError> ask_for_page(std::optional<Total> total) {
    if (!request_.wants_counts && !total) total = Total{0, false};
    store::Batch batch;
    const Parts parts = ask_for_parts(batch, !total);
    BatchReader reader(context_, batch);
    auto jobs = reader.rows(parts.jobs);
    std::optional<Facets> facets;
    if (parts.kept_facets) facets = to_facets(reader.rows(*parts.kept_facets));
    if (parts.newest_facets) {
      facets = to_facets(reader.rows(*parts.newest_facets), most_of_facets());
    }
    if (parts.kept_total) {
      total = Total{reader.first(*parts.kept_total).value_or(KeptCountRow()).postings};
    }
    if (parts.counted) total = total_of(Matches(reader.rows(*parts.counted)));
    if (parts.kept_unknown) {
      const auto row = reader.first(*parts.kept_unknown).value_or(KeptCountRow());
      place_unknown_ = {row.of_unknown_place};
    }
    if (parts.counted_unknown) {
      const auto number = reader.first(*parts.counted_unknown).value_or(NumberRow()).number;
      place_unknown_ = {std::min(number, kCountedUnknown), number <= kCountedUnknown};
    }
    if (reader.error()) return std::unexpected(*reader.error());
    if (!total) total = Total{facets->postings, facets->counted_among == 0};
    return finish(std::move(jobs), *total, std::move(facets));
  }

  JobPage finish(std::vector<JobRow> jobs, Total total, std::optional<Facets> facets) const {
    JobPage page;
    page.place_unknown = place_unknown_;
    const auto limit = static_cast<std::size_t>(request_.limit);
    page.has_more = jobs.size() > limit;
    if (page.has_more) jobs.resize(limit);
    page.jobs = std::move(jobs);
    page.facets = std::move(facets);
    if (request_.wants_facets && !page.facets) page.facets = no_facets();
    set_total(page, total);
    if (page.total > 0) page.corrected_search = corrected_search_;
    const std::int64_t end = request_.offset + request_.limit;
    if (page.has_more && is_by_offset(way_) && !is_in_reach(request_.limit, end)) {
      page.has_more = false;
      page.ends_after = end;
    }
    if (page.has_more) page.next_cursor = cursor_after(request_, way_, page.jobs.back());
    return page;
  }

  /// Sets the total. The page is surer than the count: its end is the end of the list.
  void set_total(JobPage& page, Total total) const {
    const bool is_empty = page.jobs.empty();
    const std::int64_t seen = is_empty ? 0 : request_.offset + std::ssize(page.jobs);
    const bool is_last = !page.has_more && !after_ && (!is_empty || request_.offset == 0);
    const bool is_among = way_ == Way::kAmongNewest;
    const bool is_cut = is_among && (!total.is_exact || total.count > kSortedAmong);
    if (is_cut) page.sorted_among = kSortedAmong;
    // The count includes postings that pay too little.
    if (salary_to_check(request_.filter)) total = {0, false};
    if (is_last && !is_cut) total = {seen, true};
    page.total = total.is_exact ? total.count : std::max(total.count, seen + page.has_more);
    page.is_total_exact = total.is_exact;
  }

  Context& context_;
  ListRequest request_;
  std::optional<Position> after_;
  Way way_;
  std::int64_t lowest_title_ = 0;
  std::string corrected_search_;
  std::optional<Total> place_unknown_;
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
  request.limit = parameters.number_or("limit", kLimits, kUsualLimit);
  request.offset = parameters.number_or("offset", kOffsets, 0);
  if (!is_in_reach(request.limit, request.offset)) {
    const std::int64_t highest = kMostRowsOfPage - rows_of_page(request.limit, 0);
    parameters.reject("offset", "must be at most " + std::to_string(highest) +
                                    " with this limit; follow nextCursor to go on");
  }
  request.cursor = parameters.text("cursor", 1'000);
  return request;
}

std::expected<JobPage, ApiError> list_jobs(Context& context, ListRequest request) {
  if (request.filter.search.matches_nothing()) {
    JobPage page;
    if (request.wants_facets) page.facets = no_facets();
    return page;
  }
  std::optional<Position> after;
  if (!request.cursor.empty()) {
    const Way way = way_of(request);
    after = read_cursor(way, request.cursor);
    if (!after || (is_by_offset(way) && !is_in_reach(request.limit, after->number))) {
      return refuse(400, "invalid_parameter", "cursor: is not one that this list has given out");
    }
    request.offset = is_by_offset(way) ? after->number : 0;
    if (is_by_offset(way)) after.reset();
  }
  return JobLister(context, std::move(request), after).list();
}

}  // namespace spearyx::api
