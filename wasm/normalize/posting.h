#pragma once

#include <string>
#include <string_view>

#include "model/posting.h"
#include "normalize/category.h"

namespace spearyx::normalize {

/// Raised when what is made of a posting changes, which postings are kept included: boards are then
/// read again at their next turn, changed or not; a feed's postings are derived anew when they are
/// met again.
inline constexpr std::string_view kDerivation = "6";

/// The description as HTML, whatever it comes wrapped in, past `plain_html`.
[[nodiscard]] std::string description_html(const Posting& posting);

/// Hash over what the source states about a posting, and how, in 16 hex digits. Two postings with
/// the same hash lead to the same row, so an unchanged one needs no further work at all.
[[nodiscard]] std::string content_hash(const Posting& posting);

/// Everything that is derived from a posting: tidied texts, category, salary, scope and summary.
struct NormalizedJob {
  Job job;
  /// The description was cut to what a row can hold, and says so at its end.
  bool is_truncated = false;
  /// The term of the vocabulary that decided the category; "" where nothing did.
  std::string_view category_term;
};

[[nodiscard]] NormalizedJob to_job(const Posting& posting, std::string content_hash,
                                   const Categoriser& categoriser);

}  // namespace spearyx::normalize
