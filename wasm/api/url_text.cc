#include "api/url_text.h"

#include <algorithm>
#include <cstddef>

#include "support/percent.h"
#include "support/utf8.h"

namespace spearyx::api {
namespace {

bool is_control(char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

bool may_stand_in_query(char byte) {
  constexpr std::string_view kOthers = "!$&'()*+,;=:@/?";
  return is_unreserved(byte) || kOthers.contains(byte);
}

std::optional<std::string> decode(std::string_view text, char space) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded += text[at] == space ? ' ' : text[at];
      continue;
    }
    const auto byte = percent_decoded(text.substr(at));
    if (!byte) return std::nullopt;
    decoded += *byte;
    at += 2;
  }
  if (std::ranges::any_of(decoded, is_control) || !is_valid_utf8(decoded)) return std::nullopt;
  return decoded;
}

}  // namespace

std::optional<std::string> decode_path_segment(std::string_view text) { return decode(text, ' '); }

std::optional<std::string> decode_query_text(std::string_view text) { return decode(text, '+'); }

std::string well_formed_query(std::string_view query) {
  std::string encoded;
  for (std::size_t at = 0; at < query.size(); ++at) {
    if (may_stand_in_query(query[at]) || percent_decoded(query.substr(at))) {
      encoded += query[at];
    } else {
      append_percent_encoded(encoded, query[at]);
    }
  }
  return encoded;
}

std::vector<std::string_view> path_segments(std::string_view path) {
  std::vector<std::string_view> segments;
  if (path.starts_with('/')) path.remove_prefix(1);
  for (;;) {
    const std::size_t slash = path.find('/');
    segments.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return segments;
    path.remove_prefix(slash + 1);
  }
}

std::vector<std::pair<std::string_view, std::string_view>> query_pairs(std::string_view query) {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(query.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    const bool has_value = equals != std::string_view::npos;
    if (!pair.empty()) {
      pairs.emplace_back(pair.substr(0, equals), has_value ? pair.substr(equals + 1) : "");
    }
  }
  return pairs;
}

}  // namespace spearyx::api
