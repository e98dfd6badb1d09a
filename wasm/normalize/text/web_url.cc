#include "normalize/text/web_url.h"

#include <algorithm>

#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

constexpr std::size_t kMaxLength = 2'000;

bool is_allowed(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7F &&
         std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
}

}  // namespace

bool is_web_url(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  if (scheme_end == std::string_view::npos || url.size() > kMaxLength) return false;
  const std::string_view scheme = url.substr(0, scheme_end);
  if (!iequals(scheme, "https") && !iequals(scheme, "http")) return false;
  const std::string_view rest = url.substr(scheme_end + 3);
  return !rest.empty() && is_ascii_alnum(rest.front()) && std::ranges::all_of(url, is_allowed);
}

}  // namespace spearyx::normalize
