#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sources/listing.h"
#include "sources/wire.h"
#include "support/result.h"

namespace spearyx {

/// What is asked of a feed with one request.
struct FeedRequest {
  /// One of the feed's tags; "" where it has none, or for a posting with any of them.
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

/// The reader of a source that gives the postings of all companies in one feed. It is made of pure
/// functions; the sync that uses it knows nothing of the wire format.
struct FeedReader {
  /// How an answer is recognised by somebody who does not know where it comes from.
  wire::Shape shape;
  /// Tags the feed is asked for, one per turn, in this order; none: it is asked as a whole.
  std::span<const std::string_view> tags{};
  /// Pages that a turn reads where <NAME>_PAGES says nothing else. More than one reads at least the
  /// newest and one that is behind.
  std::int64_t pages = 1;
  FeedEnd end = FeedEnd::kUnseen;
  /// Days unseen after which a posting closes where <NAME>_MAX_AGE_DAYS says nothing else.
  std::int64_t max_age_days = 60;
  /// Path and query of a request.
  std::string (*page_path)(const FeedRequest& request) = nullptr;
  /// Reads one page, which is UTF-8, into the listing. Fails with `kMalformedJson` or
  /// `kUnexpectedShape` when the page as a whole cannot be read.
  Result<FeedPage> (*read_page)(std::string_view body, const FeedRequest& request,
                                Listing& listing) = nullptr;
};

}  // namespace spearyx
