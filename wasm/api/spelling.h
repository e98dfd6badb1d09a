#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "api/context.h"
#include "api/search_query.h"

namespace spearyx::api {

/// Insertions, deletions, substitutions and swaps of neighbours between two words (optimal string
/// alignment), or `limit` + 1 when there are more than `limit`. Bytes, not characters.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The search with every misspelt word replaced by the word of the index that is nearest to it and,
/// among equals, in most postings; "" where there is none. A word of four letters or more may be
/// one edit off, of eight or more two. Looks at the words of the index that share the first two
/// letters with it, also after a slip within these two.
[[nodiscard]] std::expected<std::string, ApiError> correct_spelling(Context& context,
                                                                    const SearchQuery& query);

}  // namespace spearyx::api
