#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "model/role.h"

/// The rule `is_one_role` of model/role.h as SQL, put together at compile time.
namespace spearyx::store {

[[nodiscard]] constexpr std::string decimal(std::int64_t number) {
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + number % 10));
    number /= 10;
  } while (number > 0);
  return digits;
}

/// The SQL for one part of the sketch of the posting named `row`.
[[nodiscard]] constexpr std::string sketch_part(std::string_view row, SketchPart part) {
  return "substr(" + std::string(row) + ".role_text, " +
         decimal(static_cast<std::int64_t>(part.begin) + 1) + ", " +
         decimal(static_cast<std::int64_t>(part.size)) + ")";
}

[[nodiscard]] constexpr std::string words_of(std::string_view row) {
  return "CAST(" + sketch_part(row, sketch::kLength) + " AS INTEGER)";
}

/// The SQL for the number of places of a part in which two sketches agree: a comparison for each.
[[nodiscard]] constexpr std::string agreeing_places(SketchPart part, std::string_view a,
                                                    std::string_view b) {
  std::string sum;
  for (std::size_t i = 0; i < part.size; ++i) {
    const SketchPart place{part.begin + i, 1};
    sum += (i == 0 ? "(" : " + (") + sketch_part(a, place) + " = " + sketch_part(b, place) + ")";
  }
  return "(" + sum + ")";
}

/// The SQL for `shares_most` of model/role.cc.
[[nodiscard]] constexpr std::string shares_most(std::string_view a, std::string_view b) {
  const std::string least = "min(" + words_of(a) + ", " + words_of(b) + ")";
  const std::string percent = decimal(likeness::kSharePercent);
  const auto places = static_cast<std::int64_t>(sketch::kWhole.size);
  return agreeing_places(sketch::kWhole, a, b) + " * (100 * (" + words_of(a) + " + " + words_of(b) +
         ") - " + percent + " * " + least + ") >= " + decimal(places * likeness::kSharePercent) +
         " * " + least;
}

[[nodiscard]] constexpr std::string begins_alike(std::string_view a, std::string_view b) {
  return "CASE WHEN min(" + words_of(a) + ", " + words_of(b) + ") < " +
         decimal(likeness::kShortText) + " THEN " + agreeing_places(sketch::kOpening, a, b) +
         " >= " + decimal(likeness::kOpeningPlaces) + " ELSE " +
         agreeing_places(sketch::kHead, a, b) + " >= " + decimal(likeness::kHeadPlaces) + " END";
}

/// The SQL condition that two postings of one key are one role; `a` and `b` are names of tables, or
/// of subqueries, with the columns source_name, board and role_text.
[[nodiscard]] constexpr std::string role_condition(std::string_view a, std::string_view b) {
  const std::string left(a);
  const std::string right(b);
  const std::string one_board = "(" + left + ".board <> '' AND " + left + ".board = " + right +
                                ".board AND " + left + ".source_name = " + right + ".source_name)";
  const std::string same_text = left + ".role_text = " + right + ".role_text";
  const SketchPart first{0, 1};
  return "CASE WHEN " + sketch_part(a, first) + " = '=' OR " + sketch_part(b, first) +
         " = '=' THEN " + same_text + " WHEN " + left + ".role_text = '' OR " + right +
         ".role_text = '' THEN " + one_board + " AND " + same_text + " WHEN NOT " + one_board +
         " AND min(" + words_of(a) + ", " + words_of(b) + ") < " + decimal(likeness::kLeastText) +
         " THEN 0 WHEN " + sketch_part(a, sketch::kNames) + " <> " +
         sketch_part(b, sketch::kNames) + " THEN " + one_board + " AND " +
         sketch_part(a, sketch::kText) + " = " + sketch_part(b, sketch::kText) + " ELSE " +
         shares_most(a, b) + " OR (NOT " + one_board + " AND " + begins_alike(a, b) + ") END";
}

}  // namespace spearyx::store
