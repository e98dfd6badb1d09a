#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/company.h"
#include "sources/listing.h"
#include "support/result.h"

namespace spearyx {

/// A source that gives each company a board of its own. A source is one such row, made of pure
/// functions; the sync that uses it knows nothing of its wire format.
struct BoardSource {
  Source source;
  /// Postings per page, or 0 where one answer holds the whole board.
  std::int64_t page_size;
  /// Path and query of the page that starts after `skip` postings. The slug is valid.
  std::string (*page_path)(std::string_view slug, std::int64_t skip);
  /// Path and query of the smallest request that tells whether the board has postings; `read_page`
  /// reads its answer.
  std::string (*probe_path)(std::string_view slug);
  /// Reads one page, which is UTF-8, into the listing and answers how many postings it held. Fails
  /// with `kMalformedJson` or `kUnexpectedShape` when the page as a whole cannot be read.
  Result<std::int64_t> (*read_page)(std::string_view body, const Company& company,
                                    Listing& listing);
};

[[nodiscard]] const BoardSource& board_source(Source source);

}  // namespace spearyx
