#include "normalize/cleansing.h"

#include "model/source.h"
#include "sanitize/sanitize.h"
#include "support/utf8.h"

namespace spearyx::normalize {

std::string cleanse_description(std::string_view raw, std::string_view source_name) {
  const auto source = source_named(source_name);
  const sanitize::Options options{.follow_links =
                                      source && info(*source).terms.needs_followed_link};
  std::string html = sanitize::sanitize_html(raw, options);
  if (html.size() > kMaxCleansedBytes) {
    // Cut so short, it cannot grow too long again.
    constexpr std::size_t kSafeBytes = kMaxCleansedBytes / sanitize::kMaxGrowth - 1024;
    const std::string_view cut = truncate_utf8(raw, kSafeBytes);
    html = sanitize::sanitize_html(cut, options).append(kCutMark);
  }
  return html;
}

}  // namespace spearyx::normalize
