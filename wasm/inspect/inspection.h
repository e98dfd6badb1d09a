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

/// The facts about a payload that it does not tell itself.
struct Request {
  /// The source; detected where there is none.
  std::optional<Source> source;
  /// The tag that a feed was asked for; "" for any of its tags.
  std::string tag;
};

/// The name of an outcome: "kept", "filtered", "rejected", "duplicate"; "notice" is an element that
/// is no posting.
[[nodiscard]] std::string_view name_of(ListingOutcome outcome);

/// The result of a sync of one payload on an empty database, posting by posting: the record of the
/// listing that the reader of its source has filled. Holds views into the payload.
class Inspection {
 public:
  /// Inspects a payload. Fails as `read_payload` does, or as the reader.
  [[nodiscard]] static Result<Inspection> of(std::string_view text, const Request& request);

  [[nodiscard]] Source source() const { return payload_.source; }
  /// The tags the source is asked for, one per turn; none where it has none.
  [[nodiscard]] std::span<const std::string_view> tags() const;
  /// The outcome of each element of the payload, in its order.
  [[nodiscard]] const std::vector<ListingEntry>& findings() const { return listing_.entries(); }
  [[nodiscard]] std::string_view text_of(std::size_t index) const {
    return payload_.elements[index];
  }
  /// The posting as its source states it; null where it is not kept.
  [[nodiscard]] const Posting* posting(std::size_t index) const;
  /// The receipt, which balances: every kept posting counts as added.
  [[nodiscard]] Receipt receipt() const;

 private:
  Inspection(Payload payload, Listing listing)
      : payload_(std::move(payload)), listing_(std::move(listing)) {}

  Payload payload_;
  Listing listing_;
};

}  // namespace spearyx::inspect
