#include <array>
#include <string>

#include "api/handlers.h"
#include "api/jobs/document.h"
#include "api/source_choices.h"
#include "normalize/text/dates.h"

namespace spearyx::api {
namespace {

#define STALE                                                 \
  " FROM jobs WHERE closed_at IS NOT NULL AND closed_at < ?1" \
  " AND (?2 IS NULL OR source_name = ?2) ORDER BY closed_at LIMIT 500"

constexpr std::string_view kStale =
    "SELECT json_group_array(json_object('id', id, 'title', title, 'company', company,"
    " 'source', source_name, 'url', source_url, 'lastUpdated', " SPEARYX_ISO_DATE("updated_at")
    ", 'closedAt', " SPEARYX_ISO_DATE("closed_at") ")) AS text FROM (SELECT id, title, company, source_name, source_url, updated_at, closed_at" STALE ")";
constexpr std::string_view kDelete = "DELETE FROM jobs WHERE id IN (SELECT id" STALE ")";

constexpr std::int64_t kShown = 100;

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
  const auto stale_place = batch.ask(store::Query<TextRow>{"stale jobs", kStale, {cutoff, only}});
  if (!is_dry_run) batch.add(Statement{kDelete, {cutoff, only}});
  BatchReader reader(context, batch);
  const auto listed = reader.first(stale_place);
  if (reader.error()) return std::unexpected(*reader.error());
  Json stale = parse_json(listed->text);
  const std::size_t found = stale.size();
  cut_to(stale, kShown);

  std::vector<std::string> sources(kSourceChoices.begin() + 1, kSourceChoices.end());
  if (!source.empty()) sources = {source};
  const std::string count = std::to_string(found);
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
                                          {"jobsToDelete", found},
                                          {"jobsDeleted", is_dry_run ? 0 : found},
                                          {"orphanedJobs", std::move(stale)},
                                          {"logs", logs},
                                          {"duration", duration}}))};
}

}  // namespace spearyx::api
