#include <cstddef>
#include <cstdint>
#include <ranges>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/handlers.h"
#include "api/jobs/document.h"
#include "api/source_choices.h"
#include "normalize/text/dates.h"
#include "support/json_object.h"

namespace spearyx::api {

/// A posting that was closed long ago.
struct StaleRow {
  std::int64_t id = 0;
  std::string title;
  std::string company;
  std::string source_name;
  std::string source_url;
  std::int64_t updated_at = 0;
  std::int64_t closed_at = 0;
};

namespace {

#define STALE                                                 \
  " FROM jobs WHERE closed_at IS NOT NULL AND closed_at < ?1" \
  " AND (?2 IS NULL OR source_name = ?2) ORDER BY closed_at LIMIT 500"

constexpr std::string_view kStale =
    "SELECT id, title, company, source_name, source_url, updated_at, closed_at" STALE;
constexpr std::string_view kDelete = "DELETE FROM jobs WHERE id IN (SELECT id" STALE ")";

constexpr std::size_t kShown = 100;

Json to_document(const StaleRow& row) {
  return json_object({{"id", row.id},
                      {"title", row.title},
                      {"company", row.company},
                      {"source", row.source_name},
                      {"url", row.source_url},
                      {"lastUpdated", iso_date(row.updated_at)},
                      {"closedAt", iso_date(row.closed_at)}});
}

}  // namespace

// Only closed postings are stale: one that its board still lists is current, however old its text.
ApiResult post_prune(Context& context) {
  const std::string source{context.parameters.choice("source", kSourceChoices)};
  const std::int64_t days = context.parameters.number_or("days", {1, 3'650}, 30);
  const bool is_dry_run = context.parameters.flag("dryRun", true);
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());

  const UnixSeconds started = context.now;
  const UnixSeconds cutoff = started - days * kDay;
  const Bind only = source.empty() ? Bind() : Bind(source);
  store::Batch batch;
  const auto stale_place = batch.ask(store::Query<StaleRow>{"stale jobs", kStale, {cutoff, only}});
  if (!is_dry_run) batch.add(Statement{kDelete, {cutoff, only}});
  BatchReader reader(context, batch);
  const auto stale = reader.rows(stale_place);
  if (reader.error()) return std::unexpected(*reader.error());
  Json shown = Json::array();
  for (const StaleRow& row : stale | std::views::take(kShown)) shown.push_back(to_document(row));

  std::vector<std::string> sources(kSourceChoices.begin() + 1, kSourceChoices.end());
  if (!source.empty()) sources = {source};
  const std::string count = std::to_string(stale.size());
  const std::vector<std::string> logs{
      "Looked for postings closed before " + normalize::iso8601(cutoff),
      "Found " + count + " (at most 500 a call)",
      is_dry_run ? "Dry run: nothing deleted" : "Deleted " + count};
  const UnixMillis duration = context.host.now_ms() - started * 1'000;
  return Answer{.body = dump(json_object({{"success", true},
                                          {"dryRun", is_dry_run},
                                          {"sources", sources},
                                          {"staleDays", days},
                                          {"cutoffDate", iso_date(cutoff)},
                                          {"jobsToDelete", stale.size()},
                                          {"jobsDeleted", is_dry_run ? 0 : stale.size()},
                                          {"orphanedJobs", std::move(shown)},
                                          {"logs", logs},
                                          {"duration", duration}}))};
}

}  // namespace spearyx::api
