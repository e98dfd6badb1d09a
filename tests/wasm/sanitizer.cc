// The sanitizer as a module of its own, for what only a browser or V8 can tell: sanitizer.mjs.
#include <string>

#include "boundary/export.h"
#include "sanitize/sanitize.h"

namespace {

std::string& input() {
  static std::string text;
  return text;
}

std::string& output() {
  static std::string text;
  return text;
}

}  // namespace

/// The address for at most that many bytes of HTML.
SPEARYX_EXPORT("reserve") char* reserve(std::size_t size) {
  if (input().size() < size) input().resize(size);
  return input().data();
}

/// Sanitizes the bytes that were written and answers the size of the result, which is at `result`.
SPEARYX_EXPORT("sanitize") std::size_t sanitize(std::size_t size) {
  output() = spearyx::sanitize::sanitize_html({input().data(), size});
  return output().size();
}

SPEARYX_EXPORT("result") const char* result() { return output().data(); }
