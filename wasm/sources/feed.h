#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "model/source.h"
#include "sources/listing.h"
#include "support/result.h"

namespace spearyx {

/// What is asked of a feed with one request.
struct FeedRequest {
  /// One of the feed's tags; "" where it has none.
  std::string_view tag;
  /// Where to read on, as an earlier page said in `FeedPage::next`; "" for the newest postings.
  std::string_view position;
};

/// What one page says besides its postings.
struct FeedPage {
  /// Where older postings follow; "" at the end of the feed.
  std::string next;
  /// The provider's word to those who use its API, where it has one.
  std::string notice;
};

/// When a posting that is not closed by its source is closed by us.
enum class FeedEnd : std::uint8_t {
  /// The feed is a window: a posting that left it closes when it has not been seen for long.
  kUnseen,
  /// Each posting says when it expires.
  kExpired,
};

/// A source that gives the postings of all companies in one feed. A source is one such row, made of
/// pure functions; the sync that uses it knows nothing of its wire format.
struct FeedSource {
  Source source;
  /// Tags the feed is asked for, one per turn, in this order; none: it is asked as a whole.
  std::span<const std::string_view> tags;
  FeedEnd end;
  /// Path and query of a request.
  std::string (*page_path)(const FeedRequest& request);
  /// Reads one page, which is UTF-8, into the listing. Fails with `kMalformedJson` or
  /// `kUnexpectedShape` when the page as a whole cannot be read.
  Result<FeedPage> (*read_page)(std::string_view body, const FeedRequest& request,
                                Listing& listing);
};

[[nodiscard]] const FeedSource& feed_source(Source source);

}  // namespace spearyx
