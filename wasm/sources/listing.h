#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/posting.h"
#include "model/receipt.h"
#include "normalize/remote/rule.h"

namespace spearyx {

/// What becomes of an element of a listing. A notice is one that is no posting.
enum class ListingOutcome : std::uint8_t { kKept, kFiltered, kRejected, kDuplicate, kNotice };

/// What became of one element, and why.
struct ListingEntry {
  ListingOutcome outcome = ListingOutcome::kRejected;
  /// A fixed phrase: a reason of the receipt; for a kept posting, what says that it is remote.
  std::string_view reason{};
  /// "" where the element has none; valid as long as the listing.
  std::string_view id{};
  /// Where the title stands in the page, a JSON value; no longer valid than the page.
  std::string_view title{};
  /// The place among the postings of the listing, if it is kept.
  std::size_t posting = 0;
};

/// What the answers of one board or feed add up to: the remote postings, and a reason for every other
/// one. A reader tells the listing of one element after the other, of each either that it is no posting,
/// that it is malformed, or its id and then what becomes of it. So each posting is counted once: kept,
/// filtered, rejected or duplicate.
class Listing {
 public:
  Listing() = default;
  Listing(Listing&&) = default;
  Listing& operator=(Listing&&) = default;

  /// An element that is no posting.
  void skip();
  /// A posting that cannot be read at all.
  void reject_malformed();
  /// A posting with this id and title, the latter as it is written. False where nothing more is to be
  /// told of it: it was seen before, or it is rejected because its id is missing or longer than any
  /// source's ids are.
  [[nodiscard]] bool meet(std::string_view id, std::string_view title);
  /// The posting that was met is not for this system, e.g. "location is on-site".
  void filter(std::string_view reason);
  /// The posting that was met is one of those looked for; its id is filled in. Rejected where it has no
  /// title or no link. One bad posting never sinks a run, nor does it count as gone.
  void keep(Posting posting);
  /// The same of a posting of a board, with the verdict by which it is remote.
  void keep(Posting posting, const normalize::RemoteVerdict& verdict);
  /// A soft field of the posting that was met is of another type than expected.
  void count_unknown(std::string_view what) { counts_.unknown.add(what); }

  /// Whether a posting with this id was listed, whatever became of it.
  [[nodiscard]] bool has(std::string_view external_id) const { return ids_.contains(external_id); }
  /// Whether a posting of the other listing is in this one too. Ids are unique across the boards of
  /// a source.
  [[nodiscard]] bool overlaps(const Listing& other) const;
  /// Whether the listing tells for every posting which one it is: a posting without an id could be any
  /// of them, so nothing of such a listing counts as gone.
  [[nodiscard]] bool is_complete() const { return is_complete_; }
  /// Ids of postings that are listed but could not be used.
  [[nodiscard]] const std::vector<std::string>& rejected_ids() const { return rejected_ids_; }

  /// The company's own name, where the payload tells it.
  std::string company_name;

  [[nodiscard]] const std::vector<Posting>& postings() const { return postings_; }
  /// One for each element, in their order.
  [[nodiscard]] const std::vector<ListingEntry>& entries() const { return entries_; }
  /// Filled in as far as the listing goes: fetched, filtered, rejected, duplicate, unknown.
  [[nodiscard]] const Receipt& counts() const { return counts_; }
  [[nodiscard]] std::int64_t distinct() const { return static_cast<std::int64_t>(ids_.size()); }

 private:
  void conclude(ListingOutcome outcome, std::string_view reason);
  void reject(std::string_view reason);

  std::vector<Posting> postings_;
  std::vector<ListingEntry> entries_;
  std::set<std::string, std::less<>> ids_;
  std::vector<std::string> rejected_ids_;
  bool is_complete_ = true;
  Receipt counts_;
};

}  // namespace spearyx
