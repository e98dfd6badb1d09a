#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sources/listing.h"
#include "store/jobs.h"
#include "store/roles.h"

namespace spearyx::sync {

/// The difference between a listing and the database.
struct Difference {
  struct Write {
    std::size_t posting;
    std::string content_hash;
    /// The posting in the database; nothing for a new one.
    std::optional<store::KnownPosting> known{};
    bool is_reopened = false;
  };
  /// Postings to be inserted or updated, by their place in the listing.
  std::vector<Write> writes;
  /// The keys of the roles to which the written postings belonged so far.
  store::RoleKeys former_roles;
  /// Open postings that the listing no longer holds.
  std::vector<store::KnownPosting> gone;
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  /// The part of `updated` that had been closed.
  std::int64_t reopened = 0;
};

/// Compares a listing with the known postings by external id and content hash; `known` is in the
/// order of its external ids. Postings are gone only if the listing is complete. A closed one is
/// back only if its own end (`expires_at`) is still to come.
[[nodiscard]] Difference compare(const Listing& listing, std::vector<store::KnownPosting> known,
                                 UnixSeconds now);

/// Takes back the write of a posting that turns out not to be for this system: it is neither added
/// nor updated, and gone if it is open.
void turn_away(const Difference::Write& write, Difference& difference);

}  // namespace spearyx::sync
