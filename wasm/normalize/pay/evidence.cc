#include "normalize/pay/evidence.h"

#include <algorithm>
#include <string>

#include "normalize/pay/words.h"
#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

template <typename Endings>
bool has_ending(std::string_view word, const Endings& endings) {
  return std::ranges::any_of(endings, [&](std::string_view one) { return word.ends_with(one); });
}

bool is_noun_pay(std::span<const Word> words, std::size_t i, std::string_view behind) {
  if (words[i].folded != "pay") return false;
  if (i > 0 && kBeforePay.contains(words[i - 1].folded)) return true;
  if (i + 1 < words.size())
    return kAfterPay.contains(words[i + 1].folded) || words[i + 1].gap.contains(':');
  return i == 0 || behind.contains(':');
}

/// Whether "pay" means our pay, "We pay $60 an hour"; the pay of customers is none.
bool is_our_pay(std::span<const Word> words, std::size_t i) {
  return words[i].folded == "pay" && i > 0 &&
         (words[i - 1].folded == "we" || words[i - 1].folded == "will");
}

/// Whether a word of pay is a multiple, "2x salary", as of an insurance.
bool is_multiple(std::span<const Word> words, std::size_t i) {
  if (i == 0) return false;
  const std::string_view word = words[i - 1].folded;
  return word == "times" || (is_ascii_digit(word.front()) && word.ends_with('x'));
}

Bound bound_named(const WordTable& table, std::span<const Word> words) {
  std::string phrase;
  for (const Word& word : words) phrase.append(phrase.empty() ? "" : " ").append(word.folded);
  const std::string_view bound = table.value(phrase);
  if (bound.empty()) return Bound::kExact;
  return bound == "from" ? Bound::kFrom : Bound::kUpTo;
}

/// The bound in front of an amount by its sign, ">$100k"; not the end of an arrow.
Bound bound_sign(std::string_view before) {
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  if (before.ends_with("->") || before.ends_with("=>")) return Bound::kExact;
  if (before.ends_with('>') || before.ends_with("≥")) return Bound::kFrom;
  return before.ends_with('<') || before.ends_with("≤") ? Bound::kUpTo : Bound::kExact;
}

}  // namespace

Evidence evidence_of(std::span<const Word> words, std::size_t i, std::string_view behind) {
  const std::string_view word = words[i].folded;
  const bool is_pay = kPayWords.contains(word) || kTotalWords.contains(word) ||
                      has_ending(word, kPayEndings) || word.starts_with(kPayBeginning) ||
                      is_noun_pay(words, i, behind);
  if (is_pay) return is_multiple(words, i) ? Evidence::kOtherMoney : Evidence::kPay;
  if (is_other_money(word)) return Evidence::kOtherMoney;
  const bool is_hint =
      kHintWords.contains(word) || kBaseWords.contains(word) || is_our_pay(words, i);
  return is_hint ? Evidence::kHint : Evidence::kNone;
}

bool is_other_money(std::string_view word) {
  return kOtherMoney.contains(word) || has_ending(word, kOtherEndings);
}

bool names_base(std::string_view word) { return kBaseWords.contains(word); }

bool names_total(std::span<const Word> words, std::size_t i) {
  constexpr std::size_t kMostBetween = 2;
  if (kTotalWords.contains(words[i].folded)) return true;
  if (!kTotalAdjectives.contains(words[i].folded)) return false;
  if (i > 0 && kTotalNouns.contains(words[i - 1].folded)) return true;
  const auto next = words.subspan(i + 1, std::min(words.size() - i - 1, kMostBetween + 1));
  return std::ranges::any_of(next,
                             [](const Word& word) { return kTotalNouns.contains(word.folded); });
}

Bound bound_before(std::span<const Word> words, std::string_view before) {
  for (std::size_t size = std::min<std::size_t>(3, words.size()); size > 0; --size) {
    const Bound bound = bound_named(kBoundsBefore, words.last(size));
    if (bound != Bound::kExact) return bound;
  }
  return bound_sign(before);
}

Bound bound_behind(std::span<const Word> words) {
  for (std::size_t size = std::min<std::size_t>(2, words.size()); size > 0; --size) {
    const bool is_next_label = size < words.size() && words[size].gap.contains(':');
    const Bound bound = bound_named(kBoundsAfter, words.first(size));
    if (bound != Bound::kExact && !is_next_label) return bound;
  }
  return Bound::kExact;
}

}  // namespace spearyx::normalize
