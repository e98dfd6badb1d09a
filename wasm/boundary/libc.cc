/// Stand-ins for two functions of the C and C++ libraries. The libraries' own would bring along the
/// formatting of floating-point numbers, 5 KB of each compressed module, for texts that nobody
/// sees.
#include <__verbose_abort>
#include <cstdarg>
#include <cstddef>
#include <string_view>

#include "support/hex.h"

/// Called on out-of-range access in libc++. Traps; the shim then records the run as failed. The
/// library means this function to be replaced (https://libcxx.llvm.org/UserDocumentation.html,
/// "Overriding the verbose abort").
void std::__libcpp_verbose_abort(const char* /*format*/, ...) noexcept { __builtin_trap(); }

/// Writes plain text and "%04x", and traps on anything else: nlohmann/json writes a control
/// character as "\u%04x" by it.
extern "C" int snprintf(char* out, std::size_t size, const char* format, ...) {
  constexpr std::string_view kHex = "%04x";
  std::size_t length = 0;
  const auto put = [&](char c) {
    if (length + 1 < size) out[length] = c;
    ++length;
  };
  std::va_list values;
  va_start(values, format);
  for (std::string_view rest = format; !rest.empty();) {
    const bool is_hex = rest.starts_with(kHex);
    if (!is_hex && rest.front() == '%') __builtin_trap();
    if (is_hex) {
      const unsigned value = va_arg(values, unsigned);
      for (int shift = 12; shift >= 0; shift -= 4) put(spearyx::kHexDigits[value >> shift & 0xFU]);
    } else {
      put(rest.front());
    }
    rest.remove_prefix(is_hex ? kHex.size() : 1);
  }
  va_end(values);
  if (size > 0) out[length < size ? length : size - 1] = '\0';
  return static_cast<int>(length);
}
