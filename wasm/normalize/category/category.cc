#include "normalize/category/category.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "normalize/category/terms.h"
#include "normalize/category/words.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

/// A term found in a text, by the position of its first word.
struct Match {
  const Term* term;
  std::size_t begin;
  [[nodiscard]] constexpr std::size_t end() const { return begin + term->words; }
};

constexpr bool is_field(TermKind kind) {
  return kind == TermKind::kField || kind == TermKind::kWeakField;
}

/// Whether a role is that of a developer, who programs even in the field of the cloud, or for a
/// help desk.
constexpr bool is_developer(std::string_view role) {
  return role.starts_with("develop") || role.starts_with("entwickl") || role.starts_with("desar") ||
         role.starts_with("desenv") || role.starts_with("program");
}

/// Whether the role belongs to the field: data, infrastructure, support and sales have engineers
/// and architects of their own, data and sales also developers; those of design, marketing or
/// finance program.
constexpr bool claims(const Match& field, const Match& role) {
  const int id = field.term->category_id;
  const bool is_strong = field.term->kind == TermKind::kField;
  const bool has_engineers = id == 5 || id == 6 || (is_strong && (id == 7 || id == 8));
  const bool has_developers = id == 5 || id == 8;
  return role.term->category_id == 1 && role.begin == field.end() && is_field(field.term->kind) &&
         has_engineers && (has_developers || !is_developer(role.term->text));
}

/// Whether a profession only qualifies the field of the head after it: "Developer marketing
/// manager".
constexpr bool is_qualifier(const Match& role, const Match& field, const Match& head) {
  return role.end() == field.begin && field.end() == head.begin &&
         field.term->kind == TermKind::kField && head.term->kind == TermKind::kHead;
}

/// The part of a title between two hard boundaries.
class TitleSegment {
 public:
  void clear() { matches_.clear(); }

  /// The word behind the last one read.
  void extend(std::size_t end) { end_ = end; }

  /// Adds a match. A longer phrase hides those inside it: in "sales engineer" there is no engineer.
  void add(Match match) {
    while (!matches_.empty() && matches_.back().begin >= match.begin) matches_.pop_back();
    matches_.push_back(match);
  }

  [[nodiscard]] const Term* last(TermKind kind) const { return last_before(kind, SIZE_MAX); }

  /// The last profession, or the field that makes it one of its own.
  [[nodiscard]] const Term* role() const {
    const auto is_role = [](const Match& m) { return m.term->kind == TermKind::kRole; };
    const auto last_role = std::find_if(matches_.rbegin(), matches_.rend(), is_role).base();
    if (last_role == matches_.begin()) return nullptr;
    const auto role = last_role - 1;
    if (role != matches_.begin() && claims(*(role - 1), *role)) return (role - 1)->term;
    if (matches_.end() - role > 2 && is_qualifier(role[0], role[1], role[2])) return role[1].term;
    return role->term;
  }

  /// The field of the general head: the nearest one before the last head, else the last one after
  /// it ("head of email marketing"). A weak field before an unknown noun says nothing: "mobile
  /// diesel mechanic".
  [[nodiscard]] const Term* field() const {
    for (const TermKind kind : {TermKind::kField, TermKind::kWeakField}) {
      if (const Term* before = last_before(kind, last_head())) return before;
      const Term* const after = last(kind);
      if (after != nullptr && (last(TermKind::kHead) || !may_be_of_any_trade(*after))) return after;
    }
    return nullptr;
  }

 private:
  [[nodiscard]] const Term* last_before(TermKind kind, std::size_t end) const {
    const auto is_it = [&](const Match& m) { return m.term->kind == kind && m.end() <= end; };
    const auto found = std::find_if(matches_.rbegin(), matches_.rend(), is_it);
    return found == matches_.rend() ? nullptr : found->term;
  }

  /// Whether a term is "mobile", "system" or the like, with more words behind it.
  [[nodiscard]] bool may_be_of_any_trade(const Term& term) const {
    return term.kind == TermKind::kWeakField && term.category_id == 1 &&
           matches_.back().end() != end_;
  }

  [[nodiscard]] std::size_t last_head() const {
    std::size_t position = 0;
    for (const Match& match : matches_) {
      if (match.term->kind == TermKind::kHead) position = match.begin;
    }
    return position;
  }

  std::vector<Match> matches_;
  std::size_t end_ = 0;
};

/// The bytes of a title that are read: a title tells its subject early, and the bound keeps hostile
/// ones cheap.
constexpr std::size_t kMaxTitleBytes = 512;

/// Reads a title from left to right, segment by segment, until one settles the category.
class TitleJudge {
 public:
  explicit TitleJudge(const PhraseAutomaton& phrases) : phrases_(phrases) {}

  /// The term that decides; null where the title says nothing.
  [[nodiscard]] const Term* judge(std::string_view title) {
    for (WordReader words(truncate_utf8(title, kMaxTitleBytes)); words.next(); ++position_) {
      if (words.before() == Boundary::kHard) {
        if (const Term* term = close_segment()) return term;
      }
      if (words.before() == Boundary::kSoft) soft_boundary_ = position_;
      state_ = phrases_.step(state_, words.word());
      if (is_at_soft_boundary()) {
        if (const Term* term = verdict()) return term;
      }
      note(phrases_.match(state_));
    }
    if (const Term* term = close_segment()) return term;
    return field_ != nullptr ? field_ : head_;
  }

 private:
  /// True once no phrase in progress can reach across the last soft boundary.
  [[nodiscard]] bool is_at_soft_boundary() {
    const std::size_t phrase_begin = position_ + 1 - phrases_.depth(state_);
    if (!soft_boundary_ || phrase_begin < *soft_boundary_) return false;
    soft_boundary_.reset();
    return true;
  }

  void note(const Term* term) {
    if (term == nullptr) return;
    segment_.add({term, position_ + 1 - term->words});
  }

  [[nodiscard]] const Term* verdict() const {
    if (const Term* role = segment_.role()) return role;
    const bool has_head = seen_head_ || segment_.last(TermKind::kHead) != nullptr;
    return has_head ? segment_.field() : nullptr;
  }

  /// The verdict on the segment; without one, what it leaves to those after it.
  [[nodiscard]] const Term* close_segment() {
    segment_.extend(position_);
    const Term* const decided = verdict();
    const Term* const head = segment_.last(TermKind::kHead);
    const Term* const field = segment_.field();
    seen_head_ = seen_head_ || head != nullptr;
    if (head_ == nullptr && head != nullptr && head->category_id != 0) head_ = head;
    if (field_ == nullptr || (field != nullptr && field->kind > field_->kind)) field_ = field;
    segment_.clear();
    soft_boundary_.reset();
    state_ = PhraseAutomaton::kStart;
    return decided;
  }

  const PhraseAutomaton& phrases_;
  PhraseAutomaton::State state_ = PhraseAutomaton::kStart;
  std::size_t position_ = 0;
  std::optional<std::size_t> soft_boundary_;
  TitleSegment segment_;
  bool seen_head_ = false;
  const Term* head_ = nullptr;
  const Term* field_ = nullptr;
};

/// Counts votes by category; of equals the first wins.
class Ballot {
 public:
  void vote(const Term& term, int weight) {
    const auto id = static_cast<std::size_t>(term.category_id);
    if (votes_[id] == 0) first_[id] = {&term, order_++};
    votes_[id] += weight;
  }

  [[nodiscard]] bool has_votes(const Term& term) const {
    return votes_[static_cast<std::size_t>(term.category_id)] > 0;
  }

  [[nodiscard]] const Term* winner() const {
    std::size_t best = 0;
    for (std::size_t id = 1; id < votes_.size(); ++id) {
      const bool is_tie = votes_[id] == votes_[best] && votes_[id] > 0;
      if (votes_[id] > votes_[best] || (is_tie && first_[id].order < first_[best].order)) best = id;
    }
    return first_[best].term;
  }

 private:
  struct First {
    const Term* term = nullptr;
    int order = 0;
  };

  std::array<int, kCategories.size() + 1> votes_{};
  std::array<First, kCategories.size() + 1> first_{};
  int order_ = 0;
};

bool says_more_than_a_head(const Term* term) {
  return term != nullptr && term->kind > TermKind::kHead;
}

const Term* judge_tags(const PhraseAutomaton& phrases, std::span<const std::string_view> tags) {
  Ballot ballot;
  for (const std::string_view tag : tags) {
    const Term* const term = TitleJudge(phrases).judge(tag);
    if (!says_more_than_a_head(term)) continue;
    ballot.vote(*term, static_cast<int>(term->kind) - static_cast<int>(TermKind::kHead));
  }
  return ballot.winner();
}

/// Reads running text: a profession, or a field right before a general head ("sales
/// representative"), says more about the job than a field that is merely mentioned.
Ballot read_description(const PhraseAutomaton& phrases, std::string_view description) {
  constexpr int kNamesAJob = 3;
  constexpr int kMentionsAField = 1;
  Ballot ballot;
  PhraseAutomaton::State state = PhraseAutomaton::kStart;
  std::optional<Match> field;
  std::size_t position = 0;
  for (WordReader words(description); words.next(); ++position) {
    if (words.before() == Boundary::kHard) state = PhraseAutomaton::kStart;
    state = phrases.step(state, words.word());
    const Term* const term = phrases.match(state);
    if (term == nullptr || term->category_id == kOtherCategory) continue;
    const Match match{term, position + 1 - term->words};
    const bool follows_field = field && field->end() == match.begin;
    if (term->kind == TermKind::kRole) ballot.vote(*term, kNamesAJob);
    if (term->kind == TermKind::kField) ballot.vote(*term, kMentionsAField);
    if (term->kind == TermKind::kHead && follows_field) ballot.vote(*field->term, kNamesAJob);
    if (is_field(term->kind)) field = match;
  }
  return ballot;
}

/// The category of the text. Labels only add to it, because sources set them so that a posting is
/// found.
const Term* judge_description(const PhraseAutomaton& phrases, std::string_view description,
                              std::span<const std::string_view> labels) {
  Ballot ballot = read_description(phrases, description);
  for (const std::string_view label : labels) {
    const Term* const term = TitleJudge(phrases).judge(label);
    if (term != nullptr && term->category_id > 0 && ballot.has_votes(*term)) ballot.vote(*term, 1);
  }
  return ballot.winner();
}

}  // namespace

const Category& category_with(std::int64_t id) {
  const bool is_known = id >= 1 && std::cmp_less_equal(id, kCategories.size());
  return kCategories[static_cast<std::size_t>(is_known ? id : kOtherCategory) - 1];
}

Categoriser::Categoriser() : phrases_(term_groups()) {}

CategoryVerdict Categoriser::categorise(std::string_view title, const CategoryHints& hints) const {
  const Term* const by_title = TitleJudge(phrases_).judge(title);
  const Term* term = by_title;
  if (!says_more_than_a_head(term)) term = judge_tags(phrases_, hints.departments);
  if (term == nullptr) term = judge_description(phrases_, hints.plain_description, hints.labels);
  if (term == nullptr) term = by_title;
  if (term == nullptr) return {};
  return {.category_id = term->category_id, .term = term->text};
}

}  // namespace spearyx::normalize
