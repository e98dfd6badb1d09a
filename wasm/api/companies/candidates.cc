#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "api/companies/document.h"
#include "api/handlers.h"
#include "api/walk.h"

namespace spearyx::api {

/// The number of candidates, where it is kept.
struct CandidateTotalRow {
  std::optional<std::int64_t> number;
};

namespace {

#define CANDIDATES(columns, condition, limit)                    \
  "SELECT " columns " FROM potential_companies WHERE " condition \
  " slug > ?1 ORDER BY slug LIMIT " limit

// No index knows every status, so a page is what the filter lets through of a hundred and fifty.
#define CANDIDATES_PAGE(condition)    \
  "SELECT " SPEARYX_CANDIDATE_COLUMNS \
  " FROM (" CANDIDATES("*", condition, "150") ") WHERE (?2 IS NULL OR status = ?2) LIMIT ?3"

// The end of the walk, if it is not the end of the list.
#define CANDIDATES_END(condition) CANDIDATES("slug AS text", condition, "1 OFFSET 149")

constexpr Walk kAllCandidates{CANDIDATES_PAGE(""), CANDIDATES_END("")};
constexpr Walk kCandidatesInNeed{CANDIDATES_PAGE(SPEARYX_CANDIDATE_IN_NEED " AND"),
                                 CANDIDATES_END(SPEARYX_CANDIDATE_IN_NEED " AND")};

constexpr std::string_view kCandidatesTotal =
    "SELECT iif(?2, NULL, coalesce(sum(candidates), 0)) AS number FROM candidate_counts"
    " WHERE ?1 IS NULL OR status = ?1";

constexpr std::array<std::string_view, 5> kCandidateStatuses{"", "pending", "discovered",
                                                             "not_found", "rejected"};

}  // namespace

ApiResult get_candidates(Context& context) {
  Parameters& parameters = context.parameters;
  const std::string_view status = parameters.choice("status", kCandidateStatuses);
  const bool needs_attention = parameters.flag("attention", false);
  const std::int64_t limit = parameters.number_or("limit", {1, 100}, 30);
  const std::string cursor = parameters.text("cursor", 300);
  if (parameters.error()) return std::unexpected(*parameters.error());
  const bool is_in_need = needs_attention || status == "rejected";
  const Walk& walk = is_in_need ? kCandidatesInNeed : kAllCandidates;
  store::Batch batch;
  const auto page = batch.ask(store::Query<CandidateRow>{
      "candidates", walk.page, {cursor, text_or_null(status), limit + 1}});
  const auto count = batch.ask(store::Query<CandidateTotalRow>{
      "number of candidates", kCandidatesTotal, {text_or_null(status), needs_attention}});
  BatchReader reader(context, batch);
  auto rows = reader.rows(page);
  const auto total = reader.first(count).value_or(CandidateTotalRow());
  if (reader.error()) return std::unexpected(*reader.error());
  const auto next = next_cursor(context, walk, {cursor}, rows, limit,
                                [](const CandidateRow& row) { return row.slug; });
  if (!next) return std::unexpected(next.error());
  Json candidates = Json::array();
  for (const CandidateRow& row : rows) candidates.push_back(to_document(row));
  return Answer{.body = dump(json_object({{"success", true},
                                          {"data",
                                           {{"candidates", std::move(candidates)},
                                            {"total", total.number},
                                            {"limit", limit},
                                            {"hasMore", !next->empty()},
                                            {"nextCursor", next->empty() ? Json() : Json(*next)}}},
                                          {"meta", {{"ignoredParams", parameters.ignored()}}}})),
                .max_age_s = 10};
}

}  // namespace spearyx::api
