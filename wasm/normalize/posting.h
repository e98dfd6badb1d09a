#pragma once

#include <string>
#include <string_view>

#include "model/posting.h"
#include "normalize/category/category.h"
#include "normalize/pay/pay.h"

namespace spearyx::normalize {

/// The version of the derivation, raised when the rows made of postings change, or the choice of
/// postings that are kept. Boards are then read again at their next turn, changed or not; a feed's
/// postings are derived anew when they are met again.
inline constexpr std::string_view kDerivation = "11";

/// The description as HTML, unwrapped from whatever it comes in, past `plain_html`.
[[nodiscard]] std::string description_html(const Posting& posting);

/// The hash over a posting as its source states it, 16 hex digits. Two postings with the same hash
/// lead to the same row, so an unchanged one needs no further work at all.
[[nodiscard]] std::string content_hash(const Posting& posting);

/// The place where the scope of a posting was read.
struct ScopeEvidence {
  /// The field: "countries", "country", "location", "offices", "title" or "description"; "" where
  /// none states a scope.
  std::string_view field;
  /// The words that state the scope, or the names that the field lists.
  std::string words;
  /// The words of another field that did not count, with the field's name: "location: Berlin"; ""
  /// where there are none.
  std::string passed_over;
};

/// Everything that is derived from a posting: tidied texts, category, salary, scope and summary.
struct NormalizedJob {
  Job job;
  /// Whether the description was cut to what a row can hold; its end then says so.
  bool is_truncated = false;
  /// The term of the vocabulary that decided the category; "" where nothing did.
  std::string_view category_term;
  ScopeEvidence scope_evidence;
  /// The reason, one of the receipt, for which the posting is not for this system after all: its
  /// own text calls it hybrid or on-site, or no job at all. "" where it is.
  std::string_view denial;
  PayOrigin pay_origin = PayOrigin::kNone;
};

/// Derives the job of a posting. Everything that was read as pay goes into `trace`, if there is
/// one.
[[nodiscard]] NormalizedJob to_job(const Posting& posting, std::string content_hash,
                                   const Categoriser& categoriser, PayTrace* trace = nullptr);

}  // namespace spearyx::normalize
