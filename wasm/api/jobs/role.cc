#include "api/jobs/role.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "api/page_address.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kCopies = R"sql(
SELECT c.id, c.title, c.company, c.source_name, c.source_url, c.location,
  j.board <> '' AND c.board = j.board AND c.source_name = j.source_name AS is_on_same_board,
  c.is_role_by_hand AND j.is_role_by_hand AS is_by_hand
FROM jobs AS j JOIN jobs AS c ON c.role_key = j.role_key AND c.closed_at IS NULL
WHERE j.id = ?1 AND j.closed_at IS NULL AND c.id <> j.id
  AND coalesce(c.leader_id, c.id) = coalesce(j.leader_id, j.id)
ORDER BY c.board = '', c.id LIMIT 50
)sql";

// A board's listing is complete: what is open was in the last one.
constexpr std::string_view kLastSight = R"sql(
SELECT coalesce(j.closed_at, d.last_synced_at, j.last_seen_at, j.updated_at) AS last_seen_at
FROM jobs AS j LEFT JOIN discovered_companies AS d
  ON j.board <> '' AND d.source = j.source_name AND d.slug = j.board
WHERE j.id = ?1
)sql";

constexpr UnixSeconds kOpenLong = 90 * kDay;
constexpr UnixSeconds kNotSeen = 7 * kDay;
constexpr std::int64_t kRepostedOften = 2;

std::string_view reason_of(const CopyRow& copy) {
  if (copy.is_by_hand != 0) return "by_hand";
  return copy.is_on_same_board != 0 ? "same_board" : "same_employer";
}

Json to_document(const CopyRow& copy) {
  return json_object({{"id", copy.id},
                      {"slug", page_slug(copy.title, copy.company)},
                      {"title", copy.title},
                      {"company", copy.company},
                      {"sourceName", copy.source_name},
                      {"sourceUrl", copy.source_url},
                      {"location", copy.location},
                      {"why", reason_of(copy)}});
}

}  // namespace

std::optional<std::int64_t> posting_id(std::string_view text) {
  constexpr std::int64_t kHighest = (std::int64_t{1} << 30) - 1;
  std::int64_t id = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), id);
  const bool is_number = failure == std::errc() && end == text.data() + text.size();
  if (!is_number || id < 1 || id > kHighest) return std::nullopt;
  return id;
}

store::Query<CopyRow> copies_of(std::int64_t id) { return {"copies", kCopies, {id}}; }

store::Query<SightRow> last_sight_of(std::int64_t id) { return {"last sight", kLastSight, {id}}; }

Json role_document(const JobRow& job, const std::vector<CopyRow>& copies) {
  const auto leader = std::ranges::find(copies, job.leader_id.value_or(job.id), &CopyRow::id);
  const bool leads = leader == copies.end();
  Json places = places_of(job);
  Json documents = Json::array();
  for (const CopyRow& copy : copies) {
    if (copy.location && !std::ranges::contains(places, Json(*copy.location))) {
      places.push_back(*copy.location);
    }
    documents.push_back(to_document(copy));
  }
  return json_object({{"id", leads ? job.id : leader->id},
                      {"slug", leads ? page_slug(job.title, job.company)
                                     : page_slug(leader->title, leader->company)},
                      {"postings", copies.size() + 1},
                      {"places", std::move(places)},
                      {"copies", std::move(documents)}});
}

Json signs_of_staleness(const JobRow& job, std::optional<UnixSeconds> last_seen, UnixSeconds now) {
  if (job.closed_at) return {};
  Json signs = Json::array();
  if (now - first_seen(job) > kOpenLong) signs.push_back("open_long");
  if (job.reposts >= kRepostedOften) signs.push_back("reposted");
  if (last_seen && now - *last_seen > kNotSeen) signs.push_back("not_seen");
  return signs.size() < 2 ? Json() : signs;
}

}  // namespace spearyx::api
