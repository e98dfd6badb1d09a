#include "normalize/role/text.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "model/role.h"

namespace spearyx::normalize {
namespace {

constexpr std::size_t kShingle = 3;
constexpr std::size_t kMostWords = 9'999;  // in the four digits of a sketch

/// The finaliser of MurmurHash3: every bit of the result depends on every bit of the value.
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ value >> 33U) * 0xFF51AFD7ED558CCDU;
  value = (value ^ value >> 33U) * 0xC4CEB9FE1A85EC53U;
  return value ^ value >> 33U;
}

/// The hash of words in a row, which depends on their order.
std::uint64_t hash_of_run(std::span<const TextWord> words) {
  std::uint64_t hash = 0;
  for (const TextWord& word : words) hash = std::rotl(hash, 21) + word.hash;
  return mixed(hash);
}

/// One-permutation minimal hashes (https://arxiv.org/abs/1208.1259) of runs of words: each run falls into
/// one place, the least hash of a place stands for it, and a place without one borrows from the next.
class MinimalHashes {
 public:
  explicit MinimalHashes(std::size_t places) : least_(places, kNone) {}

  void add(std::uint64_t hash) {
    std::uint64_t& place = least_[(hash >> 32U) * least_.size() >> 32U];
    place = std::min(place, hash);
  }

  [[nodiscard]] std::string letters() const {
    std::string letters;
    for (std::size_t i = 0; i < least_.size(); ++i) {
      std::size_t lender = i;
      while (least_[lender % least_.size()] == kNone) ++lender;
      letters.append(hash_letters(mixed(least_[lender % least_.size()]), 1));
    }
    return letters;
  }

 private:
  static constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();

  std::vector<std::uint64_t> least_;
};

}  // namespace

std::string hash_letters(std::uint64_t hash, std::size_t characters) {
  constexpr std::string_view kLetters =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  std::string letters;
  for (std::size_t i = 0; i < characters; ++i, hash >>= 6U) letters += kLetters[hash & 0x3FU];
  return letters;
}

std::string sketch_of(const TextWords& text) {
  const auto words = text.all();
  if (words.empty()) return {};
  const std::size_t run = std::min(kShingle, words.size());
  MinimalHashes whole(sketch::kWhole.size);
  MinimalHashes head(sketch::kHead.size);
  MinimalHashes opening(sketch::kOpening.size);
  for (std::size_t end = run; end <= words.size(); ++end) {
    const std::uint64_t hash = hash_of_run(words.subspan(end - run, run));
    whole.add(hash);
    if (std::cmp_less_equal(end, sketch::kHeadWords)) head.add(hash);
    if (std::cmp_less_equal(end, sketch::kOpeningWords)) opening.add(hash);
  }
  const std::string length = std::to_string(std::min(words.size(), kMostWords));
  return std::string(sketch::kLength.size - length.size(), '0') + length + whole.letters() +
         head.letters() + opening.letters();
}

}  // namespace spearyx::normalize
