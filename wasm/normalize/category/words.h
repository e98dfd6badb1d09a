#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace spearyx::normalize {

/// The boundary between a word and the one before it.
enum class Boundary : std::uint8_t {
  kNone,
  /// A slash, or a word that joins two phrases (and, of, for): a phrase may reach across.
  kSoft,
  /// A comma, a dash, a bracket, the beginning: no phrase reaches across.
  kHard,
};

/// Splits a text into words for matching: lower case, Latin letters without marks, "+" and "#" kept
/// after a letter ("c++"), "&" as "and", numbers as "#". Words of other scripts pass as they are.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  /// Moves on to the next word; false at the end.
  [[nodiscard]] bool next();
  /// The current word; valid until the next call of `next`.
  [[nodiscard]] std::string_view word() const { return word_; }
  [[nodiscard]] Boundary before() const { return before_; }

 private:
  [[nodiscard]] bool take(char32_t c, std::string_view bytes);
  void note_separator(char32_t c, std::size_t at, std::size_t length);
  [[nodiscard]] std::size_t inflection_length() const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::string word_;
  Boundary before_ = Boundary::kHard;
};

}  // namespace spearyx::normalize
