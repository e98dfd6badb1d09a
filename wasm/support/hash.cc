#include "support/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>
#include <cstdint>

namespace spearyx {
namespace {

std::string to_hex(XXH128_hash_t hash) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  std::string text;
  for (const unsigned char byte : canonical.digest) {
    text.push_back(kDigits[byte >> 4U]);
    text.push_back(kDigits[byte & 0xFU]);
  }
  return text;
}

}  // namespace

struct ContentHash::State {
  XXH3_state_t xxh3;
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh3);
}
ContentHash::~ContentHash() = default;

ContentHash& ContentHash::field(std::string_view bytes_of_field) {
  const auto length = static_cast<std::uint64_t>(bytes_of_field.size());
  XXH3_128bits_update(&state_->xxh3, &length, sizeof length);
  return bytes(bytes_of_field);
}

ContentHash& ContentHash::field(std::optional<std::int64_t> number) {
  const std::array<std::int64_t, 2> parts{number.has_value(), number.value_or(0)};
  XXH3_128bits_update(&state_->xxh3, parts.data(), sizeof parts);
  return *this;
}

ContentHash& ContentHash::bytes(std::string_view raw) {
  XXH3_128bits_update(&state_->xxh3, raw.data(), raw.size());
  return *this;
}

std::string ContentHash::hex() const { return to_hex(XXH3_128bits_digest(&state_->xxh3)); }

std::string hash_hex(std::string_view bytes) {
  return to_hex(XXH3_128bits(bytes.data(), bytes.size()));
}

}  // namespace spearyx
