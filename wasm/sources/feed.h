#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sources/listing.h"
#include "sources/wire.h"
#include "support/result.h"

namespace spearyx {

/// One request to a feed.
struct FeedRequest {
  /// One of the feed's tags; "" where it has none, or for a posting with any of them.
  std::string_view tag;
  /// The position to read on from, as an earlier page said in `FeedPage::next`; "" for the newest
  /// postings.
  std::string_view position;
};

/// The parts of a page besides its postings.
struct FeedPage {
  /// The position of older postings; "" at the end of the feed.
  std::string next;
  /// The provider's message to the users of its API, where it has one.
  std::string notice;
};

/// The rule by which a posting is closed that its source does not close.
enum class FeedEnd : std::uint8_t {
  /// The feed is a window: a posting that left it closes when it has not been seen for long.
  kUnseen,
  /// Each posting says when it expires.
  kExpired,
};

/// The reader of a source that gives the postings of all companies in one feed. It consists of pure
/// functions; the sync that uses it knows nothing of the wire format.
struct FeedReader {
  /// The marks by which an answer of unknown origin is recognised.
  wire::Shape shape;
  /// The tags to ask the feed for, one per turn, in this order; without any it is asked as a whole.
  std::span<const std::string_view> tags{};
  /// The pages of a turn where <NAME>_PAGES says nothing else. With more than one, a turn reads at
  /// least the newest and one further back.
  std::int64_t pages = 1;
  FeedEnd end = FeedEnd::kUnseen;
  /// The days unseen after which a posting closes where <NAME>_MAX_AGE_DAYS says nothing else.
  std::int64_t max_age_days = 60;
  /// Path and query of a request.
  std::string (*page_path)(const FeedRequest& request) = nullptr;
  /// Reads one page, which is UTF-8, into the listing. Fails with `kMalformedJson` or
  /// `kUnexpectedShape` when the page as a whole cannot be read.
  Result<FeedPage> (*read_page)(std::string_view body, const FeedRequest& request,
                                Listing& listing) = nullptr;
};

}  // namespace spearyx
