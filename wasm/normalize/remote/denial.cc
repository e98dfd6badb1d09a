#include "normalize/remote/denial.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "normalize/remote/phrases.h"
#include "normalize/remote/rule.h"
#include "normalize/scope/countries.h"
#include "normalize/text/phrases.h"
#include "normalize/text/sorted_text.h"

namespace spearyx::normalize {
namespace {

using enum RemoteDecision;

/// A pattern; phrases for the place of work have the values of `workplace_phrase`.
struct Pattern {
  std::string_view words;
  bool is_outright;
  /// The decision of a pattern without a word for the place of work.
  RemoteDecision decision = kOnSite;
};

#define SPEARYX_JOB                                                                               \
  "position|role|job|opportunity|vacancy|internship|assignment|stelle|poste|puesto|vaga|functie|" \
  "posizione|stanowisko"
#define SPEARYX_OFFICE                                                                          \
  "office|offices|headquarters|hq|facility|lab|laboratory|studio|plant|warehouse|campus|store|" \
  "clinic|hospital|factory|workshop"

constexpr auto kPatterns = std::to_array<Pattern>({
    {"this|the|our|diese|die|deze|ce|le|este|esta|questa|el|a|to " SPEARYX_JOB
     " is|requires|will|must|ist|est|es|e|jest be? a|an|un|um? 100? percent? "
     "fully|strictly|entirely|"
     "completely|exclusively|primarily|mainly|predominantly|currently|only|rein|totalmente|"
     "entierement? @ho",
     true},
    {"this|it is|s a|an *? *? @ho " SPEARYX_JOB, true},
    {"this|the " SPEARYX_JOB " is|will not be? a|an? fully|100? @r", true},
    {"this|the " SPEARYX_JOB
     " is not eligible|available|suitable|open|offered for|to|as? a? fully? @r",
     true},
    {"cannot|not be done|performed|worked|fulfilled|carried|executed out? fully|100? @r", true},
    {"can t be done|performed|worked|fulfilled|carried|executed out? fully|100? @r", true},
    {"@r work|working|candidates|applicants|applications|employment|employees|arrangement|"
     "arrangements|option|options|environment|is|are *? is|are? not currently|an? option|possible|"
     "available|offered|permitted|allowed|supported|accepted|considered",
     true},
    {"@r work|working|candidates|applicants|applications|employment will|can not be considered|"
     "accepted|possible|available|offered",
     true},
    {"@r work|working|candidates|applicants|applications cannot be considered|accepted|offered",
     true},
    {"no @r work|working|option|options|candidates|applicants|possibility|possible", true},
    {"neither @r nor", true},
    {"not a|an? fully? @r " SPEARYX_JOB, true},
    {"non @r " SPEARYX_JOB, true},
    {"kein|keine|nicht|pas|sin|sem|bez|geen de|in? @r", true},
    {"@r ist|est|es|e|jest|is? leider|por? nicht|no|nao|nie|niet|pas possible|moglich|posible|"
     "possivel|mozliwa|mozliwe|mogelijk",
     true},
    {"requires|require|required an|regular|daily|full|time? an? @o presence|attendance|work", true},
    {"@o presence|attendance is|are? required|mandatory|expected|essential|needed", true},
    {"must|required|expected|need|needs|able|willing|have to? be? able? to? work|working|report "
     "@o",
     true},
    {"you|candidate|candidates|applicants must be @o", true},
    {"this|the " SPEARYX_JOB " is|will|must|requires you|candidates? to? be|work? "
     "based|located|performed|done|worked|present? "
     "in|at|from|out of? our|the *? *? *? " SPEARYX_OFFICE,
     true},

    {"@o in|at|from our|the *? *? *? " SPEARYX_OFFICE, false},
    {"will|must be based|located|working in|at|from|out of? our|the *? *? *? " SPEARYX_OFFICE,
     false},
    {"must|need|needs|able|willing|required|expected to? commute to our|the|an? *? *? "
     "*? " SPEARYX_OFFICE,
     false},
    {"work|working out|from of? our|the *? *? *? " SPEARYX_OFFICE " #|full|daily|every", false},
    {"# to|or? #? days|x|times a|per|each|every? week|weekly? in|at|from|on|working? our|the|an? "
     "*? "
     "*? *? @ho|office|offices|hq|headquarters",
     false, kHybrid},
    {"@o|office at? least? # to? #? days|day|times? a|per|each|every week", false, kHybrid},
    {"@o # to? #? days|day|times? a|per|each|every? week", false, kHybrid},
    {"office|offices at? least? # to? #? days|day|times? a|per|each|every? week", false, kHybrid},
    {"# bis|a|to|do? #? tage|tag|jours|jour|dias|dia|dni|giorni|dagen pro|par|por|a|la|w|per? "
     "woche|"
     "semaine|semana|tygodniu|settimana|week? im|in|en|w|de|op|no|da|presso|au? @o|buro|bureau|"
     "oficina|biurze|ufficio|kantoor|escritorio",
     false, kHybrid},
    {"# jours|jour|tage|tag|dias|dni|giorni par|pro|por? semaine|woche|semana? de|im|en|pracy|di? "
     "@r "
     "par|pro|por|la|w|a? semaine|woche|semana|tygodniu",
     false, kHybrid},
    {"@ho " SPEARYX_JOB "|schedule|basis", false},
    {"modalidad|modalita|modelo|regime|trabajo|trabalho|tryb|praca|pracy|lavoro|travail|arbeit|"
     "arbeitsmodell|formato|vaga|puesto|poste de|di|del|trabajo|trabalho|pracy|lavoro? *? @ho",
     false},
});

constexpr PatternIndex kIndex(kPatterns, &Pattern::words);

/// Words of a choice, a perk or an exception: a statement with one of these demands nothing.
constexpr WordList kOptional(
    "annual annually can choice choose could either elsewhere event events flexible if interview "
    "interviews may might monthly nearby occasional occasionally offsite offsites "
    "onboarding "
    "option optional optionally others periodic periodically prefer preferred quarterly rarely "
    "sometimes travel unless visit visits welcome whether yearly ");

/// Words of a condition, which takes back even a statement about the position.
constexpr WordList kConditions(
    "bonus could if may might necessary occasional occasionally optional optionally plus prefer "
    "preferred sometimes unless when whenever ");

/// Words that turn a word for the place of work before them into something else: "on-site visits",
/// "hybrid cloud".
constexpr WordList kOtherThings(
    "app apps architecture audits client clients cloud clouds customer customers event events "
    "experience infrastructure installations interview interviews management meeting meetings "
    "mobile sessions support training trainings travel vehicle vehicles visit visits workshops ");

/// Right before a pattern these take it back: "this is not a hybrid role".
constexpr WordList kNegations("doesn don isn kein keine never nicht no not pas sem sin without ");

/// The labels of a line about the place of work.
constexpr WordList kLabels(
    "arbeitsmodell arbeitsort arrangement de di format job lavoro lieu locatie location "
    "lokalizacja modalidad modalita modalite modality mode model modelo office ort place remote "
    "role schedule sede setup standort trabajo trabalho type ubicacion work working workplace ");

/// Titles that offer no job, and words that make one of them.
constexpr WordTable kPools(
    "candidatura espontanea=pool\ncandidatura spontanea=pool\ncandidature spontanee=pool\n"
    "expression of interest=pool\nexpressions of interest=pool\nfuture openings=pool\n"
    "future opportunities=pool\nfuture roles=pool\ngeneral application=pool\n"
    "general applications=pool\ngeneral interest=pool\ninitiativbewerbung=pool\n"
    "join our team=pool\nopen application=pool\nopen applications=pool\nopen sollicitatie=pool\n"
    "register your interest=pool\nspeculative application=pool\nspontaneous application=pool\n"
    "talent community=pool\ntalent network=pool\ntalent pool=pool\nunsolicited application=pool\n");
constexpr WordList kWhoManagesIt(
    "analyst assistant associate consultant coordinator director head intern lead manager "
    "officer owner partner producer specialist strategist ");

constexpr std::string_view kHybridText = "text says hybrid";
constexpr std::string_view kOnSiteText = "text says on-site";

std::string_view reason_of(RemoteDecision decision) {
  return decision == kHybrid ? kHybridText : decision == kOnSite ? kOnSiteText : std::string_view();
}

std::string_view text_between(const Word& first, const Word& last) {
  return {first.raw.data(), last.raw.data() + last.raw.size()};
}

/// A reader of one sentence.
class DenialReader {
 public:
  explicit DenialReader(std::span<const Word> words) : words_(words) {}

  [[nodiscard]] Denial denial() {
    Denial found;
    find_phrases();
    if (offers_remote()) return found;
    for (std::size_t i = 0; i < words_.size() && !found.is_outright; ++i) {
      if (const Denial here = denial_at(i); !here.reason.empty()) found = here;
    }
    const Denial line = found.is_outright ? Denial{} : by_line();
    return line.is_outright || found.reason.empty() ? line : found;
  }

 private:
  void find_phrases() {
    phrases_.resize(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) phrases_[i] = workplace_phrase(words_, i);
  }

  /// The decision of the phrase at a word, if there is one.
  [[nodiscard]] RemoteDecision said_at(std::size_t i) const { return workplace_of(phrases_[i]); }

  /// A bit for each pattern that may begin at the word.
  [[nodiscard]] std::uint32_t patterns_at(std::size_t i) const {
    const bool is_other = phrases_[i].words > 0 || match_pattern("#", words_, i);
    return kIndex.beginning_at(words_, i, is_other);
  }

  [[nodiscard]] Denial denial_at(std::size_t i) const {
    for (std::uint32_t left = patterns_at(i); left != 0; left &= left - 1) {
      const Pattern& pattern = kPatterns[static_cast<std::size_t>(std::countr_zero(left))];
      const auto end = match_pattern(pattern.words, words_, i, phrases_);
      const WordList& excuses = pattern.is_outright ? kConditions : kOptional;
      if (!end || has_any_of(words_, excuses) || is_limited(i, *end)) continue;
      return {reason_of(said_between(i, *end, pattern.decision)), pattern.is_outright};
    }
    return {};
  }

  /// The word for hybrid or on-site within the pattern, if it has one.
  [[nodiscard]] RemoteDecision said_between(std::size_t begin, std::size_t end,
                                            RemoteDecision otherwise) const {
    for (std::size_t i = begin; i < end; ++i) {
      const RemoteDecision said = said_at(i);
      if (said == kHybrid || (said == kOnSite && otherwise != kHybrid)) return said;
    }
    return otherwise;
  }

  /// Whether words around a pattern limit it: "Remote work is not available in New York",
  /// "occasional on-site presence", "not fully remote, or".
  [[nodiscard]] bool is_limited(std::size_t begin, std::size_t end) const {
    const bool is_of_places =
        end < words_.size() && (is_one_of(words_[end].folded, {"outside", "from", "of"}) ||
                                kOtherThings.contains(words_[end].folded));
    const bool is_in_places =
        end < words_.size() && words_[end].folded == "in" && said_at(begin) == kRemote;
    const std::size_t from = begin < 3 ? 0 : begin - 3;
    const bool is_occasional =
        std::ranges::any_of(words_.subspan(from, end - from),
                            [](const Word& word) { return is_occasion(word.folded); });
    const bool is_denied = has_any_of(words_.subspan(from, begin - from), kNegations);
    return is_of_places || is_in_places || is_occasional || is_denied;
  }

  static bool is_occasion(std::string_view word) {
    return is_one_of(word, {"occasional", "occasionally", "some", "limited", "quarterly", "monthly",
                            "client", "customer", "year", "month", "quarter"});
  }

  static bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::contains(list, word);
  }

  /// Whether the sentence offers a choice: "Remote or hybrid", "on-site or from home", "in the
  /// office or at home".
  [[nodiscard]] bool offers_remote() const {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      const bool joins_remote = words_[i].folded == "and" && said_at(i + 1) == kRemote;
      const bool is_or = joins_remote || words_[i].gap.contains('/') ||
                         is_one_of(words_[i].folded, {"or", "oder", "ou", "o", "lub", "of"});
      if (!is_or) continue;
      const std::size_t from = i < 4 ? 0 : i - 4;
      const std::size_t end = std::min(i + 5, words_.size());
      const auto is_remote = [this](std::size_t at) {
        return words_[at].folded == "home" || said_at(at) == kRemote;
      };
      for (std::size_t at = from; at < end; ++at) {
        if (is_remote(at) && !is_negated(at)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_negated(std::size_t at) const {
    const std::size_t from = at < 4 ? 0 : at - 4;
    return std::ranges::any_of(
        words_.subspan(from, std::min(at + 5, words_.size()) - from), [](const Word& word) {
          return is_one_of(word.folded, {"not", "no", "cannot", "neither", "nor", "non"});
        });
  }

  /// The denial of a line about nothing but the place of work: "On-site, Berlin", "#LI-Onsite" and,
  /// outright since a label speaks of the position, "Workplace: Hybrid".
  [[nodiscard]] Denial by_line() const {
    if (words_.empty()) return {};
    const RemoteDecision tagged = tagged_workplace(text_with_mark());
    if (tagged != kNotStated) return {reason_of(tagged)};
    if (words_.size() > kLongestLine || has_any_of(words_, kOptional)) return {};
    std::size_t value = 0;
    while (value < words_.size() && kLabels.contains(words_[value].folded)) {
      ++value;
      if (value == words_.size() || !words_[value].gap.contains(':')) continue;
      return {reason_of(workplace_of(text_between(words_[value], words_.back()))), is_plain(value)};
    }
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool is_set_off = i == 0 || words_[i].gap.contains('(');
      const RemoteDecision here = is_set_off ? beside_place(i) : kNotStated;
      if (here != kNotStated) return {reason_of(here)};
    }
    return {};
  }

  /// Whether the words from `value` on are of one place of work and nothing else: not "Remote / Hybrid",
  /// "Hybrid cloud", "On-site twice a year".
  [[nodiscard]] bool is_plain(std::size_t value) const {
    for (std::size_t i = value; i < words_.size();
         i += std::max<std::size_t>(phrases_[i].words, 1)) {
      const std::string_view word = words_[i].folded;
      if (said_at(i) == kRemote || is_occasion(word) || kOtherThings.contains(word)) return false;
    }
    return true;
  }

  /// The decision of a word beside a place, or in parentheses: "On-site, Berlin", "Onsite in Berlin",
  /// "(On-site)".
  [[nodiscard]] RemoteDecision beside_place(std::size_t i) const {
    const PhraseMatch& phrase = phrases_[i];
    if (phrase.words == 0) return kNotStated;
    std::size_t next = i + phrase.words;
    if (next + 1 < words_.size() && words_[next].folded == "in") ++next;
    const bool ends = next == words_.size() || words_[next].gap.contains(')');
    const bool is_place = !ends && longest_place(words_.subspan(next)).has_value();
    return (ends && i > 0) || is_place ? workplace_of(phrase) : kNotStated;
  }

  /// The line, with the characters before its first word.
  [[nodiscard]] std::string_view text_with_mark() const {
    const Word& last = words_.back();
    return {words_[0].gap.data(), last.raw.data() + last.raw.size()};
  }

  static constexpr std::size_t kLongestLine = 10;

  std::span<const Word> words_;
  std::vector<PhraseMatch> phrases_;  // for each word the one that begins there
};

/// Whether the first part of a title, which names it, offers no job: "Talent Pool - Engineering",
/// not "Engineer - Open Application".
bool is_pool(std::string_view title) {
  const Words words(title);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i].gap.size() > 1) return false;
    const PhraseMatch match = phrase_at(kPools, words, i);
    if (match.words == 0) continue;
    const std::size_t next = i + match.words;
    const bool is_job =
        next < words.size() && words[next].gap == " " && kWhoManagesIt.contains(words[next].folded);
    return !is_job;
  }
  return false;
}

std::string_view denial_by_field(const Posting& posting) {
  const RemoteDecision by_title = title_workplace(posting.title);
  if (by_title == kHybrid) return "title says hybrid";
  if (by_title == kOnSite) return "title says on-site";
  const RemoteDecision by_location = workplace_of(posting.location);
  if (by_location == kHybrid) return "location says hybrid";
  if (by_location == kOnSite) return "location says on-site";
  return {};
}

}  // namespace

Denial denial_in(std::span<const Word> sentence) { return DenialReader(sentence).denial(); }

std::string_view denial_of(const Posting& posting, const Denial& by_text) {
  if (is_pool(posting.title)) return "title offers no job";
  const bool is_of_feed = posting.remote_reason.empty();
  if (is_of_feed) {
    const std::string_view reason = denial_by_field(posting);
    if (!reason.empty()) return reason;
  }
  return by_text.is_outright || is_of_feed ? by_text.reason : std::string_view();
}

}  // namespace spearyx::normalize
