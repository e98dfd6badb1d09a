#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/companies/document.h"
#include "api/companies/names.h"
#include "api/handlers.h"
#include "api/source_choices.h"
#include "api/walk.h"

namespace spearyx::api {
namespace {

/// The most companies that a page walks along, because no index knows most filters.
constexpr std::int64_t kWalkedCompanies = 150;

// No name of a source comes after a tilde.
#define COMPANIES(columns, condition, limit)                      \
  "SELECT " columns " FROM discovered_companies WHERE " condition \
  " (source, slug) > (?4, ?5)"                                    \
  " AND source <= coalesce(?1, '~') ORDER BY source, slug LIMIT " limit

#define CHOSEN_COMPANIES(is_failing)                                   \
  " WHERE (?1 IS NULL OR source = ?1) AND (?2 IS NULL OR status = ?2)" \
  " AND (?3 IS NULL OR " is_failing " = ?3)"

#define COMPANIES_PAGE(condition)                        \
  "SELECT " SPEARYX_COMPANY_COLUMNS " FROM (" COMPANIES( \
      "*", condition, "150") ")" CHOSEN_COMPANIES("(failures > 0)") " LIMIT ?6 OFFSET ?7"

// The end of the walk, if it is not the end of the list.
#define COMPANIES_END(condition) \
  COMPANIES("source || '/' || slug AS text", condition, "1 OFFSET 149")

// Some companies by their name, not all of those called so.
#define NAMED_COMPANIES(text) \
  "(SELECT d.* FROM " SPEARYX_COMPANIES_NAMED(text, "|| '{'") " AS n CROSS JOIN"                  \
  " discovered_companies AS d ON d.source = n.source AND d.slug = n.slug)"

#define IS_IN_NEED_IF(asked) " AND (" asked " IS NULL OR " SPEARYX_COMPANY_IN_NEED ")"

constexpr Walk kAllCompanies{COMPANIES_PAGE(""), COMPANIES_END("")};
// Along the index of those alone.
constexpr Walk kAttention{COMPANIES_PAGE(SPEARYX_COMPANY_IN_NEED " AND"),
                          COMPANIES_END(SPEARYX_COMPANY_IN_NEED " AND")};
// Of few.
constexpr Walk kNamed{
    "SELECT " SPEARYX_COMPANY_COLUMNS " FROM " NAMED_COMPANIES("?8")
        CHOSEN_COMPANIES("(failures > 0)") IS_IN_NEED_IF(
            "?9") " AND (source, slug) > (?4, ?5) ORDER BY source, slug LIMIT ?6 OFFSET ?7",
    ""};

constexpr std::string_view kCompaniesTotal =
    "SELECT coalesce(sum(companies), 0) AS number FROM company_counts" CHOSEN_COMPANIES(
        "is_failing") " AND (?4 IS NULL OR is_failing = 1 OR status = 'gone' OR status = 'paused')";
constexpr std::string_view kNamedTotal = "SELECT count(*) AS number FROM " NAMED_COMPANIES("?5")
    CHOSEN_COMPANIES("(failures > 0)") IS_IN_NEED_IF("?4");

constexpr std::array<std::string_view, 5> kCompanyStatuses{"", "active", "empty", "gone", "paused"};

/// A request for a page of companies.
struct CompaniesRequest {
  std::string source;
  Bind status;
  Bind is_failing;
  Bind needs_attention;
  std::string name;
  std::int64_t limit = 30;
  std::int64_t offset = 0;
  std::string after_source;
  std::string after_slug;
  const Walk* walk = &kAllCompanies;
};

Bind flag_or_null(Parameters& parameters, std::string_view name) {
  const bool is_given = !parameters.text(name).empty();
  const bool flag = parameters.flag(name, false);
  return is_given ? Bind(std::int64_t{flag}) : Bind();
}

CompaniesRequest read_companies_request(Parameters& parameters) {
  CompaniesRequest request;
  request.source = parameters.choice("source", kBoardSourceChoices);
  const std::string_view status = parameters.choice("status", kCompanyStatuses);
  request.status = text_or_null(status);
  request.is_failing = flag_or_null(parameters, "failing");
  const bool needs_attention = parameters.flag("attention", false);
  if (needs_attention) request.needs_attention = std::int64_t{1};
  request.name = parameters.text("company");
  request.limit = parameters.number_or("limit", {1, 100}, 30);
  request.offset = parameters.number_or("offset", {0, kWalkedCompanies}, 0);
  const std::string cursor = parameters.text("cursor", 300);
  const std::size_t slash = cursor.find('/');
  if (!cursor.empty() && slash == std::string::npos) {
    parameters.reject("cursor", "is not one that this list has given out");
  }
  request.after_source = cursor.empty() ? request.source : cursor.substr(0, slash);
  request.after_slug = cursor.empty() ? "" : cursor.substr(slash + 1);
  const bool is_of_attention = needs_attention || status == "gone" || status == "paused" ||
                               request.is_failing == Bind(std::int64_t{1});
  if (is_of_attention) request.walk = &kAttention;
  if (!request.name.empty()) request.walk = &kNamed;
  return request;
}

store::Query<CompanyRow> page_of(const CompaniesRequest& request) {
  std::vector<Bind> binds{
      text_or_null(request.source), request.status,    request.is_failing, request.after_source,
      request.after_slug,           request.limit + 1, request.offset};
  if (!request.name.empty()) {
    binds.emplace_back(request.name);
    binds.push_back(request.needs_attention);
  }
  return {"companies", request.walk->page, std::move(binds)};
}

store::Query<NumberRow> total_of(const CompaniesRequest& request) {
  std::vector<Bind> binds{text_or_null(request.source), request.status, request.is_failing,
                          request.needs_attention};
  if (request.name.empty()) return {"number of companies", kCompaniesTotal, std::move(binds)};
  binds.emplace_back(request.name);
  return {"number of companies", kNamedTotal, std::move(binds)};
}

std::string cursor_of(const CompanyRow& row) { return row.source + "/" + row.slug; }

}  // namespace

ApiResult get_companies(Context& context) {
  const CompaniesRequest request = read_companies_request(context.parameters);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  store::Batch batch;
  const auto page = batch.ask(page_of(request));
  const auto count = batch.ask(total_of(request));
  BatchReader reader(context, batch);
  auto rows = reader.rows(page);
  const auto total = reader.first(count);
  if (reader.error()) return std::unexpected(*reader.error());
  const auto next = next_cursor(
      context, *request.walk,
      {text_or_null(request.source), Bind(), Bind(), request.after_source, request.after_slug},
      rows, request.limit, cursor_of);
  if (!next) return std::unexpected(next.error());
  Json companies = Json::array();
  for (const CompanyRow& row : rows) companies.push_back(to_document(row));
  return Answer{
      .body = dump(json_object({{"success", true},
                                {"data",
                                 {{"companies", std::move(companies)},
                                  {"total", total->number},
                                  {"limit", request.limit},
                                  {"offset", request.offset},
                                  {"hasMore", !next->empty()},
                                  {"nextCursor", next->empty() ? Json() : Json(*next)}}},
                                {"meta", {{"ignoredParams", context.parameters.ignored()}}}})),
      .max_age_s = 10};
}

}  // namespace spearyx::api
