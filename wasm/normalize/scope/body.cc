#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "normalize/scope/body_words.h"
#include "normalize/scope/countries.h"
#include "normalize/scope/places.h"
#include "normalize/scope/scope.h"
#include "normalize/text/phrases.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

constexpr PatternIndex kIndexOfLeadIns(kLeadIns, std::identity{});

constexpr std::size_t kMostFillers = 8;

/// A reader of one sentence or line of a description.
class SentenceReader {
 public:
  SentenceReader(std::span<const Word> sentence, std::vector<std::string_view>& scope)
      : words_(sentence), scope_(scope) {}

  void read() {
    find_lead_ins();
    const bool has_only = has_word("only");
    const bool is_location = is_location_line();
    const bool is_worldwide = words_.size() <= 8 && has_any_of(words_, kWorldwideWords);
    const bool is_based = std::ranges::any_of(words_, is_living);
    const bool begins_remote = is_remote_word(words_[0].folded) || words_[0].folded == "fully";
    if (lead_ins_.empty() && !has_only && !is_location && !is_worldwide && !is_based &&
        !begins_remote)
      return;
    mentions_ = find_mentions_in_prose(words_);
    if (mentions_.empty()) return;
    if (is_location) return read_location_line();
    is_perk_ = has_any_of(words_, kSpans);
    for (const LeadIn& lead_in : lead_ins_) read_lead_in(lead_in);
    if (has_only && !has_any_of(words_, kOtherSubjects)) read_only();
    if (is_worldwide && !is_perk_) read_worldwide_line();
    if (is_based) read_based();
    if (begins_remote) read_opening();
  }

 private:
  struct LeadIn {
    std::size_t begin;  // words, half-open
    std::size_t end;
  };

  void find_lead_ins() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      std::uint32_t left = kIndexOfLeadIns.beginning_at(words_, i, false);
      for (; left != 0; left &= left - 1) {
        const auto lead_in = kLeadIns[static_cast<std::size_t>(std::countr_zero(left))];
        const auto end = match_pattern(lead_in, words_, i);
        if (end && counts(i)) lead_ins_.push_back({i, *end});
      }
    }
  }

  /// Whether the lead-in at a word is about the job, and no denial.
  bool counts(std::size_t i) const {
    const bool is_weak = kWeakFirstWords.contains(words_[i].folded);
    return !is_negated(i) && (!is_weak || (has_any_of(words_, kOfTheJob) && !is_of_others(i)));
  }

  const Mention* mention_at(std::size_t i) const {
    const auto found = std::ranges::lower_bound(mentions_, i, {}, &Mention::begin);
    return found != mentions_.end() && found->begin == i ? &*found : nullptr;
  }

  /// Whether the line states the location: "Location: Remote (US or Canada)", "Work location:
  /// Spain".
  bool is_location_line() const {
    if (words_.empty() || words_.size() > 12) return false;
    std::size_t label = 0;
    while (label < words_.size() && label < 3 && kLocationLabels.contains(words_[label].folded)) {
      ++label;
      if (label < words_.size() && words_[label].gap.contains(':')) return true;
    }
    return label > 0 && label < words_.size() && has_remote_word() &&
           words_[0].folded.starts_with("location");
  }

  /// Reads a line about the location, in which a city alone is where the office is.
  void read_location_line() {
    const char* begin = words_[0].raw.data() + words_[0].raw.size();
    const char* end = words_.back().raw.data() + words_.back().raw.size();
    const PlaceScope places = scope_of_places({begin, end});
    const bool is_of_candidates = has_word("eligible") || has_word("states");
    if (!places.names_area && !has_remote_word() && !is_of_candidates) return;
    for (const std::string_view code : places.codes) add_codes(scope_, code);
  }

  bool has_remote_word() const {
    return std::ranges::any_of(words_, [](const Word& w) { return is_remote_word(w.folded); });
  }

  /// Reads a line about the whole world: "Fully remote, worldwide", "We hire globally",
  /// "Worldwide", "Remote, work from anywhere".
  void read_worldwide_line() {
    for (const Mention& mention : mentions_) {
      if (mention.place.codes != kWorld) continue;
      const std::string_view last = words_[mention.end - 1].folded;
      const bool is_plain = last == "worldwide" || last == "world" || last == "weltweit";
      const bool is_alone = mention.begin == 0 && mention.end == words_.size() && is_plain;
      if (is_alone || (mention.begin > 0 && is_of_job(mention))) add_codes(scope_, kWorld);
    }
  }

  bool is_of_job(const Mention& mention) const {
    const std::string_view before = words_[mention.begin - 1].folded;
    const bool we_hire = words_[0].folded == "we" && (before == "hire" || before == "recruit");
    const bool ends = mention.end == words_.size() && mention.end - mention.begin > 1;
    const bool is_remote = std::ranges::any_of(words_.first(mention.begin),
                                               [](const Word& w) { return w.folded == "remote"; });
    const bool is_open = before == "remote" || before == "open";
    return is_open || we_hire || (ends && is_remote);
  }

  /// Reads "based" and "resident": "Seeking a LATAM-based editor", "must be a US resident", and of
  /// the person who is looked for: "… based in Latin America".
  void read_based() {
    if (has_any_of(words_, kBodyDenials)) return;
    const bool is_search = has_any_of(words_, kSearching);
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (!is_living(words_[i]) || is_of_others(i)) continue;
      const auto before = std::ranges::find(mentions_, i, &Mention::end);
      const bool is_attached =
          before != mentions_.end() && (words_[i].gap.size() == 1 || words_[i].gap == ". ");
      if (is_attached && is_sought(before->begin, i + 1)) add_codes(scope_, before->place.codes);
      const bool is_in = is_search && i + 1 < words_.size() && words_[i + 1].folded == "in";
      if (is_in) take_places(i, past_article(i + 2));
    }
  }

  /// Whether the words before `begin` seek somebody, or those from `end` on name the person who is
  /// sought.
  bool is_sought(std::size_t begin, std::size_t end) const {
    const std::size_t from = begin < 4 ? 0 : begin - 4;
    const auto before = words_.subspan(from, begin - from);
    const auto behind = words_.subspan(end, std::min<std::size_t>(2, words_.size() - end));
    return has_any_of(before, kSeekingVerbs) ||
           (has_any_of(behind, kSought) && !has_any_of(before, kTowards));
  }

  /// The word behind the article, where it is no part of a name: "based in the UK".
  std::size_t past_article(std::size_t i) const {
    return i < words_.size() && words_[i].folded == "the" && mention_at(i) == nullptr ? i + 1 : i;
  }

  /// Whether "based" is about others: "We are based in Berlin", "a US-based client".
  bool is_of_others(std::size_t based) const {
    if (based > 0 && words_[based - 1].folded == "are") return true;
    const std::size_t from = based < 4 ? 0 : based - 4;
    const std::size_t end = std::min(based + 4, words_.size());
    return has_any_of(words_.subspan(from, end - from), kOthers);
  }

  /// Reads the beginning of a text, or of a line: "Remote - Europe, CET ± 2", "Fully remote (US and
  /// Canada)".
  void read_opening() {
    std::size_t at = 0;
    while (at < words_.size() &&
           (is_remote_word(words_[at].folded) || words_[at].folded == "fully"))
      ++at;
    if (at == 0 || at == words_.size() || words_[at].gap.size() < 2) return;
    for (const Mention* mention = mention_at(at); mention != nullptr; mention = mention_at(at)) {
      add_codes(scope_, mention->place.codes);
      at = mention->end;
      while (at < words_.size() && kJoiners.contains(words_[at].folded)) ++at;
    }
  }

  static bool is_living(const Word& word) {
    return word.folded == "based" || word.folded == "resident" || word.folded == "residents";
  }

  bool has_word(std::string_view folded) const {
    return std::ranges::contains(words_, folded, &Word::folded);
  }

  void read_lead_in(const LeadIn& lead_in) {
    const std::size_t limit = std::min(lead_in.end + kMostFillers, words_.size());
    // "Anywhere" may be a part of the place, too: "anywhere in the world".
    const Mention* last = mention_at(lead_in.end - 1);
    const bool is_begun = last != nullptr && last->end > lead_in.end;
    std::size_t at = is_begun ? lead_in.end - 1 : lead_in.end;
    while (at < limit && is_filler(at)) ++at;
    take_places(lead_in.begin, at);
  }

  /// Whether a word is a filler: of "anywhere in Canada" the place is Canada.
  bool is_filler(std::size_t i) const {
    const Mention* mention = mention_at(i);
    const bool is_place = mention != nullptr && (mention->end > i + 1 || i + 1 == words_.size() ||
                                                 !kFillers.contains(words_[i + 1].folded));
    // Of "AZ, CA, FL" the first may be no place alone.
    const std::string_view raw = words_[i].raw;
    const bool is_code =
        mention == nullptr && raw.size() == 2 && std::ranges::all_of(raw, is_ascii_upper);
    return !is_place && (is_code || kFillers.contains(words_[i].folded));
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

  /// Whether a lead-in is about the job: "You can work from anywhere in the world", not "tools to
  /// work from anywhere in the world".
  bool is_about_job(std::size_t lead_in, std::size_t first) const {
    if (lead_in == 0 && words_.size() <= first + 4) return true;
    const std::size_t from = lead_in - std::min<std::size_t>(lead_in, 2);
    if (std::ranges::contains(words_.subspan(from, lead_in - from), "you", &Word::folded))
      return true;
    return has_any_of(words_, kJobNouns);
  }

  /// Reads "only" and the like: "US only", "UK-based candidates only", "only US residents".
  void read_only() {
    const bool is_about_jobs = has_any_of(words_, kJobNouns) || has_any_of(words_, kRemoteNouns);
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

  static bool is_resident(const Word& word) {
    const std::string_view text = word.folded;
    return text == "based" || text == "residents" || text == "candidates" || text == "applicants";
  }

  std::span<const Word> words_;
  std::vector<LeadIn> lead_ins_;
  std::vector<Mention> mentions_;
  bool is_perk_ = false;
  std::vector<std::string_view>& scope_;
};

}  // namespace

void add_scope_in(std::span<const Word> sentence, std::vector<std::string_view>& scope) {
  SentenceReader(sentence, scope).read();
}

}  // namespace spearyx::normalize
