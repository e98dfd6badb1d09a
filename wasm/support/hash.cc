#include "support/hash.h"

#define XXH_INLINE_ALL
#define XXH_NO_XXH3
#include <xxhash.h>

#include <array>
#include <cstdint>

#include "support/hex.h"

namespace spearyx {
namespace {

std::string to_hex(XXH64_hash_t hash) {
  std::string text(16, '0');
  for (auto digit = text.rbegin(); hash != 0; ++digit, hash >>= 4U) {
    *digit = kHexDigits[hash & 0xFU];
  }
  return text;
}

}  // namespace

struct ContentHash::State {
  XXH64_state_t xxh64;
};

ContentHash::ContentHash() : state_(std::make_unique<State>()) { XXH64_reset(&state_->xxh64, 0); }
ContentHash::~ContentHash() = default;

ContentHash& ContentHash::field(std::string_view bytes_of_field) {
  const auto length = static_cast<std::uint64_t>(bytes_of_field.size());
  XXH64_update(&state_->xxh64, &length, sizeof length);
  return bytes(bytes_of_field);
}

ContentHash& ContentHash::field(std::optional<std::int64_t> number) {
  const std::array<std::int64_t, 2> parts{number.has_value(), number.value_or(0)};
  XXH64_update(&state_->xxh64, parts.data(), sizeof parts);
  return *this;
}

ContentHash& ContentHash::bytes(std::string_view raw) {
  XXH64_update(&state_->xxh64, raw.data(), raw.size());
  return *this;
}

std::string ContentHash::hex() const { return to_hex(XXH64_digest(&state_->xxh64)); }

std::uint64_t hash_of(std::string_view bytes) { return XXH64(bytes.data(), bytes.size(), 0); }

std::string hash_hex(std::string_view bytes) { return to_hex(hash_of(bytes)); }

}  // namespace spearyx
