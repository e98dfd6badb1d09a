#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The rule of remote work: whether a posting is remote, and what says so. The syncs keep only
/// `kRemote`: work that may be done entirely from elsewhere. Hybrid and on-site postings are not
/// remote even where the word appears.
namespace spearyx::normalize {

enum class RemoteDecision : std::uint8_t { kRemote, kHybrid, kOnSite, kNotStated };

struct RemoteVerdict {
  RemoteDecision decision;
  /// The reason, a fixed phrase in lower case and the key of the receipt's counts: "location says
  /// remote", "metadata says hybrid", "workplace type on-site", "nothing says remote".
  std::string_view reason;
  /// Whether a field for this alone says so: a choice out of a list, a flag.
  bool is_by_field = false;
};

/// An entry of a Greenhouse job's `metadata`, with a name that the employer makes up. A yes_no
/// value is "true" or "false"; each element of a multi_select is an entry, one after the other.
struct Metadata {
  std::string_view name;
  std::string_view value;
};

/// The verdict on a Greenhouse posting, by the first of these that states a place of work:
/// 1. metadata about the workplace ("Workplace Type", "Location Type", "Remote" …): a field of its
///    own is more deliberate than a place name. One choice of a multi_select that is remote is
///    enough; fields that contradict each other are not remote; "Remote: false" is on-site.
/// 2. the location text. In a list of places ("New York; Remote", "London (Hybrid) or Remote") one
///    remote place is enough. "Hybrid remote", "2 days remote", "Onsite/Remote" are not.
/// 3. the offices, which belong to the whole job while a posting has one location: remote only if
///    all of them are, or if the location is blank.
[[nodiscard]] RemoteVerdict greenhouse_remote(std::string_view location,
                                              std::span<const std::string_view> offices,
                                              std::span<const Metadata> metadata);

/// The verdict on a Lever posting. `workplaceType` decides: "remote", "hybrid", "onsite" or, in the
/// documentation, "on-site". Where it is "unspecified" or unknown, location and commitment decide,
/// of which hybrid or on-site outweighs remote, then `allLocations`, of which one is enough.
[[nodiscard]] RemoteVerdict lever_remote(std::string_view workplace_type, std::string_view location,
                                         std::string_view commitment,
                                         std::span<const std::string_view> all_locations);

/// A source's own flags for the place of work; nothing where it does not say.
struct WorkplaceFlags {
  std::optional<bool> remote{};
  std::optional<bool> hybrid{};
  std::optional<bool> on_site{};
};

/// The verdict by flags. A flag that is set decides, and of several the one that is further from
/// remote; "not remote" decides, too. Only where the flags say nothing the location text decides.
[[nodiscard]] RemoteVerdict flagged_remote(const WorkplaceFlags& flags, std::string_view location);

/// The decision that a location text, an office name or a commitment states.
[[nodiscard]] RemoteDecision workplace_of(std::string_view text);

/// The decision that a title states in a part of its own, "Planner - Remote (EU)", "Planner
/// (Hybrid)", or as its first or last word: "Remote Planner". "Remote Sensing Planner" and "Hybrid
/// Cloud Planner" say nothing.
[[nodiscard]] RemoteDecision title_workplace(std::string_view title);

/// Whether title and description cannot change a verdict: a field for this alone has spoken, or a
/// place excludes the posting.
[[nodiscard]] bool is_settled(const RemoteVerdict& by_fields);

/// The verdict on a posting of a board, after that of its fields and places. A title that says
/// hybrid or on-site outweighs places that say remote. Where nothing is said the title decides, and
/// last a tag in a part of the description, "#LI-Remote". Neither rescues an excluded posting. The
/// description may be quoted or escaped.
[[nodiscard]] RemoteVerdict settle(const RemoteVerdict& by_fields, std::string_view title,
                                   std::span<const std::string_view> description);

/// The decision of LinkedIn's tag in a text, "#LI-Remote", "#LI_Hybrid"; nothing where two differ.
[[nodiscard]] RemoteDecision tagged_workplace(std::string_view text);

}  // namespace spearyx::normalize
