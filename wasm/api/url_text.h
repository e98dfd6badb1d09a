#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Texts in URLs (RFC 3986; form encoding of the WHATWG URL standard for queries).
namespace spearyx::api {

/// Decodes %XX; in a query also '+', which stands for a space. Nothing where an escape is broken,
/// or the outcome is not UTF-8 or holds control characters: no parameter of this API may.
[[nodiscard]] std::optional<std::string> decode_path_segment(std::string_view text);
[[nodiscard]] std::optional<std::string> decode_query_text(std::string_view text);

/// Escapes everything in a query that may not stand in one (RFC 3986, section 3.4), and leaves
/// escapes as they are.
[[nodiscard]] std::string well_formed_query(std::string_view query);

/// The segments between slashes, still encoded; a leading slash opens the first.
[[nodiscard]] std::vector<std::string_view> path_segments(std::string_view path);

/// The names and values of a query, still encoded.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> query_pairs(
    std::string_view query);

}  // namespace spearyx::api
