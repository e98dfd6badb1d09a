/// Any bytes as a description: the result is safe, valid, bounded and a fixed point.
#include "fuzz.h"
#include "sanitize/sanitize.h"
#include "support/utf8.h"

namespace spearyx::testing {
namespace {

/// The text that no output may hold: everything escaped leaves `<` to tags alone.
constexpr std::string_view kForbidden[] = {
    "<script", "<style", "<iframe", "<img",      "<svg",  "<math", "<object", "<embed",
    "<form",   "<input", "<!--",    "<!doctype", "<base", "<meta", "<link",   "<template"};

void check_links(std::string_view html) {
  constexpr std::string_view kStart = "<a href=\"";
  for (std::size_t at = html.find("<a"); at != std::string_view::npos;
       at = html.find("<a", at + 2)) {
    const std::string_view link = html.substr(at);
    FUZZ_CHECK(link.starts_with(kStart) || link.starts_with("<a>"));
    const std::string_view address = link.substr(std::min(kStart.size(), link.size()));
    FUZZ_CHECK(link.starts_with("<a>") || address.starts_with("http://") ||
               address.starts_with("https://") || address.starts_with("mailto:"));
  }
}

}  // namespace

void fuzz(std::string_view input) {
  const std::string clean = sanitize::sanitize_html(input);
  FUZZ_CHECK(is_valid_utf8(clean));
  FUZZ_CHECK(clean.size() <= sanitize::kMaxGrowth * input.size() + sanitize::kMaxGrowthBytes);
  for (const std::string_view tag : kForbidden) FUZZ_CHECK(clean.find(tag) == std::string::npos);
  check_links(clean);
  FUZZ_CHECK(sanitize::sanitize_html(clean) == clean);
}

}  // namespace spearyx::testing
