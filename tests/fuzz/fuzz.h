#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// A property that holds for every input; the input that breaks it is kept by libFuzzer.
#define FUZZ_CHECK(condition)                                                      \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)

namespace spearyx::testing {

/// Runs a target on one input.
void fuzz(std::string_view input);

}  // namespace spearyx::testing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  spearyx::testing::fuzz({reinterpret_cast<const char*>(bytes), size});
  return 0;
}
