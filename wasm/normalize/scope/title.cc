#include <algorithm>
#include <cstddef>
#include <vector>

#include "normalize/scope/places.h"
#include "normalize/scope/scope.h"
#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

/// Words that may stand at the end of a title behind its place: "LATAM Remote (m/f/d)", "Mexico,
/// full-time".
constexpr WordList kTail(
    "100 all based contract d f freelance full fully gender genders gn h home in industry m mid "
    "nationwide only or part permanent position region remote remotely remoto role temporary "
    "time w within work x ");

/// Words before a place that make it a market or a language, not a residence.
constexpr WordList kOfMarkets("covering for of serving speaking the to ");

/// The places at the end of a title.
class TitleEnd {
 public:
  explicit TitleEnd(std::string_view title)
      : words_(title), mentions_(find_mentions_in_prose(words_)), end_(words_.size()) {}

  [[nodiscard]] TitleScope scope() {
    TitleScope scope;
    drop_tail(scope.is_remote);
    while (!mentions_.empty() && mentions_.back().end == end_) {
      const Mention mention = mentions_.back();
      mentions_.pop_back();
      if (mention.begin == 0) return {};
      add_codes(scope.codes, mention.place.codes);
      end_ = mention.begin;
      while (end_ > 0 && is_joiner(words_[end_ - 1])) --end_;
    }
    bool is_beside = false;
    drop_tail(is_beside);
    scope.is_remote |= is_beside;
    const bool is_market =
        end_ > 0 && !scope.is_remote && kOfMarkets.contains(words_[end_ - 1].folded);
    return scope.codes.empty() || is_market ? TitleScope{} : scope;
  }

 private:
  void drop_tail(bool& is_remote) {
    const auto is_place = [this] { return !mentions_.empty() && mentions_.back().end == end_; };
    while (end_ > 0 && !is_place() && is_tail(words_[end_ - 1])) {
      is_remote |= is_remote_word(words_[end_ - 1].folded);
      --end_;
    }
  }

  static bool is_tail(const Word& word) {
    return kTail.contains(word.folded) || is_remote_word(word.folded) ||
           std::ranges::all_of(word.folded, is_ascii_digit);
  }

  static bool is_joiner(const Word& word) { return word.folded == "or" || word.folded == "and"; }

  Words words_;
  std::vector<Mention> mentions_;
  std::size_t end_;
};

}  // namespace

TitleScope scope_from_title(std::string_view title) { return TitleEnd(title).scope(); }

}  // namespace spearyx::normalize
