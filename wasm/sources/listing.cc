#include "sources/listing.h"

#include <algorithm>
#include <utility>

#include "normalize/text/text.h"
#include "normalize/text/web_url.h"

namespace spearyx {
namespace {

constexpr std::size_t kMaxIdBytes = 512;
constexpr std::string_view kRemoteOnly = "the source lists remote work only";

}  // namespace

void Listing::skip() {
  entries_.push_back({.outcome = ListingOutcome::kNotice, .reason = "not a posting"});
}

void Listing::reject_malformed() {
  ++counts_.fetched;
  entries_.emplace_back();
  reject("posting is malformed");
}

bool Listing::meet(std::string_view id, std::string_view title) {
  ++counts_.fetched;
  entries_.push_back({.title = title});
  if (id.empty() || id.size() > kMaxIdBytes) {
    reject(id.empty() ? "id is missing" : "id is too long");
    return false;
  }
  const auto [place, is_new] = ids_.emplace(id);
  entries_.back().id = *place;
  if (is_new) return true;
  ++counts_.duplicate;
  conclude(ListingOutcome::kDuplicate, "id was seen before");
  return false;
}

void Listing::filter(std::string_view reason) {
  counts_.filtered.add(reason);
  conclude(ListingOutcome::kFiltered, reason);
}

void Listing::keep(Posting posting) {
  if (normalize::fold_whitespace(posting.title).empty()) return reject("title is missing");
  if (!normalize::is_web_url(posting.url)) return reject("link is missing");
  conclude(ListingOutcome::kKept,
           posting.remote_reason.empty() ? kRemoteOnly : posting.remote_reason);
  entries_.back().posting = postings_.size();
  posting.external_id = entries_.back().id;
  postings_.push_back(std::move(posting));
}

void Listing::guess_company(std::string address) {
  if (entries_.back().outcome != ListingOutcome::kKept) return;
  unnamed_.push_back({.posting = postings_.size() - 1, .address = std::move(address)});
}

void Listing::keep(Posting posting, const normalize::RemoteVerdict& verdict) {
  posting.remote_reason = verdict.reason;
  posting.is_remote_by_field = verdict.is_by_field;
  keep(std::move(posting));
}

void Listing::conclude(ListingOutcome outcome, std::string_view reason) {
  entries_.back().outcome = outcome;
  entries_.back().reason = reason;
}

void Listing::reject(std::string_view reason) {
  counts_.rejected.add(reason);
  conclude(ListingOutcome::kRejected, reason);
  const std::string_view id = entries_.back().id;
  if (id.empty()) {
    is_complete_ = false;
  } else {
    rejected_ids_.emplace_back(id);
  }
}

bool Listing::overlaps(const Listing& other) const {
  return std::ranges::any_of(ids_,
                             [&other](const std::string& id) { return other.ids_.contains(id); });
}

}  // namespace spearyx
