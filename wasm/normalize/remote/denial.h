#pragma once

#include <span>
#include <string_view>

#include "model/posting.h"
#include "normalize/text/words.h"

/// Denials: a posting's own words that keep it out although its fields call it remote. A reason is
/// a fixed phrase, the key of the receipt's counts.
namespace spearyx::normalize {

/// A sentence's denial that the work is remote.
struct Denial {
  /// The reason: "text says on-site" or "text says hybrid"; "" for none.
  std::string_view reason;
  /// Whether the sentence speaks of this very position. Otherwise it is a hint: "3 days a week in
  /// the office", "On-site, Berlin", "#LI-Hybrid".
  bool is_outright = false;
};

/// The denial in one sentence, or line, of a description. A choice ("remote or hybrid"), an
/// occasion ("on-site twice a year"), a limit to places ("no remote work in NY") and other people's
/// offices deny nothing.
[[nodiscard]] Denial denial_in(std::span<const Word> sentence);

/// The reason for which a posting is not for this system; "" where it is. A title counts that
/// offers no job at all ("Talent Pool"). Where the source lists remote work only, a title or a
/// location counts with a word for another place of work. In the text an outright denial counts
/// whatever the fields say, and a hint where nothing but a feed's name for remote work speaks for
/// the posting.
[[nodiscard]] std::string_view denial_of(const Posting& posting, const Denial& by_text);

}  // namespace spearyx::normalize
