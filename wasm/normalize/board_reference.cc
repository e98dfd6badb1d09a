#include "normalize/board_reference.h"

#include <algorithm>
#include <array>
#include <utility>

#include "normalize/identity.h"
#include "normalize/text.h"

namespace spearyx::normalize {
namespace {

constexpr std::size_t kMaxReferenceBytes = 300;

/// Where a source shows its boards; the slug follows the prefix.
struct BoardHost {
  std::string_view host;
  std::string_view prefix;
  Source source;
};

constexpr auto kBoardHosts = std::to_array<BoardHost>({
    {"boards.greenhouse.io", "", Source::kGreenhouse},
    {"boards.eu.greenhouse.io", "", Source::kGreenhouse},
    {"job-boards.greenhouse.io", "", Source::kGreenhouse},
    {"job-boards.eu.greenhouse.io", "", Source::kGreenhouse},
    {"boards-api.greenhouse.io", "v1/boards/", Source::kGreenhouse},
    {"jobs.lever.co", "", Source::kLever},
    {"api.lever.co", "v0/postings/", Source::kLever},
});

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

/// The text before the first of `ends`, which is taken off together with it.
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

/// Characters of a URL that could mean something else to whoever reads it next.
bool has_tricks(std::string_view url) {
  const auto is_trick = [](char c) {
    return c <= ' ' || c >= '\x7f' || std::string_view("%\\@:;'\"<>`").contains(c);
  };
  return std::ranges::any_of(url, is_trick) || url.contains("/.") || url.contains("..");
}

/// The value of `for` in the query of an embedded board.
std::string_view embedded_slug(std::string_view query) {
  query = query.substr(0, query.find('#'));
  while (!query.empty()) {
    const std::string_view parameter = take_until(query, "&");
    if (parameter.starts_with("for=")) return parameter.substr(4);
  }
  return {};
}

std::string_view slug_in(std::string_view path_and_query, const BoardHost& host) {
  std::string_view rest = path_and_query;
  if (!rest.starts_with(host.prefix)) return {};
  rest.remove_prefix(host.prefix.size());
  const std::string_view path = rest.substr(0, rest.find_first_of("?#"));
  const std::string_view first = path.substr(0, path.find('/'));
  const bool is_embedded =
      host.source == Source::kGreenhouse && host.prefix.empty() && first == "embed";
  if (!is_embedded) return first;
  take_until(rest, "?");
  return embedded_slug(rest);
}

Result<BoardReference> parse_url(std::string_view url) {
  std::string_view rest = without_scheme(url);
  if (has_tricks(rest)) {
    return fail(ErrorCode::kInvalidArgument, "the URL contains characters no board's URL has");
  }
  const std::string host_name = ascii_lower(rest.substr(0, rest.find_first_of("/?#")));
  const auto host = std::ranges::find(kBoardHosts, host_name, &BoardHost::host);
  if (host == kBoardHosts.end()) {
    return fail(
        ErrorCode::kInvalidArgument,
        "only boards on greenhouse.io and lever.co can be synced, not those on eu.lever.co");
  }
  rest.remove_prefix(std::min(host_name.size() + 1, rest.size()));
  const std::string_view slug = slug_in(rest, *host);
  if (!is_valid_slug(slug)) {
    return fail(ErrorCode::kInvalidArgument, "the URL does not name a company's board");
  }
  const bool has_case = info(host->source).slugs_have_case;
  return BoardReference{host->source, has_case ? std::string(slug) : ascii_lower(slug)};
}

}  // namespace

Result<BoardReference> parse_board_reference(std::string_view text) {
  text = trimmed(text);
  if (is_valid_slug(text)) return BoardReference{std::nullopt, std::string(text)};
  if (text.empty()) return fail(ErrorCode::kInvalidSlug, "it is empty");
  if (text.size() > kMaxReferenceBytes) return fail(ErrorCode::kInvalidArgument, "it is too long");
  if (text.contains('/')) return parse_url(text);
  return fail(ErrorCode::kInvalidSlug,
              "a slug has 1 to 100 letters, digits, hyphens and underscores");
}

}  // namespace spearyx::normalize
