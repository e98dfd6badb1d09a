#pragma once

#include <span>
#include <string_view>

#include "model/posting.h"
#include "normalize/text/words.h"

/// What keeps a posting out that passes for remote by its fields: its own words. A reason is a fixed
/// phrase, the key of the receipt's counts.
namespace spearyx::normalize {

/// How a sentence denies that the work is remote.
struct Denial {
  /// "text says on-site" or "text says hybrid"; "" for none.
  std::string_view reason;
  /// It speaks of this very position. Otherwise it is a hint: "3 days a week in the office", "On-site:
  /// Berlin", "#LI-Hybrid".
  bool is_outright = false;
};

/// What one sentence, or line, of a description denies. A choice ("remote or hybrid"), an occasion ("on-site
/// twice a year"), a limit to places ("no remote work in NY") and other people's offices deny nothing.
[[nodiscard]] Denial denial_in(std::span<const Word> sentence);

/// Why a posting is not for this system; "" where it is. Title: no job at all ("Talent Pool"), or, where
/// the source lists remote work only, a word for another place of work; likewise its location. Text: an
/// outright denial counts whatever the fields say, a hint where nothing but a feed's name for remote
/// work speaks for it.
[[nodiscard]] std::string_view denial_of(const Posting& posting, const Denial& by_text);

}  // namespace spearyx::normalize
