#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace spearyx::normalize {

/// The words of a plain text, as hashes of their folded letters: what the role of a posting needs to
/// know of its description.
class TextWords {
 public:
  /// A text that turns out to be markup, escaped once more than its source says, is read as such.
  explicit TextWords(std::string_view plain_text);

  /// Whether the text has a word, given in lower-case letters without marks.
  [[nodiscard]] bool has(std::string_view folded_word) const;

  /// The sketch of the text as model/role.h describes it, without its last part; "" without words.
  [[nodiscard]] std::string to_sketch() const;

 private:
  void read(std::string_view plain_text);

  std::vector<std::uint64_t> hashes_;
};

/// `characters` letters or digits that stand for a hash, six bits each.
[[nodiscard]] std::string hash_letters(std::uint64_t hash, std::size_t characters);

}  // namespace spearyx::normalize
