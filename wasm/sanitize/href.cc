#include "sanitize/href.h"

#include <algorithm>
#include <iterator>

#include "sanitize/ascii.h"
#include "support/percent.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

struct Scheme {
  std::string_view name;
  std::string_view slashes;
};
constexpr Scheme kSchemes[] = {{"http:", "//"}, {"https:", "//"}, {"mailto:", ""}};

/// Whether the URL parser strips a byte from both ends: C0 controls and space.
constexpr bool is_control_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20; }

std::string_view strip(std::string_view value) {
  while (!value.empty() && is_control_or_space(value.front())) value.remove_prefix(1);
  while (!value.empty() && is_control_or_space(value.back())) value.remove_suffix(1);
  return value;
}

std::string without_tabs_and_newlines(std::string_view value) {
  std::string url(value);
  std::erase_if(url, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return url;
}

/// Whether a character cannot be seen in a link: Unicode's controls and spaces. Other characters
/// may stay as they are.
constexpr bool is_invisible(char32_t c) {
  return (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

constexpr bool needs_encoding(char32_t c) {
  return c <= 0x20 || c == '"' || c == '<' || c == '>' || c == '`' || is_invisible(c);
}

void append_url_text(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Char character = decode_utf8(text, at);
    const std::size_t end = at + character.length;
    if (needs_encoding(character.code_point)) {
      out.append(text, copied, at - copied);
      for (const char c : text.substr(at, character.length)) append_percent_encoded(out, c);
      copied = end;
    }
    at = end;
  }
  out.append(text, copied);
}

constexpr bool is_hex_digit(char c) {
  return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

/// Whether a text is digits alone, and no more than `limit`.
bool is_number(std::string_view text, unsigned limit) {
  constexpr std::size_t kMaxDigits = 5;
  if (text.empty() || text.size() > kMaxDigits || !std::ranges::all_of(text, is_digit))
    return false;
  unsigned number = 0;
  for (const char c : text) number = number * 10 + static_cast<unsigned>(c - '0');
  return number <= limit;
}

bool is_ipv4(std::string_view host) {
  constexpr unsigned kMaxPart = 255;
  for (int part = 0; part < 3; ++part) {
    const std::size_t dot = host.find('.');
    if (dot == std::string_view::npos || !is_number(host.substr(0, dot), kMaxPart)) return false;
    host.remove_prefix(dot + 1);
  }
  return is_number(host, kMaxPart);
}

/// Whether the host parser accepts a host for sure (URL Standard, 3.5): no character that ends a
/// host or is forbidden in it, none percent-encoded, and an address only as it is usually written.
/// A link that a browser refuses is of no use, and a host that it reads as something else is not
/// honest.
bool is_host(std::string_view host) {
  constexpr std::string_view kForbidden = "#%/:<>?@[\\]^|";
  if (host.starts_with('[')) {
    const std::string_view inside =
        host.substr(1, host.size() - std::min<std::size_t>(host.size(), 2));
    return host.ends_with(']') && inside.contains(':') &&
           std::ranges::all_of(inside, [](char c) { return is_hex_digit(c) || c == ':'; });
  }
  if (host.ends_with('.')) host.remove_suffix(1);
  if (host.empty() || host.find_first_of(kForbidden) != std::string_view::npos) return false;
  const std::string_view last_label = host.substr(host.rfind('.') + 1);
  if (last_label.empty()) return false;
  return !is_digit(last_label.front()) || is_ipv4(host);
}

/// Whether a text is an authority, `user:password@host:port` (URL Standard, 4.4, authority state).
bool is_authority(std::string_view authority) {
  constexpr unsigned kMaxPort = 65'535;
  std::string_view host = authority.substr(authority.rfind('@') + 1);
  const std::size_t colon = host.find(':', host.starts_with('[') ? host.find(']') : 0);
  if (colon != std::string_view::npos) {
    const std::string_view port = host.substr(colon + 1);
    if (!port.empty() && !is_number(port, kMaxPort)) return false;
    host = host.substr(0, colon);
  }
  return is_host(host);
}

constexpr bool can_begin_name(char c) {
  return is_alphanumeric(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether the text behind the scheme and its slashes is an address that can be reached.
bool is_address(const Scheme& scheme, std::string_view address) {
  if (scheme.slashes.empty()) return !address.empty() && can_begin_name(address.front());
  return is_authority(address.substr(0, address.find_first_of("/\\?#")));
}

}  // namespace

bool append_safe_href(std::string_view value, std::string& out) {
  const std::string url = without_tabs_and_newlines(strip(value));
  const auto* scheme =
      std::ranges::find_if(kSchemes, [&](const Scheme& s) { return has_word_at(url, 0, s.name); });
  if (scheme == std::end(kSchemes) || url.size() > kMaxHrefBytes) return false;

  // The parser takes any two or more slashes of either kind before a host.
  std::string_view rest = std::string_view(url).substr(scheme->name.size());
  const std::size_t slashes = std::min(rest.find_first_not_of("/\\"), rest.size());
  if (slashes < scheme->slashes.size()) return false;
  if (!scheme->slashes.empty()) rest.remove_prefix(slashes);

  const std::size_t begin = out.size();
  out.append(scheme->name).append(scheme->slashes);
  const std::size_t address = out.size();
  append_url_text(out, rest);
  const bool is_safe = is_address(*scheme, std::string_view(out).substr(address)) &&
                       out.size() - begin <= kMaxHrefBytes;
  if (!is_safe) out.resize(begin);
  return is_safe;
}

}  // namespace spearyx::sanitize
