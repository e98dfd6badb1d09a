#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inspect/payload.h"
#include "model/receipt.h"
#include "sources/listing.h"

namespace spearyx::inspect {

/// What a payload does not tell of itself.
struct Request {
  /// Nothing: detected.
  std::optional<Source> source;
  /// The tag a feed was asked for; "": whichever of its tags a posting has.
  std::string tag;
};

/// "kept", "filtered", "rejected", "duplicate"; "notice" is an element that is no posting.
[[nodiscard]] std::string_view name_of(ListingOutcome outcome);

/// What a sync would do with a payload, posting by posting, were the database empty: the record of the
/// listing that the very reader of its source has filled. Holds views into the payload.
class Inspection {
 public:
  /// Fails as `read_payload` does, or as the reader.
  [[nodiscard]] static Result<Inspection> of(std::string_view text, const Request& request);

  [[nodiscard]] Source source() const { return payload_.source; }
  /// The tags the source is asked for, one per turn; none where it has none.
  [[nodiscard]] std::span<const std::string_view> tags() const;
  /// What became of each element of the payload, in its order.
  [[nodiscard]] const std::vector<ListingEntry>& findings() const { return listing_.entries(); }
  [[nodiscard]] std::string_view text_of(std::size_t index) const {
    return payload_.elements[index];
  }
  /// The posting as its source states it; null where it is not kept.
  [[nodiscard]] const Posting* posting(std::size_t index) const;
  /// Balanced: every kept posting counts as added.
  [[nodiscard]] Receipt receipt() const;

 private:
  Inspection(Payload payload, Listing listing)
      : payload_(std::move(payload)), listing_(std::move(listing)) {}

  Payload payload_;
  Listing listing_;
};

}  // namespace spearyx::inspect
