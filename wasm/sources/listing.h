#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/posting.h"
#include "model/receipt.h"
#include "normalize/remote/rule.h"

namespace spearyx {

/// The outcome of an element of a listing. A notice is an element that is no posting.
enum class ListingOutcome : std::uint8_t { kKept, kFiltered, kRejected, kDuplicate, kNotice };

/// The outcome of one element, and the reason for it.
struct ListingEntry {
  ListingOutcome outcome = ListingOutcome::kRejected;
  /// The reason, a fixed phrase: that of the receipt, or for a kept posting, the phrase by which it
  /// is remote.
  std::string_view reason{};
  /// The id, "" where the element has none; valid as long as the listing.
  std::string_view id{};
  /// The title as it stands in the page, a JSON value; valid as long as the page.
  std::string_view title{};
  /// The place among the postings of the listing, if it is kept.
  std::size_t posting = 0;
};

/// A kept posting whose source does not state its company, only a slug.
struct UnnamedCompany {
  /// The place among the postings of the listing.
  std::size_t posting = 0;
  /// The beginning of the addresses of all the company's postings at the source.
  std::string address;
};

/// The sum of a board's or a feed's answers: the remote postings, and a reason for every other one.
/// A reader reports the elements one after the other: either that it is no posting, that it is
/// malformed, or its id and then its outcome. So each posting is counted once: kept, filtered,
/// rejected or duplicate.
class Listing {
 public:
  Listing() = default;
  Listing(Listing&&) = default;
  Listing& operator=(Listing&&) = default;

  /// Reports an element that is no posting.
  void skip();
  /// Reports a posting that cannot be read at all.
  void reject_malformed();
  /// Reports the id and the title of a posting, the title as it is written. False where nothing
  /// more is to be reported: it was seen before, or it is rejected because its id is missing or
  /// longer than any source's ids are.
  [[nodiscard]] bool meet(std::string_view id, std::string_view title);
  /// Reports that the reported posting is not for this system, e.g. "location is on-site".
  void filter(std::string_view reason);
  /// Keeps the reported posting and fills in its id. A posting without title or link is rejected
  /// instead. One bad posting never sinks a run, nor does it count as gone.
  void keep(Posting posting);
  /// Keeps the reported posting of a board, with the verdict by which it is remote.
  void keep(Posting posting, const normalize::RemoteVerdict& verdict);
  /// Reports that the company of the reported posting is a guess, if the posting was kept.
  void guess_company(std::string address);
  /// Names the company of a kept posting, whose name was a guess.
  void name_company(std::size_t posting, std::string name) {
    postings_[posting].company = std::move(name);
  }
  /// Counts a soft field of the reported posting that is of another type than expected.
  void count_unknown(std::string_view what) { counts_.unknown.add(what); }

  /// Whether a posting with this id was reported, with any outcome.
  [[nodiscard]] bool has(std::string_view external_id) const { return ids_.contains(external_id); }
  /// Whether a posting of the other listing is in this one too. Ids are unique across the boards of
  /// a source.
  [[nodiscard]] bool overlaps(const Listing& other) const;
  /// Whether every posting of the listing has an id. A posting without one could be any, so nothing
  /// counts as gone then.
  [[nodiscard]] bool is_complete() const { return is_complete_; }
  /// The ids of the rejected postings.
  [[nodiscard]] const std::vector<std::string>& rejected_ids() const { return rejected_ids_; }

  /// The company's own name, where the payload tells it.
  std::string company_name;

  [[nodiscard]] const std::vector<Posting>& postings() const { return postings_; }
  [[nodiscard]] const std::vector<UnnamedCompany>& unnamed() const { return unnamed_; }
  /// The entries, one for each element, in their order.
  [[nodiscard]] const std::vector<ListingEntry>& entries() const { return entries_; }
  /// The part of the receipt that a listing determines: fetched, filtered, rejected, duplicate,
  /// unknown.
  [[nodiscard]] const Receipt& counts() const { return counts_; }
  [[nodiscard]] std::int64_t distinct() const { return static_cast<std::int64_t>(ids_.size()); }

 private:
  void conclude(ListingOutcome outcome, std::string_view reason);
  void reject(std::string_view reason);

  std::vector<Posting> postings_;
  std::vector<UnnamedCompany> unnamed_;
  std::vector<ListingEntry> entries_;
  std::set<std::string, std::less<>> ids_;
  std::vector<std::string> rejected_ids_;
  bool is_complete_ = true;
  Receipt counts_;
};

}  // namespace spearyx
