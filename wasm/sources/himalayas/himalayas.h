#pragma once

#include <string>
#include <string_view>

#include "sources/feed.h"

/// The Himalayas browse API, https://himalayas.app/api: all postings, newest first, 20 a page.
namespace spearyx::himalayas {

/// "/jobs/api?limit=20", then "&cursor=…" or "&offset=…".
[[nodiscard]] std::string page_path(const FeedRequest& request);

/// Reads `{"comments","nextCursor","jobs":[…]}` posting by posting. Where to read on is the cursor
/// the page offers; an offset only on a walk on which no cursor was ever offered.
[[nodiscard]] Result<FeedPage> read_page(std::string_view body, const FeedRequest& request,
                                         Listing& listing);

}  // namespace spearyx::himalayas
