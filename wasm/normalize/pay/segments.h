#pragma once

#include <cstddef>
#include <string_view>

/// The segments of texts about money: lines, the parts that marks cut them into ("|", "·", "•", a
/// slash between spaces), sentences and clauses.
namespace spearyx::normalize {

inline constexpr std::size_t kWindow = 160;  // bytes that are read on either side of an amount

/// The part of a line that an amount stands in.
struct Segment {
  std::string_view before;
  std::string_view after;
  bool is_cut_off = false;  // goes on beyond what is read
};

[[nodiscard]] Segment segment_around(std::string_view text, std::size_t begin, std::size_t end);

/// The text that leads up to an amount.
struct Lead {
  std::string_view text;
  /// Whether it stands above the amount, or on the other side of a mark.
  bool is_label = false;
};

/// The lead of an amount: the sentence before it, or where the amount begins its segment, the label
/// before that.
[[nodiscard]] Lead lead_up_to(std::string_view text, std::size_t begin);

/// The label on the line before the one at `at`; "" where that is none.
[[nodiscard]] std::string_view heading_before(std::string_view text, std::size_t at);

/// The size of a note in parentheses right behind an amount, "(USD)" or "(gross)"; 0 for none.
[[nodiscard]] std::size_t note_size(std::string_view after);

/// The clause behind the amount, with the note that may stand between.
[[nodiscard]] std::string_view clause_behind(std::string_view text, std::size_t end);

}  // namespace spearyx::normalize
