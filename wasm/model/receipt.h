#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/json.h"

namespace spearyx {

/// Counts per reason, in order of first appearance; a run knows a dozen reasons at most.
class ReasonCounts {
 public:
  struct Entry {
    std::string reason;
    std::int64_t count = 0;
  };

  void add(std::string_view reason);
  [[nodiscard]] std::int64_t total() const;
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

/// The requests of a run to its sources.
struct Traffic {
  std::int64_t requests = 0;
  std::int64_t bytes = 0;
};

/// The outcomes of the postings that a run fetched, and the cost of the run.
struct Receipt : Traffic {
  std::int64_t fetched = 0;
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t duplicate = 0;
  ReasonCounts filtered;
  ReasonCounts rejected;
  /// Fields of postings that could not be read, by their subject. They cost no posting and have no
  /// part in the balance.
  ReasonCounts unknown;

  std::int64_t closed = 0;
  std::int64_t reopened = 0;
  /// Postings that were kept with a description cut to what a database row can hold.
  std::int64_t truncated = 0;

  std::int64_t not_modified = 0;
  std::int64_t duration_ms = 0;

  /// Forgets the postings and keeps the traffic, for a run whose postings were not written.
  void forget_postings();

  /// fetched = added + updated + unchanged + filtered + rejected + duplicate
  [[nodiscard]] bool balances() const;
  /// The receipt, which must balance, as the JSON object stored in `sync_history.stats`. Carries the
  /// original's field names too: jobsAdded, jobsUpdated, jobsDeleted (= closed), duration.
  [[nodiscard]] Json to_json() const;
};

}  // namespace spearyx
