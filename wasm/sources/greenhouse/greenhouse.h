#pragma once

#include "sources/board.h"

/// The Greenhouse job board API, https://developers.greenhouse.io/job-board.html.
namespace spearyx::greenhouse {

/// "/v1/boards/{slug}/jobs?content=true": one answer holds the whole board.
[[nodiscard]] std::string page_path(std::string_view slug, std::int64_t skip);

/// "/v1/boards/{slug}/jobs": the same postings without their descriptions.
[[nodiscard]] std::string probe_path(std::string_view slug);

/// Reads `{"jobs":[…],"meta":{…}}` posting by posting.
[[nodiscard]] Result<std::int64_t> read_page(std::string_view body, const Company& company,
                                             Listing& listing);

}  // namespace spearyx::greenhouse
