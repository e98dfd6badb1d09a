#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace spearyx {

/// An incremental XXH64 (https://xxhash.com) that tells changed content from unchanged. It is not
/// cryptographic, because change detection needs no cryptography. Fields are length-prefixed, so
/// that ("ab", "c") and ("a", "bc") differ.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;

  ContentHash& field(std::string_view bytes);
  ContentHash& field(std::optional<std::int64_t> number);
  /// Adds raw bytes without a length, for a body that arrives in pieces.
  ContentHash& bytes(std::string_view bytes);
  /// The hash as 16 lower-case hex digits.
  [[nodiscard]] std::string hex() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The hash of one run of bytes.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes);

/// The hash of one run of bytes as 16 hex digits.
[[nodiscard]] std::string hash_hex(std::string_view bytes);

}  // namespace spearyx
