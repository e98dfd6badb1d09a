#include "normalize/role_text.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "model/role.h"
#include "normalize/html_text.h"
#include "normalize/text.h"
#include "normalize/words.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

constexpr std::size_t kShingle = 3;
constexpr std::size_t kMostWords = 9'999;  // in the four digits of a sketch

/// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), letter by letter as they are folded.
class WordHash {
 public:
  void add(char c) { hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U; }
  void add(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }
  [[nodiscard]] bool is_empty() const { return hash_ == kBasis; }
  [[nodiscard]] std::uint64_t take() { return std::exchange(hash_, kBasis); }

 private:
  static constexpr std::uint64_t kBasis = 0xCBF29CE484222325U;
  std::uint64_t hash_ = kBasis;
};

/// The finaliser of MurmurHash3: every bit of the result depends on every bit of the value.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ value >> 33U) * 0xFF51AFD7ED558CCDU;
  value = (value ^ value >> 33U) * 0xC4CEB9FE1A85EC53U;
  return value ^ value >> 33U;
}

constexpr bool is_letter_of_another_script(char32_t c) {
  return c >= 0x180 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) &&
         !(c >= 0xFF00 && c <= 0xFF0F) && c < 0x1F000;
}

/// One-permutation minimal hashes (https://arxiv.org/abs/1208.1259) of the runs of three words: each
/// run falls into one place, the least hash of a place stands for it, and a place without one borrows
/// from the next.
std::string minimal_hashes(std::span<const std::uint64_t> words, std::size_t places) {
  constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();
  std::vector<std::uint64_t> least(places, kNone);
  const std::size_t run = std::min(kShingle, words.size());
  for (std::size_t i = 0; i + run <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (const std::uint64_t word : words.subspan(i, run)) hash = mixed(hash + word);
    std::uint64_t& place = least[(hash >> 32U) % places];
    place = std::min(place, hash);
  }
  std::string letters;
  for (std::size_t i = 0; i < places; ++i) {
    std::size_t lender = i;
    while (least[lender % places] == kNone) ++lender;
    letters.append(hash_letters(mixed(least[lender % places]), 1));
  }
  return letters;
}

}  // namespace

std::string hash_letters(std::uint64_t hash, std::size_t characters) {
  constexpr std::string_view kLetters =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  std::string letters;
  for (std::size_t i = 0; i < characters; ++i, hash >>= 6U) letters += kLetters[hash & 0x3FU];
  return letters;
}

TextWords::TextWords(std::string_view plain_text) {
  const bool is_markup = plain_text.contains("</") || plain_text.contains("<br");
  read(is_markup ? html_text(plain_text) : plain_text);
}

void TextWords::read(std::string_view text) {
  hashes_.reserve(text.size() / 6);
  WordHash word;
  const auto end_word = [&] {
    if (!word.is_empty()) hashes_.push_back(word.take());
  };
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_alnum(text[at])) {
      word.add(ascii_lower(text[at++]));
      continue;
    }
    const Utf8Char c = decode_utf8(text, at);
    const char letter = c.code_point < 0x80 ? ' ' : fold_letter(c.code_point);
    if (letter != ' ') {
      word.add(letter);
    } else if (is_letter_of_another_script(c.code_point)) {
      word.add(text.substr(at, c.length));
    } else {
      end_word();
    }
    at += c.length;
  }
  end_word();
}

bool TextWords::has(std::string_view folded_word) const {
  WordHash hash;
  hash.add(folded_word);
  return std::ranges::contains(hashes_, hash.take());
}

std::string TextWords::to_sketch() const {
  if (hashes_.empty()) return {};
  const auto first = [&](std::int64_t words) {
    return std::span(hashes_).first(std::min(hashes_.size(), static_cast<std::size_t>(words)));
  };
  const std::string length = std::to_string(std::min(hashes_.size(), kMostWords));
  return std::string(sketch::kLength.size - length.size(), '0') + length +
         minimal_hashes(hashes_, sketch::kWhole.size) +
         minimal_hashes(first(sketch::kHeadWords), sketch::kHead.size) +
         minimal_hashes(first(sketch::kOpeningWords), sketch::kOpening.size);
}

}  // namespace spearyx::normalize
