#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "host/host.h"
#include "store/batch.h"
#include "store/jobs.h"

/// The leaders and copies of roles: `jobs.leader_id` and `jobs.copies`. Both follow from the open
/// postings of a key alone, by the rule of model/role.h.
namespace spearyx::store {

/// Keys whose postings were changed, opened or closed.
using RoleKeys = std::vector<std::int64_t>;

/// Places the postings of the keys in their roles anew, and those of the board whose role was
/// decided by hand: their key may have changed since the known postings were read. Belongs behind
/// the statements that change postings.
[[nodiscard]] Statement place_roles(const Board& board, RoleKeys keys);

/// A posting, as a decision about its role reads it.
struct RolePosting {
  std::int64_t id = 0;
  std::string source_name;
  std::string board;
  std::int64_t role_key = 0;
  std::string role_text;
  std::int64_t leader_id = 0;
  /// The ids of the role's open postings, with a space between them.
  std::string members;
  std::int64_t copies = 0;
};

/// The open postings with the ids (a JSON array). A posting that leads is its own leader.
[[nodiscard]] Query<RolePosting> role_postings(std::string ids_json);

struct DecidedRow {
  std::int64_t id = 0;
};

/// A decision by hand about the role of a posting: changes it, places the roles and records it. It holds
/// whatever later syncs find.
struct RoleDecision {
  /// The query that changes the role; it answers the postings that have changed, or none where the
  /// role is no longer as it was seen.
  Query<DecidedRow> change;
  std::vector<Statement> then;
};

/// Takes a posting out of its role.
[[nodiscard]] RoleDecision split_role(const RolePosting& posting, UnixSeconds now);

/// Makes one role of the roles of two postings, with all that these lead.
[[nodiscard]] RoleDecision join_roles(const RolePosting& posting, const RolePosting& other,
                                      UnixSeconds now);

}  // namespace spearyx::store
