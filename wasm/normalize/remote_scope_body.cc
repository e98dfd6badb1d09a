#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "normalize/remote_scope.h"
#include "normalize/remote_scope_places.h"
#include "normalize/sorted_text.h"
#include "normalize/text.h"
#include "support/scan.h"

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

/// The words a lead-in may begin with.
constexpr WordList kFirstWords(
    "accept accepting available can consider considering could exclusively has have hire "
    "hiring job limited may must need needs only open position recruit recruiting remote "
    "remotely required restricted role should we welcome welcoming will work working works ");

/// May stand between a lead-in and its first place.
constexpr WordList kFillers(
    "a across any anywhere applicants applications are based candidates contiguous "
    "continental countries country currently either following for from in individuals live "
    "located locations mainland of one our people physically regions reside residents "
    "residing states talent the those throughout who within ");

/// Places that follow one another in a statement are joined by these.
constexpr WordList kJoiners("and either in or the ");

/// What makes a place before it something else than a residence: "US citizens", "EU market".
constexpr WordList kNotResidence(
    "citizen citizens client clients customer customers market markets nationals office "
    "offices person persons team ");

constexpr WordList kBodyDenials("cannot doesn don isn needn never unable without ");

/// "US only" speaks of the job where one of these is near, or nothing else is on the line …
constexpr WordList kJobNouns(
    "applicants applications candidates hire hiring job location locations opportunity position "
    "role ");
constexpr WordList kRemoteNouns("based remote remotely ");

/// … and not where it limits a benefit or a market.
constexpr WordList kOtherSubjects(
    "401 401k allowance benefit benefits bonus clients coverage customers dental equity "
    "health healthcare holidays insurance leave market match medical pension plan stipend ");

/// "Work from anywhere" for a while is a perk.
constexpr WordList kSpans("days month months week weekly weeks ");

constexpr WordList kWorldwideWords("anywhere global globally world worldwide ");

/// Only sentences with one of these are read word by word.
constexpr WordList kAnchors(
    "anywhere available based domiciled exclusively hire hiring limited live living located "
    "location locations must only open recruit remote remotely reside resident residents "
    "residing restricted welcome ");

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
      : words_(sentence), scope_(scope) {}

  void read() {
    find_lead_ins();
    const bool has_only =
        std::ranges::any_of(words_, [](const Word& w) { return w.folded == "only"; });
    const bool is_location = is_location_line();
    const bool is_worldwide = words_.size() <= 8 && has_any_of(kWorldwideWords);
    if (lead_ins_.empty() && !has_only && !is_location && !is_worldwide) return;
    mentions_ = find_mentions_in_prose(words_);
    if (mentions_.empty()) return;
    if (is_location) return read_location_line();
    is_perk_ = has_any_of(kSpans);
    for (const LeadIn& lead_in : lead_ins_) read_lead_in(lead_in);
    if (has_only && !has_any_of(kOtherSubjects)) read_only();
    if (is_worldwide && !is_perk_) read_worldwide_line();
  }

 private:
  struct LeadIn {
    std::size_t begin;  // words, half-open
    std::size_t end;
  };

  void find_lead_ins() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!kFirstWords.contains(words_[i].folded) || is_negated(i)) continue;
      for (const std::string_view lead_in : kLeadIns) {
        if (const auto end = match_lead_in(lead_in, words_, i)) lead_ins_.push_back({i, *end});
      }
    }
  }

  const Mention* mention_at(std::size_t i) const {
    const auto found = std::ranges::lower_bound(mentions_, i, {}, &Mention::begin);
    return found != mentions_.end() && found->begin == i ? &*found : nullptr;
  }

  /// "Location: Remote (US or Canada)".
  bool is_location_line() const {
    return !words_.empty() && words_.size() <= 12 && words_[0].folded.starts_with("location") &&
           std::ranges::any_of(words_, [](const Word& w) { return is_remote_word(w.folded); });
  }

  void read_location_line() {
    const char* begin = words_[0].raw.data() + words_[0].raw.size();
    const char* end = words_.back().raw.data() + words_.back().raw.size();
    for (const std::string_view code : remote_scope({begin, end})) add_codes(scope_, code);
  }

  /// "Fully remote, worldwide", "We hire globally".
  void read_worldwide_line() {
    for (const Mention& mention : mentions_) {
      if (mention.place.codes != kWorld || mention.begin == 0) continue;
      const std::string_view before = words_[mention.begin - 1].folded;
      const bool we_hire = words_[0].folded == "we" && (before == "hire" || before == "recruit");
      if (before == "remote" || we_hire) add_codes(scope_, kWorld);
    }
  }

  void read_lead_in(const LeadIn& lead_in) {
    const std::size_t limit = std::min(lead_in.end + kMostFillers, words_.size());
    std::size_t at = lead_in.end;
    while (at < limit && is_filler(at)) ++at;
    take_places(lead_in.begin, at);
  }

  /// "anywhere in Canada": the place is Canada.
  bool is_filler(std::size_t i) const {
    const Mention* mention = mention_at(i);
    const bool is_place = mention != nullptr && (mention->end > i + 1 || i + 1 == words_.size() ||
                                                 !kFillers.contains(words_[i + 1].folded));
    return !is_place && kFillers.contains(words_[i].folded);
  }

  bool is_negated(std::size_t i) const {
    for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
      if (kBodyDenials.contains(words_[i - back].folded)) return true;
    }
    return false;
  }

  void take_places(std::size_t lead_in, std::size_t at) {
    const std::size_t first = at;
    while (const Mention* mention = mention_at(at)) {
      if (!is_residence(*mention, lead_in, first)) return;
      add_codes(scope_, mention->place.codes);
      at = mention->end;
      while (at < words_.size() && kJoiners.contains(words_[at].folded)) ++at;
    }
  }

  bool is_residence(const Mention& mention, std::size_t lead_in, std::size_t first) const {
    if (mention.end < words_.size() && kNotResidence.contains(words_[mention.end].folded)) {
      return false;
    }
    return mention.place.codes != kWorld || (!is_perk_ && is_about_job(lead_in, first));
  }

  /// "You can work from anywhere in the world", not "tools to work from anywhere in the world".
  bool is_about_job(std::size_t lead_in, std::size_t first) const {
    if (lead_in == 0 && words_.size() <= first + 4) return true;
    if (lead_in >= 2 && words_[lead_in - 2].folded == "you") return true;
    return has_any_of(kJobNouns);
  }

  /// "US only", "UK-based candidates only", "only US residents".
  void read_only() {
    const bool is_about_jobs = has_any_of(kJobNouns) || has_any_of(kRemoteNouns);
    for (const Mention& mention : mentions_) {
      if (mention.place.codes == kWorld || !is_limited(mention)) continue;
      const bool is_alone = words_.size() <= mention.end - mention.begin + 2;
      if (is_alone || is_about_jobs) add_codes(scope_, mention.place.codes);
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

  bool has_any_of(const WordList& list) const {
    return std::ranges::any_of(words_, [&](const Word& w) { return list.contains(w.folded); });
  }

  static bool is_resident(const Word& word) {
    const std::string_view text = word.folded;
    return text == "based" || text == "residents" || text == "candidates" || text == "applicants";
  }

  Words words_;
  std::vector<LeadIn> lead_ins_;
  std::vector<Mention> mentions_;
  bool is_perk_ = false;
  std::vector<std::string_view>& scope_;
};

/// Where the sentence that starts at `at` ends: at a line end, or at a full stop that is no part of
/// an abbreviation ("U.S. only").
std::size_t sentence_end(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongestSentence);
  const auto next_mark = [sentence = text.substr(0, limit)](std::size_t from) {
    return find_byte(sentence, from, [](auto c) {
      return (c == '.') | (c == '\n') | (c == ';') | (c == '?') | (c == '!');
    });
  };
  for (std::size_t i = next_mark(at); i < limit; i = next_mark(i + 1)) {
    if (text[i] != '.') return i + 1;
    if (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\n') continue;
    const bool is_initial = i >= at + 2 && !is_ascii_alnum(text[i - 2]);
    if (!is_initial) return i + 1;
  }
  return limit;
}

/// A first look without splitting into words.
bool has_anchor(std::string_view sentence) {
  return any_word(sentence,
                  [](std::string_view word) { return kAnchors.contains_in_any_case(word); });
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
