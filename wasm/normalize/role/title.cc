#include "normalize/role/title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

#include "normalize/category/terms.h"
#include "normalize/scope/countries.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"
#include "support/heap_sort.h"

namespace spearyx::normalize {
namespace {

/// Decorations of titles, regions without a code, and small words.
constexpr SortedText kDecorations(
    "a all amer an and anywhere anz apply at auf aus based bei cee chez cis dans das de den "
    "der des die du en et flexible for from fulltime fully fur gcc gender genders geschlecht "
    "geschlechter gn hiring home homebased homeoffice hybrid im in la le les locations mit "
    "multiple namer necessary noam noram of on onsite ou permanent remote remotely teletravail "
    "telework the to unbefristet und urgent urgently various virtual vollzeit wfh with within "
    "workfromhome worldwide y ");

/// Spellings by variants: one word for several, and for two words: "front end" is "frontend".
constexpr SortedText kSpellings(
    "back end=backend\ncontracting=contract\ncontractor=contract\ndevelopper=developer\n"
    "front end=frontend\nfull stack=fullstack\nfull time=\nhome office=\ni=1\nii=2\niii=3\niv=4\n"
    "jr=junior\nmgr=manager\npart time=parttime\nsnr=senior\nsr=senior\nteilzeit=parttime\nv=5\n"
    "vice president=vp\nwork from=\n");

/// Words of titles that the vocabulary of categories lacks: levels, contracts, languages, segments and
/// teams. None of them is a name.
constexpr SortedText kNoNames(
    "account autumn cadre commercial consumer contract core corporate defense enterprise entry "
    "expansion fall federal fixed fluent global government growth inbound industrial junior "
    "large level mid midmarket minijob named outbound parttime payments personalization "
    "platform pool public regional scale seasonal segment senior smb speaker speaking sprachig "
    "spring staff startup startups strategic summer talent temporary term tier winter ");

/// The most digits of a year; a longer number is none.
constexpr std::size_t kYearDigits = 4;

/// Whether a word stands for a gender: m/w/d, f/m/x, h/f.
bool is_gender(std::string_view word) {
  constexpr std::string_view kLetters = "dfhimnuwx";
  return word.size() == 1 && kLetters.contains(word.front());
}

bool joins_letters(std::string_view gap) { return gap.contains('/') || gap.contains('|'); }

/// Whether a whole word stands in a list of terms.
bool is_among(std::string_view terms, std::string_view word) {
  const auto separates = [](char c) { return c == ' ' || c == '|'; };
  for (std::size_t at = terms.find(word); at != terms.npos; at = terms.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || separates(terms[at - 1]);
    if (begins && (end == terms.size() || separates(terms[end]))) return true;
  }
  return false;
}

bool is_word_of_trades(std::string_view word) {
  return kNoNames.contains(word) || std::ranges::any_of(term_groups(), [&](const TermGroup& group) {
           return is_among(group.terms, word);
         });
}

bool may_be_name(std::string_view word) {
  constexpr std::size_t kShortest = 3;
  return word.size() >= kShortest && std::ranges::none_of(word, is_ascii_digit) &&
         !is_word_of_trades(word);
}

/// A reader of a title, from left to right.
class TitleReader {
 public:
  TitleReader(std::string_view title, std::string_view location, const TextWords& text)
      : words_(title), location_(location), text_(text) {}

  RoleTitle read() {
    for (std::size_t at = 0; at < words_.size();) at += read_at(at);
    if (title_.words.empty() || asks_for_language()) {
      std::ranges::move(std::exchange(title_.names, {}), std::back_inserter(title_.words));
    }
    heap_sort(title_.words);
    heap_sort(title_.names);
    return std::move(title_);
  }

 private:
  /// Reads the words at a place; answers how many.
  std::size_t read_at(std::size_t at) {
    const auto rest = std::span(words_.begin(), words_.end()).subspan(at);
    if (const auto place = longest_place(rest)) return place->words;
    if (keep_pair(rest)) return 2;
    if (!is_decoration(at)) read_word(at);
    return 1;
  }

  /// Keeps two words that have one spelling; false where they have none.
  bool keep_pair(std::span<const Word> rest) {
    if (rest.size() < 2) return false;
    const std::string both = std::string(rest[0].folded).append(" ").append(rest[1].folded);
    if (!kSpellings.contains(both)) return false;
    keep(kSpellings.value(both));
    return true;
  }

  void read_word(std::size_t at) {
    const std::string_view word = words_[at].folded;
    const std::string_view spelling = kSpellings.value(word);
    const bool is_here = is_in_location(word);
    // To look through the vocabulary takes longest, and the description has most words of its title.
    if (!spelling.empty()) {
      keep(spelling);
    } else if (!is_here && text_.has(word)) {
      keep(word);
    } else if (!may_be_name(word) || follows_client_word(at)) {
      keep(word);
    } else if (!is_here) {
      title_.names.emplace_back(word);
    }
  }

  /// Whether a word that looks like a name may be a language.
  [[nodiscard]] bool asks_for_language() const {
    constexpr auto kMarks =
        std::to_array<std::string_view>({"fluent", "speaker", "speaking", "sprachig"});
    return std::ranges::any_of(
        kMarks, [&](std::string_view mark) { return std::ranges::contains(title_.words, mark); });
  }

  void keep(std::string_view word) {
    if (!word.empty()) title_.words.emplace_back(word);
  }

  [[nodiscard]] bool is_decoration(std::size_t at) const {
    const Word& word = words_[at];
    if (kDecorations.contains(word.folded)) return true;
    const bool is_postal = word.gap.contains(',') && !postal_code_country(word.folded).empty();
    const bool is_requisition = (word.gap.contains('#') || word.depth > 0) &&
                                word.folded.size() > kYearDigits &&
                                std::ranges::all_of(word.folded, is_ascii_digit);
    return is_postal || is_requisition || is_gender_at(at);
  }

  [[nodiscard]] bool is_gender_at(std::size_t at) const {
    if (!is_gender(words_[at].folded)) return false;
    const bool leads_on = at + 1 < words_.size() && joins_letters(words_[at + 1].gap);
    return words_[at].depth > 0 || leads_on || joins_letters(words_[at].gap);
  }

  /// Whether the word before says that a client is named: "Controller at Acme".
  [[nodiscard]] bool follows_client_word(std::size_t at) const {
    constexpr auto kClientWords =
        std::to_array<std::string_view>({"at", "bei", "chez", "for", "fur"});
    return at > 0 && std::ranges::contains(kClientWords, words_[at - 1].folded);
  }

  [[nodiscard]] bool is_in_location(std::string_view word) const {
    return std::ranges::contains(location_, word, &Word::folded);
  }

  Words words_;
  Words location_;
  const TextWords& text_;
  RoleTitle title_;
};

}  // namespace

RoleTitle role_title(std::string_view title, std::string_view location, const TextWords& text) {
  RoleTitle found = TitleReader(title, location, text).read();
  if (!found.words.empty()) return found;
  std::string whole = fold_words(title);
  found.words.push_back(whole.empty() ? std::string(title) : std::move(whole));
  return found;
}

}  // namespace spearyx::normalize
