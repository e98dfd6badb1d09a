#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "api/context.h"
#include "api/search/filter.h"
#include "api/search/spelling.h"
#include "store/batch.h"

namespace spearyx::api {

/// A row of the answer of `count_matches`: the first one is about the matches, the others are
/// words.
struct MatchRow {
  /// The number of matches, counted up to one more than the given number; of a word, the number of
  /// its postings.
  std::int64_t postings = 0;
  /// The keys of the newest and of the last match that was counted.
  std::string newest;
  std::string oldest;
  std::string word;
};

/// Counts the newest matches, up to one more than `most`. Where a search finds nothing, the answer
/// has words of the index that may have been meant.
[[nodiscard]] store::Query<MatchRow> count_matches(const JobFilter& filter, std::int64_t most,
                                                   UnixSeconds now);

/// Counts the matches, up to one more than `most`, and looks for no other words.
[[nodiscard]] store::Query<NumberRow> count_out(const JobFilter& filter, std::int64_t most,
                                                UnixSeconds now);

/// The result of `count_matches`.
struct Matches {
  explicit Matches(std::vector<MatchRow> rows);

  std::int64_t counted = 0;
  std::int64_t newest = 0;
  std::int64_t oldest = 0;
  std::vector<IndexWord> near_words;
};

}  // namespace spearyx::api
