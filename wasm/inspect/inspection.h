#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inspect/payload.h"
#include "model/company.h"
#include "model/receipt.h"
#include "normalize/category.h"
#include "sources/listing.h"

namespace spearyx::inspect {

/// What a payload does not tell of itself.
struct Request {
  /// Nothing: detected.
  std::optional<Source> source;
  /// The tag a feed was asked for; "": whichever of our tags a posting has.
  std::string tag;
};

enum class Outcome : std::uint8_t { kKept, kFiltered, kRejected, kDuplicate, kNotice };

/// "kept", "filtered", "rejected", "duplicate"; "notice" is an element that is no posting.
[[nodiscard]] std::string_view name_of(Outcome outcome);

/// What a sync does with one posting, and why.
struct Finding {
  Outcome outcome = Outcome::kNotice;
  /// A reason of the receipt; for a kept posting, what says that it is remote.
  std::string reason;
  /// Where it is among the postings of the listing, if it is kept.
  std::size_t kept_index = 0;
};

/// What a sync would do with a payload, posting by posting, were the database empty. The postings
/// go through the very reader of their source one by one; what becomes of each is the difference it
/// makes to the listing. Holds views into the payload.
class Inspection {
 public:
  /// Fails as `read_payload` does.
  [[nodiscard]] static Result<Inspection> of(std::string_view text, const Request& request);

  [[nodiscard]] Source source() const { return payload_.source; }
  /// The tags the source is asked for, one per turn; none where it has none.
  [[nodiscard]] std::span<const std::string_view> tags() const;
  /// One for each element of the payload, in its order.
  [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }
  [[nodiscard]] std::string_view text_of(std::size_t index) const {
    return payload_.postings[index];
  }
  /// The posting as its source states it; null where it is not kept.
  [[nodiscard]] const Posting* posting(std::size_t index) const;
  /// Balanced: every kept posting counts as added.
  [[nodiscard]] Receipt receipt() const;

 private:
  Inspection(Payload payload, Request request);

  void read_all();
  [[nodiscard]] Finding read(std::string_view posting);
  void read_into(Listing& listing, std::string_view posting) const;
  [[nodiscard]] std::string_view tag_for(std::string_view page) const;

  Payload payload_;
  Request request_;
  Company company_;
  Listing listing_;
  std::vector<Finding> findings_;
};

}  // namespace spearyx::inspect
