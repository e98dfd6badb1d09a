#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/company.h"
#include "sources/listing.h"
#include "sources/wire.h"
#include "support/result.h"

namespace spearyx {

/// The reader of a source that gives each company a board of its own. It consists of pure
/// functions; the sync that uses it knows nothing of the wire format.
struct BoardReader {
  /// The marks by which an answer of unknown origin is recognised.
  wire::Shape shape;
  /// Postings per page, or 0 where one answer holds the whole board.
  std::int64_t page_size = 0;
  /// Path and query of the page that starts after `skip` postings. The slug is valid.
  std::string (*page_path)(std::string_view slug, std::int64_t skip) = nullptr;
  /// Path and query of the smallest request that tells whether the board has postings; `read_page`
  /// reads its answer.
  std::string (*probe_path)(std::string_view slug) = nullptr;
  /// Reads one page, which is UTF-8, into the listing and answers the number of its postings. Fails
  /// with `kMalformedJson` or `kUnexpectedShape` when the page as a whole cannot be read.
  Result<std::int64_t> (*read_page)(std::string_view body, const Company& company,
                                    Listing& listing) = nullptr;
};

}  // namespace spearyx
