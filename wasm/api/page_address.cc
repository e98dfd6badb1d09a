#include "api/page_address.h"

#include <algorithm>

#include "normalize/text/text.h"
#include "support/utf8.h"

namespace spearyx::api {
namespace {

constexpr std::size_t kMaxSlugLength = 80;

void append_slug(std::string& slug, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Char c = decode_utf8(text, at);
    at += c.length;
    if (c.code_point < 0x80 && normalize::is_ascii_alnum(static_cast<char>(c.code_point))) {
      slug += static_cast<char>(c.code_point);
    } else if (!normalize::is_combining_mark(c.code_point) &&
               !normalize::append_unaccented(slug, c.code_point) && !slug.empty() &&
               slug.back() != '-') {
      slug += '-';
    }
  }
}

}  // namespace

std::string page_slug(std::string_view title, std::string_view company) {
  std::string slug;
  append_slug(slug, title);
  append_slug(slug, " ");
  append_slug(slug, company);
  slug.resize(std::min(slug.size(), kMaxSlugLength));
  if (slug.ends_with('-')) slug.pop_back();
  return slug.empty() ? "job" : normalize::ascii_lower(slug);
}

std::string page_path(std::int64_t id, std::string_view title, std::string_view company) {
  return "/jobs/" + std::to_string(id) + "/" + page_slug(title, company);
}

}  // namespace spearyx::api
