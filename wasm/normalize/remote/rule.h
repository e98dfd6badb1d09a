#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// Is a posting remote, and what says so. Only `kRemote` is kept by the syncs: work that may be
/// done entirely from elsewhere. Hybrid and on-site postings are not remote even where the word
/// appears.
namespace spearyx::normalize {

enum class RemoteDecision : std::uint8_t { kRemote, kHybrid, kOnSite, kNotStated };

struct RemoteVerdict {
  RemoteDecision decision;
  /// A fixed phrase in lower case, the key of the receipt's counts: "location says remote",
  /// "metadata says hybrid", "workplace type on-site", "nothing says remote".
  std::string_view reason;
  /// A field for nothing else says so: a choice out of a list, a flag.
  bool is_by_field = false;
};

/// An entry of a Greenhouse job's `metadata`, whose names the employer makes up. A yes_no value is
/// "true" or "false"; each element of a multi_select is an entry, one after the other.
struct Metadata {
  std::string_view name;
  std::string_view value;
};

/// The first of these that says anything decides:
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

/// `workplaceType` decides: "remote", "hybrid", "onsite" or, in the documentation, "on-site". Where
/// it is "unspecified" or unknown: location and commitment, of which hybrid or on-site outweighs
/// remote, then `allLocations`, of which one is enough.
[[nodiscard]] RemoteVerdict lever_remote(std::string_view workplace_type, std::string_view location,
                                         std::string_view commitment,
                                         std::span<const std::string_view> all_locations);

/// What a source says of the place of work in flags of its own; nothing where it does not say.
struct WorkplaceFlags {
  std::optional<bool> remote{};
  std::optional<bool> hybrid{};
  std::optional<bool> on_site{};
};

/// A flag that is set decides, and of several the one that is further from remote; "not remote"
/// decides, too. Only where the flags say nothing the location text does.
[[nodiscard]] RemoteVerdict flagged_remote(const WorkplaceFlags& flags, std::string_view location);

/// What a location text, an office name or a commitment says about the place of work.
[[nodiscard]] RemoteDecision workplace_of(std::string_view text);

/// What a title says of it in a part of its own, "Planner - Remote (EU)", "Planner (Hybrid)", or as its
/// first or last word: "Remote Planner". "Remote Sensing Planner" and "Hybrid Cloud Planner" say nothing.
[[nodiscard]] RemoteDecision title_workplace(std::string_view title);

/// Whether title and description have no say in a verdict: a field for nothing else has spoken, or a place
/// excludes the posting.
[[nodiscard]] bool is_settled(const RemoteVerdict& by_fields);

/// The verdict on a posting of a board, whose fields and places have been heard. A title that says
/// hybrid or on-site denies what places say. Where nothing is said the title decides, and last a tag
/// in a part of the description, "#LI-Remote". Neither rescues what is excluded. The description may be
/// quoted or escaped.
[[nodiscard]] RemoteVerdict settle(const RemoteVerdict& by_fields, std::string_view title,
                                   std::span<const std::string_view> description);

/// The tag of LinkedIn in a text, "#LI-Remote", "#LI_Hybrid"; nothing where two differ.
[[nodiscard]] RemoteDecision tagged_workplace(std::string_view text);

}  // namespace spearyx::normalize
