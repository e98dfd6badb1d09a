#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

#include "normalize/remote/phrases.h"
#include "normalize/remote/rule.h"
#include "normalize/scope/countries.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

using enum RemoteDecision;

/// Words that may stand beside the word for the place of work in a part of a title about nothing
/// else.
constexpr WordList kBesides(
    "100 a all and any based contract country d di do e eligible em en f first flexible for "
    "friendly from full fully gn h home i in initially job location m mostly national nationwide "
    "of ok on only open opportunity option optional or part partially partly per permanent pl "
    "position possible praca pracy primarily role temporarily temporary the time to trabajo "
    "trabalho travail w with within work working x ");

/// Words behind which the work itself is from afar, not the person: "Remote Sensing Planner",
/// "Remote Support".
constexpr WordList kDoneRemotely(
    "access area areas assistance camp care control controls desktop diagnostics driver driving "
    "experience field first fleet hands healthcare imaging infrastructure island lab labs "
    "machine machines maintenance management monitoring of operation operations operator patient "
    "patients pilot sensing service services site sites support surgery system systems team "
    "teams vehicle vehicles work worker workers workforce ");

/// Words that make the title of a job remote as its first or last one; "Virtual" or "Anywhere" do
/// not.
constexpr WordList kPlain(
    "fernarbeit homeoffice onsite remota remote remotely remoto teletrabajo teletrabalho "
    "teletravail wfh zdalna zdalnie ");

bool starts_part(const Word& word) {
  const std::string_view gap = word.gap;
  return is_hard_break(gap) || gap.find_first_of("()[],:") != gap.npos || gap.contains(" -") ||
         gap.contains("- ") || gap.contains("–") || gap.contains("—");
}

/// A part of a title, between brackets, commas or dashes.
class TitlePart {
 public:
  explicit TitlePart(std::span<const Word> words) : words_(words) {}

  [[nodiscard]] RemoteDecision workplace() const {
    if (words_.empty()) return kNotStated;
    if (says_nothing_else(0)) return workplace_of(text_from(0));
    if (const RemoteDecision first = leading(); first != kNotStated) return first;
    return trailing();
  }

 private:
  /// Whether from word `i` on there are only words for the place of work, places and words that may
  /// stand beside them.
  [[nodiscard]] bool says_nothing_else(std::size_t i) const {
    while (i < words_.size()) {
      const std::size_t taken = beside(i);
      if (taken == 0) return false;
      i += taken;
    }
    return true;
  }

  [[nodiscard]] std::size_t beside(std::size_t i) const {
    if (const auto phrase = workplace_phrase(words_, i); phrase.words > 0) return phrase.words;
    if (const auto place = longest_place(words_.subspan(i))) return place->words;
    const std::string_view word = words_[i].folded;
    const bool is_code = word.size() == 2 && std::ranges::none_of(words_[i].raw, is_ascii_lower);
    return is_code || kBesides.contains(word) || std::ranges::all_of(word, is_ascii_digit) ? 1 : 0;
  }

  /// The decision of the first words: "Remote Planner", "Fully Remote Planner".
  [[nodiscard]] RemoteDecision leading() const {
    const std::size_t at = words_[0].folded == "fully" || words_[0].folded == "100" ? 1 : 0;
    if (at + 1 >= words_.size() || words_[at + 1].gap != " ") return kNotStated;
    const bool is_remote = kPlain.contains(words_[at].folded) && words_[at].folded != "onsite";
    return is_remote && !kDoneRemotely.contains(words_[at + 1].folded) ? kRemote : kNotStated;
  }

  /// The decision of the last words: "Planner Remote US", "Planner Hybrid".
  [[nodiscard]] RemoteDecision trailing() const {
    for (std::size_t i = words_.size(); --i > 0;) {
      const bool is_plain = kPlain.contains(words_[i].folded) || words_[i].folded == "hybrid";
      if (is_plain && words_[i - 1].folded != "of") {
        return says_nothing_else(i) ? workplace_of(text_from(i)) : kNotStated;
      }
    }
    return kNotStated;
  }

  [[nodiscard]] std::string_view text_from(std::size_t i) const {
    return {words_[i].raw.data(), words_.back().raw.data() + words_.back().raw.size()};
  }

  std::span<const Word> words_;
};

/// The decision that is further from remote.
RemoteDecision strictest(RemoteDecision a, RemoteDecision b) {
  if (a == kNotStated || b == kNotStated) return std::min(a, b);
  return std::max(a, b);
}

}  // namespace

RemoteDecision title_workplace(std::string_view title) {
  const Words words(title);
  RemoteDecision said = kNotStated;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= words.size(); ++i) {
    if (i < words.size() && !starts_part(words[i])) continue;
    said = strictest(said, TitlePart({words.begin() + begin, i - begin}).workplace());
    begin = i;
  }
  return said;
}

RemoteDecision tagged_workplace(std::string_view text) {
  const auto next = [text](std::size_t from) {
    return find_byte(text, from, [](auto c) { return c == '#'; });
  };
  RemoteDecision said = kNotStated;
  for (std::size_t at = next(0); at < text.size(); at = next(at + 1)) {
    const std::string_view tag = text.substr(at + 1, 9);
    if (tag.size() < 9 || !iequals(tag.substr(0, 2), "li") || (tag[2] != '-' && tag[2] != '_'))
      continue;
    const std::string_view name = tag.substr(3);
    const RemoteDecision here = iequals(name, "remote")   ? kRemote
                                : iequals(name, "hybrid") ? kHybrid
                                : iequals(name, "onsite") ? kOnSite
                                                          : kNotStated;
    if (said != kNotStated && here != kNotStated && said != here) return kNotStated;
    said = std::min(said, here);
  }
  return said;
}

}  // namespace spearyx::normalize
