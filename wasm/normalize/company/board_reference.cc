#include "normalize/company/board_reference.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "normalize/company/identity.h"
#include "normalize/text/text.h"
#include "sanitize/entities.h"
#include "support/percent.h"
#include "support/static_text.h"

namespace spearyx::normalize {
namespace {

constexpr std::size_t kMaxReferenceBytes = 300;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// Takes the text before the first of `ends` off the front, and that end with it.
std::string_view take_until(std::string_view& text, std::string_view ends) {
  const std::size_t end = std::min(text.find_first_of(ends), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

std::string_view without_scheme(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (iequals(url.substr(0, scheme.size()), scheme)) return url.substr(scheme.size());
  }
  return url;
}

constexpr std::string_view kSlug = "{slug}";

/// An address or a pattern of one, cut into its parts.
struct Address {
  /// The host, in lower case.
  std::string host;
  std::string_view path{};
  std::string_view query{};
};

Address cut(std::string_view url) {
  Address address{.host = ascii_lower(url.substr(0, url.find_first_of("/?#")))};
  url.remove_prefix(address.host.size());
  if (url.starts_with('/')) url.remove_prefix(1);
  url = url.substr(0, url.find('#'));
  address.path = take_until(url, "?");
  address.query = url;
  return address;
}

/// Whether a URL has characters that its next reader could take for something else.
bool has_tricks(std::string_view url) {
  const auto is_trick = [](char c) {
    return c <= ' ' || c >= '\x7f' || std::string_view("\\@:;'\"<>`").contains(c);
  };
  return std::ranges::any_of(url, is_trick) || url.contains("/.") || url.contains("..");
}

/// The text in the place of "{slug}" in the pattern, up to the first of `ends`; nothing where the
/// text does not fit the pattern.
std::optional<std::string_view> slug_by(std::string_view pattern, std::string_view text,
                                        std::string_view ends) {
  const std::size_t place = pattern.find(kSlug);
  const std::string_view after = pattern.substr(place + kSlug.size());
  if (!text.starts_with(pattern.substr(0, place))) return std::nullopt;
  text.remove_prefix(place);
  text = text.substr(0, text.find_first_of(ends));
  if (!text.ends_with(after)) return std::nullopt;
  return text.substr(0, text.size() - after.size());
}

/// The value of the pattern's parameter in a query; "" where it is not there.
std::string_view slug_in_query(std::string_view pattern, std::string_view query) {
  while (!query.empty()) {
    if (const auto slug = slug_by(pattern, take_until(query, "&"), "")) return *slug;
  }
  return {};
}

/// Whether a path is that of the pattern, or one below it.
bool is_below(std::string_view path, std::string_view pattern) {
  return path.starts_with(pattern) &&
         (path.size() == pattern.size() || path[pattern.size()] == '/');
}

/// The slug in an address that fits the pattern; "" where the address has none in that place,
/// nothing where it does not fit.
std::optional<std::string_view> slug_in(const Address& address, std::string_view pattern) {
  if (pattern.empty()) return std::nullopt;
  const Address wanted = cut(pattern);
  if (wanted.host.contains(kSlug)) return slug_by(wanted.host, address.host, "");
  if (wanted.host != address.host) return std::nullopt;
  if (wanted.path.contains(kSlug)) return slug_by(wanted.path, address.path, "/");
  if (!is_below(address.path, wanted.path)) return std::nullopt;
  return slug_in_query(wanted.query, address.query);
}

/// The slug with its escapes decoded, where the source's slugs may need any.
std::string unescaped(std::string_view slug, const SlugRules& rules) {
  const bool has_escapes = rules.further.find_first_not_of("-_.~") != std::string_view::npos;
  return has_escapes ? decode_percent(slug) : std::string(slug);
}

std::optional<BoardReference> board_at(const Address& address) {
  for (const SourceInfo& row : kBoardSources) {
    for (const std::string_view pattern : row.addresses) {
      const auto slug = slug_in(address, pattern);
      if (!slug) continue;
      const std::string text = unescaped(*slug, row.slugs);
      return BoardReference{row.source, row.slugs.has_case ? text : ascii_lower(text)};
    }
  }
  return std::nullopt;
}

constexpr std::string_view kOnlyBoards = kStaticText<[] {
  std::string text = "This is no address of a board of " +
                     listed(kBoardSources, &SourceInfo::display_name, "", ", ", " or ") + ".";
  std::string_view link = " Boards on ";
  for (const SourceInfo& row : kBoardSources) {
    if (row.foreign_address.empty()) continue;
    text.append(link).append(row.foreign_address.substr(0, row.foreign_address.find('/')));
    link = " and ";
  }
  return text + " cannot be read.";
}>;

Result<BoardReference> parse_url(std::string_view url) {
  url = without_scheme(url);
  if (has_tricks(url)) {
    return fail(ErrorCode::kInvalidArgument,
                "The address contains characters that no board's has.");
  }
  auto reference = board_at(cut(url));
  if (!reference) return fail(ErrorCode::kInvalidArgument, std::string(kOnlyBoards));
  if (!is_valid_slug(*reference->source, reference->slug)) {
    return fail(ErrorCode::kInvalidArgument, "The address does not name a company's board.");
  }
  return *std::move(reference);
}

/// The URL that begins here, without the punctuation of the sentence around it.
std::string url_at(std::string_view text) {
  text = text.substr(0, kMaxReferenceBytes);
  text = text.substr(0, text.find_first_of(" \t\r\n\"'<>()[]"));
  text = text.substr(0, text.find_last_not_of(".,;:!?") + 1);
  return text.contains('&') ? sanitize::decode_entities(text) : std::string(text);
}

}  // namespace

Result<BoardReference> parse_board_reference(std::string_view text) {
  text = trimmed(text);
  if (is_valid_slug(text)) return BoardReference{std::nullopt, std::string(text)};
  if (text.empty()) return fail(ErrorCode::kInvalidSlug, "There is nothing in it.");
  if (text.size() > kMaxReferenceBytes)
    return fail(ErrorCode::kInvalidArgument, "It is too long for an address or a slug.");
  if (text.contains('/')) return parse_url(text);
  return fail(ErrorCode::kInvalidSlug,
              "A slug has 1 to 100 letters, digits, hyphens and underscores.");
}

std::string shown_slug(Source source, std::string_view url) {
  const Address address = cut(without_scheme(url));
  const auto foreign = slug_in(address, info(source).foreign_address);
  const auto board = board_at(address);
  std::string slug = foreign                            ? std::string(*foreign)
                     : board && board->source == source ? board->slug
                                                        : std::string();
  return is_valid_slug(source, slug) ? slug : std::string();
}

std::vector<BoardReference> boards_linked_in(std::string_view html) {
  std::vector<BoardReference> boards;
  constexpr std::string_view kScheme = "://";
  for (std::size_t at = html.find(kScheme); at != html.npos; at = html.find(kScheme, at + 1)) {
    const std::string url = url_at(html.substr(at + kScheme.size()));
    auto reference = parse_url(url);
    // A query may hold more characters than the address of a board.
    if (!reference && url.contains('?')) reference = parse_url(url.substr(0, url.find('?')));
    if (reference) boards.push_back(*std::move(reference));
  }
  return boards;
}

}  // namespace spearyx::normalize
