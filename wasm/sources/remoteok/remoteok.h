#pragma once

#include <array>
#include <string>
#include <string_view>

#include "sources/feed.h"

/// The RemoteOK feed, https://remoteok.com/api: the newest hundred postings, or fewer, with a tag.
namespace spearyx::remoteok {

/// In the order of their turns.
inline constexpr std::array<std::string_view, 13> kTags{
    "dev",     "engineer",  "devops",  "design",  "marketing", "developer", "frontend",
    "backend", "fullstack", "product", "project", "data",      "support"};

/// "/api?tag={tag}".
[[nodiscard]] std::string page_path(const FeedRequest& request);

/// Reads `[notice, posting, …]` posting by posting. The notice is told by its shape, and postings
/// without the tag are filtered, since the parameter is not always heeded.
///
/// Each description ends with a tag that is the requester's own address in base64. It is cut before
/// anything else happens to the text, and no failure of this function quotes the body.
[[nodiscard]] Result<FeedPage> read_page(std::string_view body, const FeedRequest& request,
                                         Listing& listing);

}  // namespace spearyx::remoteok
