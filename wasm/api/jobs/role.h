#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/context.h"
#include "api/jobs/document.h"

/// The role and the age of a posting, for its own page.
namespace spearyx::api {

/// Another open posting of a posting's role.
struct CopyRow {
  std::int64_t id = 0;
  std::string title;
  std::string company;
  std::string source_name;
  std::string source_url;
  std::optional<std::string> location;
  /// Whether it stands on the posting's own board, and whether the two were joined by hand.
  std::int64_t is_on_same_board = 0;
  std::int64_t is_by_hand = 0;
};

/// The time when a source was last seen to list a posting.
struct SightRow {
  std::optional<std::int64_t> last_seen_at;
};

/// The id of a posting as paths name it; nothing for a text that can be none.
[[nodiscard]] std::optional<std::int64_t> posting_id(std::string_view text);

[[nodiscard]] store::Query<CopyRow> copies_of(std::int64_t id);
[[nodiscard]] store::Query<SightRow> last_sight_of(std::int64_t id);

/// The document of a role, `{id, slug, places, copies: [{…, why}]}`: the leader and all postings
/// but this one, with the rule that joined them: "same_board", "same_employer" or "by_hand".
[[nodiscard]] Json role_document(const JobRow& job, const std::vector<CopyRow>& copies);

/// The signs that nobody may be hired any more: "open_long", "reposted", "not_seen". Null where
/// there are fewer than two, or where the posting is closed.
[[nodiscard]] Json signs_of_staleness(const JobRow& job, std::optional<UnixSeconds> last_seen,
                                      UnixSeconds now);

}  // namespace spearyx::api
