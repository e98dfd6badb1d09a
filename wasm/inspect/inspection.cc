#include "inspect/inspection.h"

#include <array>

#include "model/company.h"
#include "normalize/company/board_reference.h"
#include "sources/reader.h"

namespace spearyx::inspect {
namespace {

Result<Listing> read(std::string_view text, const Company& company, const Request& request) {
  Listing listing;
  if (info(company.source).has_boards()) {
    const auto read = board_reader(company.source).read_page(text, company, listing);
    if (!read) return std::unexpected(read.error());
  } else {
    const auto read =
        feed_reader(company.source).read_page(text, {.tag = request.tag, .position = {}}, listing);
    if (!read) return std::unexpected(read.error());
  }
  return listing;
}

/// The slug of the board in the postings' links, for payloads that do not name their company.
std::string slug_in(const Listing& listing, Source source) {
  for (const Posting& posting : listing.postings()) {
    std::string slug = normalize::shown_slug(source, posting.url);
    if (!slug.empty()) return slug;
  }
  return {};
}

}  // namespace

std::string_view name_of(ListingOutcome outcome) {
  constexpr std::array<std::string_view, 5> kNames{"kept", "filtered", "rejected", "duplicate",
                                                   "notice"};
  return kNames[static_cast<std::size_t>(outcome)];
}

Result<Inspection> Inspection::of(std::string_view text, const Request& request) {
  auto payload = read_payload(text, request.source);
  if (!payload) return std::unexpected(std::move(payload.error()));
  Company company;
  company.source = payload->source;
  auto listing = read(text, company, request);
  if (!listing) return std::unexpected(std::move(listing.error()));
  company.slug = slug_in(*listing, payload->source);
  if (!company.slug.empty()) listing = read(text, company, request);
  if (!listing) return std::unexpected(std::move(listing.error()));
  return Inspection(*std::move(payload), *std::move(listing));
}

std::span<const std::string_view> Inspection::tags() const {
  if (info(source()).has_boards()) return {};
  return feed_reader(source()).tags;
}

const Posting* Inspection::posting(std::size_t index) const {
  const ListingEntry& entry = listing_.entries()[index];
  return entry.outcome == ListingOutcome::kKept ? &listing_.postings()[entry.posting] : nullptr;
}

Receipt Inspection::receipt() const {
  Receipt receipt = listing_.counts();
  receipt.added = std::ssize(listing_.postings());
  return receipt;
}

}  // namespace spearyx::inspect
