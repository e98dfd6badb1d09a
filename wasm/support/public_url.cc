#include "support/public_url.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace spearyx {
namespace {

constexpr auto kLocalDomains =
    std::to_array<std::string_view>({"arpa", "corp", "home", "internal", "intranet", "lan", "local",
                                     "localdomain", "localhost", "private"});

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= 63 &&
         std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

/// Whether a host is a name of the public internet: one whose last label is a number is an address,
/// and one of a single label is local.
bool is_public_host(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string_view last = host.substr(dot + 1);
  if (!is_label(last) || !is_letter(last.front()) || last.size() < 2) return false;
  const bool is_local = std::ranges::any_of(kLocalDomains, [last](std::string_view domain) {
    return std::ranges::equal(domain, last, [](char a, char b) { return a == (b | 0x20); });
  });
  if (is_local) return false;
  for (host.remove_suffix(last.size()); !host.empty(); host.remove_prefix(host.find('.') + 1)) {
    if (!is_label(host.substr(0, host.find('.')))) return false;
  }
  return true;
}

}  // namespace

bool is_public_https_url(std::string_view url) {
  constexpr std::string_view kScheme = "https://";
  const bool is_plain =
      std::ranges::all_of(url, [](char c) { return c > ' ' && c < 0x7F && c != '\\'; });
  if (!is_plain || !url.starts_with(kScheme)) return false;
  url.remove_prefix(kScheme.size());
  const std::string_view authority = url.substr(0, url.find_first_of("/?#"));
  const std::size_t colon = authority.find(':');
  const std::string_view port = authority.substr(std::min(colon, authority.size()));
  const bool has_port =
      port.size() > 1 && port.size() <= 6 && std::ranges::all_of(port.substr(1), is_digit);
  return (port.empty() || has_port) && is_public_host(authority.substr(0, colon));
}

}  // namespace spearyx
