#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A short text as words, the input of the lookup of places, the remote rule and the reading of
/// pay.
namespace spearyx::normalize {

/// A word of a text, and the gap between it and the word before.
struct Word {
  /// The word in lower-case ASCII letters and digits: "Montréal" is "montreal", "U.S." is "us", "&"
  /// is "and". Letters of other scripts stay as they are.
  std::string_view folded;
  /// The word as written, without the punctuation around it.
  std::string_view raw;
  /// The spaces and punctuation before the word.
  std::string_view gap;
  /// The depth of parentheses.
  int depth = 0;
};

/// The words of a text, which must outlive this object.
class Words {
 public:
  Words() = default;
  explicit Words(std::string_view text) { read(text); }
  Words(const Words&) = delete;  // the words point into the object
  Words& operator=(const Words&) = delete;

  /// Reads another text into the same memory.
  void read(std::string_view text);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] const Word& operator[](std::size_t i) const { return words_[i]; }
  [[nodiscard]] const Word& back() const { return words_.back(); }
  [[nodiscard]] const Word* data() const { return words_.data(); }
  [[nodiscard]] const Word* begin() const { return words_.data(); }
  [[nodiscard]] const Word* end() const { return words_.data() + words_.size(); }

 private:
  void begin_word(std::size_t at);
  void append_letters(std::size_t begin, std::size_t end);
  void finish_word();
  void append_folded(char32_t c, std::string_view bytes);
  [[nodiscard]] bool ends_initial(std::size_t at) const;

  std::string_view text_{};
  std::size_t gap_ = 0;    // where the gap before the current word begins
  std::size_t begin_ = 0;  // the current word in the text …
  std::size_t end_ = 0;
  std::size_t letters_begin_ = 0;  // … and in `letters_`
  int depth_ = 0;
  std::string letters_;
  std::vector<Word> words_;
};

/// The folded form of a Latin letter up to U+017F: "É" is 'e'. A space for every other character.
[[nodiscard]] char fold_letter(char32_t c);

/// Whether a gap separates places of a list: ";", "|", a bullet or a line end. A comma or a slash
/// does not: "Austin, TX".
[[nodiscard]] bool is_hard_break(std::string_view gap);

/// The words of a name, folded and joined by one space: the key of the tables of places.
[[nodiscard]] std::string fold_words(std::string_view name);

}  // namespace spearyx::normalize
