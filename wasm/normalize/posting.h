#pragma once

#include <string>
#include <string_view>

#include "model/posting.h"
#include "normalize/category/category.h"
#include "normalize/pay/pay.h"

namespace spearyx::normalize {

/// Raised when what is made of a posting changes, which postings are kept included: boards are then
/// read again at their next turn, changed or not; a feed's postings are derived anew when they are
/// met again.
inline constexpr std::string_view kDerivation = "8";

/// The description as HTML, whatever it comes wrapped in, past `plain_html`.
[[nodiscard]] std::string description_html(const Posting& posting);

/// Hash over what the source states about a posting, and how, in 16 hex digits. Two postings with
/// the same hash lead to the same row, so an unchanged one needs no further work at all.
[[nodiscard]] std::string content_hash(const Posting& posting);

/// Where the scope of a posting was read.
struct ScopeEvidence {
  /// "countries", "country", "location", "offices", "title" or "description"; "" where nothing says it.
  std::string_view field;
  /// The words that say it there, or the names that the field lists.
  std::string words;
  /// What another field says that did not count, with its name: "location: Berlin"; "" where none does.
  std::string passed_over;
};

/// Everything that is derived from a posting: tidied texts, category, salary, scope and summary.
struct NormalizedJob {
  Job job;
  /// The description was cut to what a row can hold, and says so at its end.
  bool is_truncated = false;
  /// The term of the vocabulary that decided the category; "" where nothing did.
  std::string_view category_term;
  ScopeEvidence scope_evidence;
  /// Why it is not for this system after all, a reason of the receipt: its own text calls it hybrid or
  /// on-site, or no job at all. "" where it is.
  std::string_view denial;
  PayOrigin pay_origin = PayOrigin::kNone;
};

/// What was read as pay goes into `trace`, if there is one.
[[nodiscard]] NormalizedJob to_job(const Posting& posting, std::string content_hash,
                                   const Categoriser& categoriser, PayTrace* trace = nullptr);

}  // namespace spearyx::normalize
