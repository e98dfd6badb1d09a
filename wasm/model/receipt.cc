#include "model/receipt.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace spearyx {
namespace {

Json to_document(const ReasonCounts& counts) {
  Json document = Json::object();
  for (const auto& [reason, count] : counts.entries()) document[reason] = count;
  return document;
}

}  // namespace

void ReasonCounts::add(std::string_view reason) {
  const auto found = std::ranges::find(entries_, reason, &Entry::reason);
  if (found != entries_.end()) {
    ++found->count;
  } else {
    entries_.push_back({std::string(reason), 1});
  }
}

std::int64_t ReasonCounts::total() const {
  return std::accumulate(entries_.begin(), entries_.end(), std::int64_t{0},
                         [](std::int64_t sum, const Entry& entry) { return sum + entry.count; });
}

void Receipt::forget_postings() {
  Receipt cost;
  static_cast<Traffic&>(cost) = *this;
  *this = std::move(cost);
}

bool Receipt::balances() const {
  return fetched == added + updated + unchanged + filtered.total() + rejected.total() + duplicate;
}

Json Receipt::to_json() const {
  assert(balances());
  return {
      {"fetched", fetched},
      {"added", added},
      {"updated", updated},
      {"unchanged", unchanged},
      {"filtered", filtered.total()},
      {"filteredReasons", to_document(filtered)},
      {"rejected", rejected.total()},
      {"rejectedReasons", to_document(rejected)},
      {"unknown", to_document(unknown)},
      {"duplicate", duplicate},
      {"closed", closed},
      {"reopened", reopened},
      {"truncated", truncated},
      {"requests", requests},
      {"bytes", bytes},
      {"notModified", not_modified},
      {"jobsAdded", added},
      {"jobsUpdated", updated},
      {"jobsDeleted", closed},
      {"duration", duration_ms},
  };
}

}  // namespace spearyx
