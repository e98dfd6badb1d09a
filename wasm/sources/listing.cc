#include "sources/listing.h"

#include <algorithm>

namespace spearyx {

bool Listing::is_first_sight(std::string_view external_id) {
  if (external_id.size() > kMaxIdBytes) {
    reject("id is too long");
    return false;
  }
  if (ids_.emplace(external_id).second) return true;
  ++counts_.duplicate;
  return false;
}

bool Listing::overlaps(const Listing& other) const {
  return std::ranges::any_of(ids_,
                             [&other](const std::string& id) { return other.ids_.contains(id); });
}

void Listing::reject(std::string_view reason, std::string_view external_id) {
  counts_.rejected.add(reason);
  if (external_id.empty()) {
    is_complete_ = false;
  } else {
    rejected_ids_.emplace_back(external_id);
  }
}

}  // namespace spearyx
