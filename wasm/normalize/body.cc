#include "normalize/body.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "normalize/scope/scope.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"
#include "normalize/word_kinds.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

/// The kinds of words that a sentence about the place of work has. Most of a description is about
/// something else: only where some kinds meet is a sentence read word by word.
enum Kind : std::uint16_t {
  kSaysWhere = 1U << 0U,     // where to live, alone
  kInLines = 1U << 1U,       // …, in a line
  kSomePlace = 1U << 2U,     // "any …"
  kPlaceOfAny = 1U << 3U,    // "… country"
  kWithin = 1U << 4U,        // "must be …"
  kBeforeWithin = 1U << 5U,  // "… within"
  kLive = 1U << 6U,
  kBeforeLive = 1U << 7U,
  kOnOffer = 1U << 8U,
  kForWhom = 1U << 9U,
  kBase = 1U << 10U,
  kBaseIn = 1U << 11U,
  kHire = 1U << 12U,
  kCan = 1U << 13U,
  kOfWork = 1U << 14U,  // the place of work, or offices
  kDenies = 1U << 15U,
};

constexpr WordKinds kKinds({
    {kSaysWhere,
     "anywhere based basee bosatt calej cualquier domiciled domicilie exclusively ganz habiter "
     "innerhalb lebst lebt limited located mieszkasz morar must only open partout qualquer "
     "radicada radicado radicados remote "
     "remotely reside resident residente residentes residents residan residant resider residing "
     "residir resida residas restricted risiedere risiedi telelavoro terenie terenu "
     "teletrabajo teletrabalho teletravail terenie thuiswerken ansassig tutta vivan vivir vivre "
     "welcome "
     "weltweit wohnsitz wohnst wohnt woonachtig woont worldwide"},
    {kInLines,
     "countries country eligible hire hiring localizacao location locations recruit region "
     "standort travail ubicacion"},
    {kSomePlace, "any either every"},
    {kPlaceOfAny, "city country location part place state"},
    {kWithin, "within"},
    {kBeforeWithin,
     "any can could either every has have job may must need needs position remote remotely "
     "required role should we will"},
    {kLive, "live living"},
    {kBeforeLive, "has have must need needs required should"},
    {kOnOffer, "available"},
    {kForWhom,
     "all anyone applicants candidates individuals only people professionals qualified remote "
     "residents talent those"},
    {kBase, "base"},
    {kBaseIn, "au aux en"},
    {kHire, "employ hire recruit"},
    {kCan, "can"},
    {kOfWork,
     "buro campus clinic escritorio facility factory fernarbeit headquarters hibrida hibrido "
     "homeoffice hospital hq hybrid hybride hybrydowa ibrida ibrido inoffice kantoor lab "
     "laboratory li office offices oficina onsite person plant premise premises presencial "
     "presentiel presenza remota remote remotely remoto sede site stacjonarna stacjonarnie "
     "telelavoro teletrabajo teletrabalho teletravail thuiswerken travail vor warehouse "
     "zdalna"},
    {kDenies,
     "remote bez biurze bureau buro campus cannot clinic dagen dias dni escritorio facility "
     "factory geen giorni headquarters hibrida hibrido hospital hq hybrid hybride hybrides "
     "hybridni hybrydowa hybrydowo hybrydowy ibrida ibrido inoffice jour jours kantoor kein "
     "keine lab laboratory li nao neither nicht nie niet no non not office offices oficina "
     "onsite ort pas person place plant posible possible prasenz premise premises presencial "
     "presentiel presenza sede sem semipresencial sin site stacjonarna stacjonarnie stacjonarny "
     "store studio t tag tage ufficio warehouse workshop"},
});

constexpr std::size_t kLongestSentence = 2000;

/// The end of the sentence that starts at `at`: a line end, or a full stop that is no part of an
/// abbreviation ("U.S. only").
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

/// The most words of a line about the place of work, with some to spare.
constexpr std::size_t kLongestLabelled = 16;

/// The kinds that must meet in a longer sentence, in alternatives.
constexpr std::array<unsigned, 6> kMeetings = {kSomePlace | kPlaceOfAny, kWithin | kBeforeWithin,
                                               kLive | kBeforeLive,      kOnOffer | kForWhom,
                                               kBase | kBaseIn,          kHire | kCan};

bool may_say_where(unsigned kinds, std::size_t words) {
  constexpr unsigned kOfLines = kInLines | kSomePlace | kWithin | kLive | kOnOffer | kBase | kHire;
  if ((kinds & kSaysWhere) != 0) return true;
  if (words <= kLongestLabelled) return (kinds & kOfLines) != 0;
  return std::ranges::any_of(kMeetings, [&](unsigned both) { return (kinds & both) == both; });
}

bool may_deny(unsigned kinds) { return (kinds & kOfWork) != 0 && (kinds & kDenies) != 0; }

/// Reads a text sentence by sentence.
class BodyReader {
 public:
  BodyReader(std::string_view text, const TextWords& words) : text_(text), words_(words) {}

  BodyStatements read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = sentence_end(text_, at);
      read_sentence(at, end);
      at = end;
    }
    if (body_.scope.size() > 1) std::erase(body_.scope, "WORLD");
    return std::move(body_);
  }

 private:
  void read_sentence(std::size_t begin, std::size_t end) {
    const std::size_t first = next_word_;
    const unsigned kinds = take_kinds(end);
    const bool is_of_scope = may_say_where(kinds, next_word_ - first);
    const bool is_of_denial = !body_.denial.is_outright && may_deny(kinds);
    if (!is_of_scope && !is_of_denial) return;
    const std::string_view sentence = text_.substr(begin, end - begin);
    sentence_.read(sentence);
    if (sentence_.empty()) return;
    if (is_of_scope) read_scope(sentence);
    if (is_of_denial) read_denial();
  }

  /// The kinds of the words up to `end`.
  unsigned take_kinds(std::size_t end) {
    unsigned kinds = 0;
    const auto words = words_.all();
    for (; next_word_ < words.size() && words[next_word_].begin < end; ++next_word_)
      kinds |= kKinds.of(words[next_word_].hash);
    return kinds;
  }

  void read_scope(std::string_view sentence) {
    const bool is_first = body_.scope.empty();
    add_scope_in(sentence_, body_.scope);
    if (is_first && !body_.scope.empty()) body_.scope_words = fold_whitespace(sentence);
  }

  void read_denial() {
    const Denial denial = denial_in(sentence_);
    if (body_.denial.reason.empty() || denial.is_outright) body_.denial = denial;
  }

  std::string_view text_;
  const TextWords& words_;
  std::size_t next_word_ = 0;
  Words sentence_;
  BodyStatements body_;
};

}  // namespace

BodyStatements read_body(std::string_view plain_text, const TextWords& words) {
  return BodyReader(plain_text, words).read();
}

std::vector<std::string_view> scope_from_body(std::string_view plain_text) {
  return read_body(plain_text).scope;
}

}  // namespace spearyx::normalize
