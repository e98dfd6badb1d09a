#pragma once

#include <cstddef>

#include "inspect/inspection.h"
#include "support/error.h"
#include "support/json.h"

/// What the inspector shows, as documents. Times are unix seconds; what is unknown is null.
namespace spearyx::inspect {

/// `{"source","sourceName","tags","receipt","postings":[{"outcome","reason","id","title",…}]}`, a
/// posting that is read to its end with everything that is derived from it but its texts. `scopeReason`
/// is `{"field","words","passedOver"}`: where its scope stands, and what else was said.
[[nodiscard]] Json overview(const Inspection& inspection);

/// The texts of one posting: `{"raw","before","after","summary","amounts":[{"words","passedOver"}]}`.
/// `raw` is its JSON as it came; the next three, null where it is not kept, are its description as
/// stated, cleansed as HTML, and its first words. `amounts` are those of its fields, then of
/// its text and title, and why each is not its pay; null for the pay.
[[nodiscard]] Json detail(const Inspection& inspection, std::size_t index);

/// `{"error":{"code","message","detail"}}`
[[nodiscard]] Json failure(const Error& error);

}  // namespace spearyx::inspect
