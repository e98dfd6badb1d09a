#include "normalize/cleansing.h"

#include "model/source.h"
#include "normalize/html_text.h"
#include "sanitize/sanitize.h"
#include "support/utf8.h"

namespace spearyx::normalize {

CleansedText cleanse_description(std::string_view raw, std::string_view source_name) {
  const auto source = source_named(source_name);
  const sanitize::Options options{.follow_links =
                                      source && info(*source).terms.needs_followed_link};
  CleansedText cleansed{.html = sanitize::sanitize_html(raw, options), .summary = {}};
  if (cleansed.html.size() > kMaxCleansedBytes) {
    // Cut so short, it cannot grow too long again.
    constexpr std::size_t kSafeBytes = kMaxCleansedBytes / sanitize::kMaxGrowth - 1024;
    const std::string_view cut = truncate_utf8(raw, kSafeBytes);
    cleansed.html = sanitize::sanitize_html(cut, options).append(kCutMark);
  }
  cleansed.summary = first_words(html_text(cleansed.html), kSummaryWords);
  return cleansed;
}

}  // namespace spearyx::normalize
