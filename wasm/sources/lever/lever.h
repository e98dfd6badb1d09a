#pragma once

#include "sources/board.h"

/// The Lever postings API, https://github.com/lever/postings-api. Site names are case-sensitive.
namespace spearyx::lever {

/// Few sites have more; at some 10 KB a posting a page stays well inside the body cap.
inline constexpr std::int64_t kPageSize = 1'000;

/// "/v0/postings/{slug}?mode=json&skip=…&limit=…".
[[nodiscard]] std::string page_path(std::string_view slug, std::int64_t skip);

/// "/v0/postings/{slug}?mode=json&limit=1": the first posting.
[[nodiscard]] std::string probe_path(std::string_view slug);

/// Reads a bare array of postings, posting by posting.
[[nodiscard]] Result<std::int64_t> read_page(std::string_view body, const Company& company,
                                             Listing& listing);

}  // namespace spearyx::lever
