#pragma once

#include <cstddef>

#include "inspect/inspection.h"
#include "support/error.h"
#include "support/json.h"

/// The documents that the inspector shows. Times are unix seconds; unknown values are null.
namespace spearyx::inspect {

/// The overview:
/// `{"source","sourceName","tags","receipt","postings":[{"outcome","reason","id","title",…}]}`, a
/// posting that is kept with everything that is derived from it but its texts. `scopeReason` is
/// `{"field","words","passedOver"}`: the words that its scope stands in, and those that were passed
/// over.
[[nodiscard]] Json overview(const Inspection& inspection);

/// The texts of one posting:
/// `{"raw","location","before","after","summary","amounts":[{"words","passedOver"}]}`. `raw` is its
/// JSON as it came, `location` the place that the JSON states, whatever the outcome; null where it
/// states none. The next three are its description as stated, cleansed as HTML, and its first words;
/// null where the posting is not kept. `amounts` are those of its fields, then of its text and title,
/// each with the reason why it is not the pay; null for the pay.
[[nodiscard]] Json detail(const Inspection& inspection, std::size_t index);

/// The document of an error: `{"error":{"code","message","detail"}}`.
[[nodiscard]] Json failure(const Error& error);

}  // namespace spearyx::inspect
