#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "normalize/remote/phrases.h"
#include "normalize/remote/rule.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"

namespace spearyx::normalize {
namespace {

using enum RemoteDecision;

constexpr WordList kNegations("cannot never no non not ");
constexpr WordList kDenials("false no not unavailable ");
constexpr WordList kAvailable("allowed available offered permitted possible ");

/// Words that make remote work hybrid, "partially remote"; a part, some travel or a limit beside it
/// is something else.
constexpr WordList kPartial(
    "flex initially limited mostly occasional occasionally part partial partially partly "
    "primarily semi some temporarily ");
constexpr WordList kPartialBehind("occasionnel parcial partiel ");

/// Words that form a name with "remote", as in "Remote Sensing Lab".
constexpr WordList kTermsOfRemote(
    "access assistant camp control controlled controls desktop diagnostics imaging "
    "infrastructure island lab labs monitoring operated operation operations patient reality "
    "sensing systems tower ");

/// An alternative of a text, and its decision: "London (Hybrid)", "Remote US".
class Alternative {
 public:
  explicit Alternative(std::span<const Word> words) : words_(words) {}

  RemoteDecision workplace() const {
    RemoteDecision said = kNotStated;
    bool is_hybrid = false;
    bool is_partial = is_part_of_time();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const RemoteDecision here = meaning_at(i);
      if (here == kNotStated) continue;
      is_partial = is_partial || is_called_partial(i);
      if (here == kRemote && (is_negated(i) || is_denied(i))) return kOnSite;
      if (is_negated(i)) continue;
      is_hybrid = is_hybrid || here == kHybrid;
      // On-site outweighs remote.
      if (said != kOnSite && here != kHybrid) said = here;
    }
    if (is_hybrid) return kHybrid;
    return said == kRemote && is_partial ? kHybrid : said;
  }

 private:
  RemoteDecision meaning_at(std::size_t i) const {
    const PhraseMatch match = workplace_phrase(words_, i);
    const RemoteDecision meaning = workplace_of(match);
    return meaning == kRemote && is_term(i + match.words) ? kNotStated : meaning;
  }

  bool is_term(std::size_t i) const {
    return i < words_.size() && words_[i].gap == " " && kTermsOfRemote.contains(words_[i].folded);
  }

  /// Whether a word is negated: "Not remote", "not a remote role", "no remote".
  bool is_negated(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
      if (kNegations.contains(words_[i - back].folded)) return true;
    }
    return false;
  }

  /// Whether a word is denied: "Remote: no", "remote not available" and nothing behind it; but
  /// "Remote (not hybrid)" and "Remote, not available in Ohio" deny something else.
  bool is_denied(std::size_t i) const {
    std::size_t last = words_.size() - 1;
    if (last > i && kAvailable.contains(words_[last].folded) && words_[last - 1].folded == "not") {
      --last;
    }
    return last > i && last <= i + 3 && kDenials.contains(words_[last].folded);
  }

  /// Whether a word is called partial: "Partially remote", "télétravail partiel".
  bool is_called_partial(std::size_t i) const {
    return (i > 0 && kPartial.contains(words_[i - 1].folded)) ||
           (i + 1 < words_.size() && kPartialBehind.contains(words_[i + 1].folded));
  }

  /// Whether remote work is for a part of the time: "50% remote", "remote 2 days a week".
  bool is_part_of_time() const {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      const std::string_view word = words_[i].folded;
      if (!std::ranges::all_of(word, is_ascii_digit)) continue;
      const Word& next = words_[i + 1];
      if (next.gap.contains('%') && word != "100" && meaning_at(i + 1) == kRemote) return true;
      const bool is_days = next.folded == "day" || next.folded == "days";
      if (is_days && !is_length_of_week(i + 2)) return true;
    }
    return false;
  }

  /// Whether a number is the length of the week, "4 day week", but not "2 days/week".
  bool is_length_of_week(std::size_t i) const {
    return i < words_.size() && words_[i].folded.starts_with('w') && !words_[i].gap.contains('/');
  }

  std::span<const Word> words_;
};

/// Whether an alternative starts at a word: after ";" and the like, at "or", and after "(…),". Not
/// at a slash or a comma: "Onsite/Remote" and "Remote-first company, on-site in Berlin" are one
/// statement.
bool starts_alternative(const Word& word) {
  return is_hard_break(word.gap) || (word.gap.contains(')') && word.gap.contains(',')) ||
         (word.folded == "or" && word.depth == 0);
}

constexpr std::size_t kLongestText = 8192;

}  // namespace

RemoteDecision workplace_of(std::string_view text) {
  const Words words(text.substr(0, kLongestText));
  RemoteDecision best = kNotStated;
  bool is_negated = false;  // "not hybrid or remote" is one statement
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    const bool is_end = i == words.size() || (!is_negated && starts_alternative(words[i]));
    if (is_end) {
      best = std::min(best, Alternative({words.begin() + begin, i - begin}).workplace());
      begin = i;
      is_negated = false;
    }
    if (i < words.size() && kNegations.contains(words[i].folded)) is_negated = true;
  }
  return best;
}

}  // namespace spearyx::normalize
