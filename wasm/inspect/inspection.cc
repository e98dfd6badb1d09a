#include "inspect/inspection.h"

#include <array>
#include <utility>

#include "sources/board.h"
#include "sources/feed.h"
#include "sources/wire.h"

namespace spearyx::inspect {

/// Lever's payloads name their company nowhere but in their links.
struct WireLink {
  std::optional<std::string> hostedUrl;
};

namespace {

constexpr std::string_view kRemoteOnly = "the source lists remote work only";

std::string slug_of(std::string_view posting) {
  WireLink link;
  if (!wire::read_one(link, posting) || !link.hostedUrl) return {};
  // Behind the host, be it jobs.lever.co or jobs.eu.lever.co.
  constexpr std::string_view kHost = ".lever.co/";
  const std::size_t host = link.hostedUrl->find(kHost);
  if (host == std::string::npos) return {};
  const std::string slug = link.hostedUrl->substr(host + kHost.size());
  return slug.substr(0, slug.find('/'));
}

/// The reason that counts one more than before.
std::string counted(const ReasonCounts& before, const ReasonCounts& after) {
  for (std::size_t i = 0; i < after.entries().size(); ++i) {
    const bool is_new = i >= before.entries().size();
    const auto& [reason, count] = after.entries()[i];
    if (is_new || count > before.entries()[i].count) return reason;
  }
  return {};
}

}  // namespace

std::string_view name_of(Outcome outcome) {
  constexpr std::array<std::string_view, 5> kNames{"kept", "filtered", "rejected", "duplicate",
                                                   "notice"};
  return kNames[static_cast<std::size_t>(outcome)];
}

Result<Inspection> Inspection::of(std::string_view text, const Request& request) {
  auto payload = read_payload(text, request.source);
  if (!payload) return std::unexpected(std::move(payload.error()));
  Inspection inspection(*std::move(payload), request);
  inspection.read_all();
  return inspection;
}

Inspection::Inspection(Payload payload, Request request)
    : payload_(std::move(payload)), request_(std::move(request)) {
  company_.source = payload_.source;
}

void Inspection::read_all() {
  findings_.reserve(payload_.postings.size());
  for (const std::string_view posting : payload_.postings) {
    if (company_.slug.empty()) company_.slug = slug_of(posting);
    findings_.push_back(read(posting));
  }
}

Finding Inspection::read(std::string_view posting) {
  const Receipt before = listing_.counts();
  const std::size_t kept = listing_.postings().size();
  read_into(listing_, posting);
  const Receipt& after = listing_.counts();
  if (listing_.postings().size() > kept) {
    const std::string_view reason = listing_.postings()[kept].remote_reason;
    return {Outcome::kKept, std::string(reason.empty() ? kRemoteOnly : reason), kept};
  }
  if (after.duplicate > before.duplicate) return {Outcome::kDuplicate, "id was seen before", 0};
  std::string filtered = counted(before.filtered, after.filtered);
  if (!filtered.empty()) return {Outcome::kFiltered, std::move(filtered), 0};
  std::string rejected = counted(before.rejected, after.rejected);
  if (!rejected.empty()) return {Outcome::kRejected, std::move(rejected), 0};
  return {Outcome::kNotice, "not a posting", 0};
}

void Inspection::read_into(Listing& listing, std::string_view posting) const {
  const std::string page = payload_of(source(), posting);
  if (info(source()).has_boards) {
    (void)board_source(source()).read_page(page, company_, listing);
  } else {
    (void)feed_source(source()).read_page(page, {.tag = tag_for(page), .position = {}}, listing);
  }
}

/// Each posting of a tagged feed passes for a tag that it has.
std::string_view Inspection::tag_for(std::string_view page) const {
  if (!request_.tag.empty()) return request_.tag;
  for (const std::string_view tag : tags()) {
    Listing alone;
    (void)feed_source(source()).read_page(page, {.tag = tag, .position = {}}, alone);
    if (alone.counts().filtered.total() == 0) return tag;
  }
  return tags().empty() ? std::string_view() : tags().front();
}

std::span<const std::string_view> Inspection::tags() const {
  if (info(source()).has_boards) return {};
  return feed_source(source()).tags;
}

const Posting* Inspection::posting(std::size_t index) const {
  const Finding& finding = findings_[index];
  return finding.outcome == Outcome::kKept ? &listing_.postings()[finding.kept_index] : nullptr;
}

Receipt Inspection::receipt() const {
  Receipt receipt = listing_.counts();
  receipt.added = static_cast<std::int64_t>(listing_.postings().size());
  return receipt;
}

}  // namespace spearyx::inspect
