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

namespace spearyx {

/// What the answers of one board or feed add up to: the remote postings, and a reason for every
/// other one. Each posting is counted once: kept, filtered, rejected or duplicate.
class Listing {
 public:
  /// Counts a posting as fetched.
  void count_fetched() { ++counts_.fetched; }
  /// False, and counted as a duplicate, if the id was seen before; or rejected if it is longer than
  /// any source's ids are.
  [[nodiscard]] bool is_first_sight(std::string_view external_id);
  /// Not for this system, e.g. "location is on-site".
  void filter(std::string_view reason) { counts_.filtered.add(reason); }
  /// Not usable, e.g. "title is missing". One bad posting never sinks a run, nor does it count as
  /// gone: without an id it could be any of them, so nothing of the listing counts as gone.
  void reject(std::string_view reason, std::string_view external_id = {});
  void keep(Posting posting) { postings_.push_back(std::move(posting)); }

  /// Whether a posting with this id was listed, whatever became of it.
  [[nodiscard]] bool has(std::string_view external_id) const { return ids_.contains(external_id); }
  /// Whether a posting of the other listing is in this one too. Ids are unique across the boards of
  /// a source.
  [[nodiscard]] bool overlaps(const Listing& other) const;
  /// Whether the listing tells for every posting which one it is.
  [[nodiscard]] bool is_complete() const { return is_complete_; }
  /// Ids of postings that are listed but could not be used.
  [[nodiscard]] const std::vector<std::string>& rejected_ids() const { return rejected_ids_; }

  /// The company's own name, where the payload tells it.
  std::string company_name;

  [[nodiscard]] const std::vector<Posting>& postings() const { return postings_; }
  /// Filled in as far as the listing goes: fetched, filtered, rejected, duplicate.
  [[nodiscard]] const Receipt& counts() const { return counts_; }
  [[nodiscard]] std::int64_t distinct() const { return static_cast<std::int64_t>(ids_.size()); }

 private:
  static constexpr std::size_t kMaxIdBytes = 512;

  std::vector<Posting> postings_;
  std::set<std::string, std::less<>> ids_;
  std::vector<std::string> rejected_ids_;
  bool is_complete_ = true;
  Receipt counts_;
};

}  // namespace spearyx
