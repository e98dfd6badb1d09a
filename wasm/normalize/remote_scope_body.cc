#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "normalize/remote_scope.h"
#include "normalize/remote_scope_places.h"
#include "normalize/sorted_text.h"
#include "normalize/text.h"

namespace spearyx::normalize {
namespace {

/// What introduces a statement about where the holder of the job lives, before the places. A token
/// is a word, "a|b" one of several, "a?" may be missing. Fillers may follow before the first place.
constexpr auto kLeadIns = std::to_array<std::string_view>(
    {"must|should|need|needs|required|have|has to? currently|physically|permanently|legally? be "
     "currently|physically|permanently|legally? based|located|living|residing|resident|residents|"
     "domiciled? in|within|of|anywhere",
     "must|should|need|needs|required|have|has to? currently|physically|permanently|legally? "
     "reside|live|work remotely|remote? in|within|from|anywhere",
     "can|may|could|will be based|located|done|performed|worked remotely? from? anywhere",
     "open|available|limited|restricted to remote|qualified|all|only? "
     "candidates|applicants|people|residents|individuals|talent|anyone|those|professionals",
     "open|limited|restricted only? to",
     "only|exclusively able? to? "
     "considering|consider|accepting|accept|hiring|hire|recruiting|recruit|"
     "employing|employ|interviewing|seeking",
     "considering|consider|accepting|accept|hiring|hire|recruiting|recruit only|exclusively",
     "hire|hiring|recruit|recruiting remotely? people|talent|candidates|engineers|applicants? "
     "from? "
     "anywhere",
     "we can hire|recruit|employ people|candidates? in|from|within",
     "work|works|working remotely? from anywhere", "remote|remotely from? anywhere",
     "remote|remotely within|throughout", "work remotely from|in",
     "position|role|job is a? 100? fully|completely|entirely? remote "
     "in|within|across|from|anywhere",
     "welcome|welcoming applicants|candidates|applications|people from|based?",
     "remote position|role|job|opportunity based|located? "
     "in|within|across|throughout|anywhere|from"});

/// May stand between a lead-in and its first place.
constexpr std::string_view kFillers =
    "a across any anywhere applicants applications are based candidates contiguous "
    "continental countries country currently either following for from in individuals live "
    "located locations mainland of one our people physically regions reside residents "
    "residing states talent the those throughout who within ";
static_assert(is_sorted_text(kFillers));

/// Places that follow one another in a statement are joined by these.
constexpr std::string_view kJoiners = "and either in or the ";
static_assert(is_sorted_text(kJoiners));

/// What makes a place before it something else than a residence: "US citizens", "EU market".
constexpr std::string_view kNotResidence =
    "citizen citizens client clients customer customers market markets nationals office "
    "offices person persons team ";
static_assert(is_sorted_text(kNotResidence));

constexpr std::string_view kNegations = "cannot doesn don isn needn never unable without ";
static_assert(is_sorted_text(kNegations));

/// "US only" speaks of the job where one of these is near, or nothing else is on the line …
constexpr std::string_view kJobWords =
    "applicants applications based candidates hire hiring job location locations opportunity "
    "position remote remotely role ";
static_assert(is_sorted_text(kJobWords));

/// … and not where it limits a benefit or a market.
constexpr std::string_view kOtherSubjects =
    "401 401k allowance benefit benefits bonus clients coverage customers dental equity "
    "health healthcare holidays insurance leave market match medical pension plan stipend ";
static_assert(is_sorted_text(kOtherSubjects));

/// "Work from anywhere" for a while is a perk.
constexpr std::string_view kSpans = "days month months week weekly weeks ";
static_assert(is_sorted_text(kSpans));

/// Only sentences with one of these are read word by word.
constexpr std::string_view kAnchors =
    "anywhere available have hire hiring limited location must need only open recruit remote "
    "remotely required restricted should welcome ";
static_assert(is_sorted_text(kAnchors));

constexpr std::string_view kWorld = "WORLD";
constexpr std::size_t kLongestSentence = 2000;
constexpr std::size_t kMostFillers = 8;

/// Cuts the part before `separator` off `text`.
std::string_view take_until(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

bool is_alternative(std::string_view alternatives, std::string_view word) {
  while (!alternatives.empty()) {
    if (take_until(alternatives, '|') == word) return true;
  }
  return false;
}

/// The word after the lead-in that starts at `at`.
std::optional<std::size_t> match_lead_in(std::string_view tokens, std::span<const Word> words,
                                         std::size_t at) {
  while (!tokens.empty()) {
    std::string_view token = take_until(tokens, ' ');
    const bool is_optional = token.ends_with('?');
    if (is_optional) token.remove_suffix(1);
    if (at < words.size() && is_alternative(token, words[at].folded)) {
      ++at;
    } else if (!is_optional) {
      return std::nullopt;
    }
  }
  return at;
}

/// One sentence or line of a description.
class SentenceReader {
 public:
  SentenceReader(std::string_view sentence, std::vector<std::string_view>& scope)
      : words_(sentence), scope_(scope) {
    for (const Mention& mention : find_mentions(words_)) {
      if (is_written_as_name(mention)) mentions_.push_back(mention);
    }
  }

  void read() {
    if (mentions_.empty()) return;
    if (read_location_line()) return;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (const std::string_view lead_in : kLeadIns) read_lead_in(lead_in, i);
    }
    for (const Mention& mention : mentions_) read_only(mention);
    read_worldwide_line();
  }

 private:
  /// In prose "us" is a pronoun and "turkey" a bird.
  bool is_written_as_name(const Mention& mention) const {
    if (mention.place.codes == kWorld) return true;
    const Word& word = words_[mention.begin + (words_[mention.begin].folded == "the" ? 1 : 0)];
    return word.folded == "us" ? !word.raw.contains('s') : is_ascii_upper(word.raw.front());
  }

  const Mention* mention_at(std::size_t i) const {
    const auto found = std::ranges::lower_bound(mentions_, i, {}, &Mention::begin);
    return found != mentions_.end() && found->begin == i ? &*found : nullptr;
  }

  /// "Location: Remote (US or Canada)".
  bool read_location_line() {
    if (words_.size() > 12 || !words_[0].folded.starts_with("location")) return false;
    const bool is_remote =
        std::ranges::any_of(words_, [](const Word& word) { return is_remote_word(word.folded); });
    if (!is_remote) return false;
    const char* begin = words_[0].raw.data() + words_[0].raw.size();
    const char* end = words_.back().raw.data() + words_.back().raw.size();
    for (const std::string_view code : remote_scope({begin, end})) add_codes(scope_, code);
    return true;
  }

  /// "Fully remote, worldwide", "We hire globally".
  void read_worldwide_line() {
    if (words_.size() > 8 || is_perk()) return;
    for (const Mention& mention : mentions_) {
      if (mention.place.codes != kWorld || mention.begin == 0) continue;
      const std::string_view before = words_[mention.begin - 1].folded;
      const bool we_hire = words_[0].folded == "we" && (before == "hire" || before == "recruit");
      if (before == "remote" || we_hire) add_codes(scope_, kWorld);
    }
  }

  void read_lead_in(std::string_view lead_in, std::size_t i) {
    if (!is_alternative(lead_in.substr(0, lead_in.find(' ')), words_[i].folded)) return;
    const std::optional<std::size_t> after = match_lead_in(lead_in, words_, i);
    if (!after || is_negated(i)) return;
    const std::size_t limit = std::min(*after + kMostFillers, words_.size());
    std::size_t at = *after;
    while (at < limit && is_filler(at)) ++at;
    take_places(i, at);
  }

  /// "anywhere in Canada": the place is Canada.
  bool is_filler(std::size_t i) const {
    const Mention* mention = mention_at(i);
    const bool is_place = mention != nullptr && (mention->end > i + 1 || i + 1 == words_.size() ||
                                                 !is_listed(kFillers, words_[i + 1].folded));
    return !is_place && is_listed(kFillers, words_[i].folded);
  }

  bool is_negated(std::size_t i) const {
    for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
      if (is_listed(kNegations, words_[i - back].folded)) return true;
    }
    return false;
  }

  void take_places(std::size_t lead_in, std::size_t at) {
    const std::size_t first = at;
    while (const Mention* mention = mention_at(at)) {
      if (!is_residence(*mention, lead_in, first)) return;
      add_codes(scope_, mention->place.codes);
      at = mention->end;
      while (at < words_.size() && is_listed(kJoiners, words_[at].folded)) ++at;
    }
  }

  bool is_residence(const Mention& mention, std::size_t lead_in, std::size_t first) const {
    if (mention.end < words_.size() && is_listed(kNotResidence, words_[mention.end].folded)) {
      return false;
    }
    return mention.place.codes != kWorld || (!is_perk() && is_about_job(lead_in, first));
  }

  bool is_perk() const { return has_any_of(kSpans); }

  /// "You can work from anywhere in the world", not "tools to work from anywhere in the world".
  bool is_about_job(std::size_t lead_in, std::size_t first) const {
    if (lead_in == 0 && words_.size() <= first + 4) return true;
    if (lead_in >= 2 && words_[lead_in - 2].folded == "you") return true;
    return std::ranges::any_of(words_, [](const Word& word) {
      return word.folded != "remote" && word.folded != "remotely" && word.folded != "based" &&
             is_listed(kJobWords, word.folded);
    });
  }

  /// "US only", "UK-based candidates only", "only US residents".
  void read_only(const Mention& mention) {
    if (mention.place.codes == kWorld || !is_limited(mention)) return;
    const bool is_alone = words_.size() <= mention.end - mention.begin + 2;
    if ((is_alone || has_any_of(kJobWords)) && !has_any_of(kOtherSubjects)) {
      add_codes(scope_, mention.place.codes);
    }
  }

  bool is_limited(const Mention& mention) const {
    std::size_t after = mention.end;
    while (after < words_.size() && after < mention.end + 3 && is_resident(words_[after])) ++after;
    if (after < words_.size() && words_[after].folded == "only" &&
        !words_[after].gap.contains(',')) {
      return true;
    }
    return after > mention.end && mention.begin > 0 && words_[mention.begin - 1].folded == "only";
  }

  bool has_any_of(std::string_view list) const {
    return std::ranges::any_of(words_, [&](const Word& w) { return is_listed(list, w.folded); });
  }

  static bool is_resident(const Word& word) {
    const std::string_view text = word.folded;
    return text == "based" || text == "residents" || text == "candidates" || text == "applicants";
  }

  Words words_;
  std::vector<Mention> mentions_;
  std::vector<std::string_view>& scope_;
};

/// Where the sentence that starts at `at` ends: at a line end, or at a full stop that is no part of
/// an abbreviation ("U.S. only").
std::size_t sentence_end(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongestSentence);
  for (std::size_t i = at; i < limit; ++i) {
    const char c = text[i];
    if (c == '\n' || c == ';' || c == '?' || c == '!') return i + 1;
    if (c != '.' || (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\n')) continue;
    const bool is_initial = i >= at + 2 && !is_ascii_alnum(text[i - 2]);
    if (!is_initial) return i + 1;
  }
  return limit;
}

/// A first look without splitting into words.
bool has_anchor(std::string_view sentence) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= sentence.size(); ++i) {
    if (i < sentence.size() && is_ascii_alpha(sentence[i])) continue;
    const std::string_view word = sentence.substr(begin, i - begin);
    begin = i + 1;
    std::array<char, 10> lower{};
    if (word.size() < 4 || word.size() > lower.size()) continue;
    std::ranges::transform(word, lower.begin(), [](char c) { return ascii_lower(c); });
    if (is_listed(kAnchors, {lower.data(), word.size()})) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> scope_from_body(std::string_view plain_text) {
  std::vector<std::string_view> scope;
  for (std::size_t at = 0; at < plain_text.size();) {
    const std::size_t end = sentence_end(plain_text, at);
    const std::string_view sentence = plain_text.substr(at, end - at);
    if (has_anchor(sentence)) SentenceReader(sentence, scope).read();
    at = end;
  }
  if (scope.size() > 1) std::erase(scope, kWorld);
  return scope;
}

}  // namespace spearyx::normalize
