#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "api/job_filter.h"
#include "store/batch.h"

namespace spearyx::api {

/// The answer of `frame_of`: what surrounds a page of postings.
struct FrameRow {
  /// Matches of a search, or of a salary beyond those the index knows, counted out up to one more
  /// than `most`; else 0.
  std::int64_t counted = 0;
  std::int64_t most = 0;
  /// `[[word, postings that hold it], …]` of the index, for the facets and the search.
  std::string words;
  /// Postings with words that start like the last one of the search, as far as was looked.
  std::int64_t prefix_postings = 0;
  /// Where nothing matches, what `correct_spelling` chooses from.
  std::string near_words;
};

struct Total {
  std::int64_t count = 0;
  bool is_exact = true;
};

/// Asks for one row. As many matches are counted out as the page can bear: ten a
/// posting, but at least 100 and at most 400.
[[nodiscard]] store::Query<FrameRow> frame_of(const JobFilter& filter, LastWord last_word,
                                              std::int64_t limit, UnixSeconds now);

/// How many postings hold the filter's words, whether or not they pay `salary_to_check`. Exact
/// where the index knows the count (see `is_counted_by_index`), and where it was counted out.
/// Otherwise estimated as if the properties were independent of each other: counting postings costs
/// a row each.
[[nodiscard]] Total total_of(const JobFilter& filter, const FrameRow& frame, UnixSeconds now);

/// At most how many postings a search ranks by how well they match; a search for words that are
/// more common lists postings with the words in the title first, newest first.
inline constexpr std::int64_t kRanked = 5'000;

/// Whether even the rarest word of the search is in so many postings that ranking those that match
/// could cost too much.
[[nodiscard]] bool is_common(const JobFilter& filter, const FrameRow& frame);

}  // namespace spearyx::api
