#include "normalize/remote/rule.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "normalize/text/sorted_text.h"
#include "normalize/text/text.h"
#include "normalize/text/words.h"

namespace spearyx::normalize {
namespace {

using enum RemoteDecision;

/// The decision of alternatives: a remote one counts; otherwise hybrid says more than on-site.
RemoteDecision best_of(RemoteDecision a, RemoteDecision b) { return std::min(a, b); }

/// The decision of statements about one job: a remote one does not count against the others.
RemoteDecision strictest_of(RemoteDecision a, RemoteDecision b) {
  const bool is_contradiction =
      a != b && a != kNotStated && b != kNotStated && (a == kRemote || b == kRemote);
  return is_contradiction ? std::max(a, b) : std::min(a, b);
}

/// Words in the name of a field about the place of work, and those that need "work" before them.
constexpr WordList kWorkplaceNames(
    "hybrid location locations office onsite remote site telecommute workplace ");
constexpr WordList kWorkNouns("arrangement environment mode model setting status style type ");

/// Words in the names of fields about money and things, not about the place of work.
constexpr WordList kOtherNames(
    "allowance budget compensation equipment pay salary stipend tier zone zones ");

/// Words with which a field asks for remote work: "Is this role remote?" does, "Remote onboarding"
/// does not.
constexpr WordList kQuestionWords(
    "a allowed available be can eligibility eligible for friendly fully is job location ok "
    "on open option position possible role status the this to work working ");
constexpr WordList kAsked("hybrid onsite remote site ");

/// Whether a name is about the place of work: "Workplace Type", "Work Model", "Remote Status"; not
/// "Remote Pay Zone", not "Employment Type".
bool is_about_workplace(std::span<const Word> name) {
  bool is_about = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (kOtherNames.contains(name[i].folded)) return false;
    const bool follows_work =
        i > 0 && (name[i - 1].folded == "work" || name[i - 1].folded == "working");
    is_about = is_about || kWorkplaceNames.contains(name[i].folded) ||
               (follows_work && kWorkNouns.contains(name[i].folded));
  }
  return is_about;
}

/// The decision that a yes_no field asks for, if its name asks for one and nothing else.
RemoteDecision asked_by(std::span<const Word> name) {
  std::string_view asked;
  for (const Word& word : name) {
    if (kQuestionWords.contains(word.folded)) continue;
    if (!asked.empty() || !kAsked.contains(word.folded)) return kNotStated;
    asked = word.folded;
  }
  if (asked.empty()) return kNotStated;
  return asked == "remote" ? kRemote : asked == "hybrid" ? kHybrid : kOnSite;
}

struct MetadataReading {
  RemoteDecision stated = kNotStated;    // by a text: "Remote", "Hybrid"
  RemoteDecision answered = kNotStated;  // by yes or no, which may be a default nobody set
};

MetadataReading read_metadata(const Metadata& entry) {
  const Words name(entry.name);
  const Words value(entry.value);
  if (value.empty() || !is_about_workplace(name)) return {};
  const std::string_view first = value[0].folded;
  const bool is_yes = first == "true" || first == "yes";
  const bool is_no = first == "false" || first == "no";
  if (value.size() == 1 && first == "office") return {.stated = kOnSite};
  if (!is_yes && (!is_no || value.size() > 1)) return {.stated = workplace_of(entry.value)};
  const RemoteDecision asked = asked_by(name);
  if (is_yes) return {.answered = asked};
  return {.answered = asked == kRemote ? kOnSite : kNotStated};
}

RemoteDecision metadata_workplace(std::span<const Metadata> metadata) {
  MetadataReading all;
  for (std::size_t i = 0; i < metadata.size();) {
    MetadataReading field;  // a multi_select is several entries of one name
    const std::string_view name = metadata[i].name;
    for (; i < metadata.size() && metadata[i].name == name; ++i) {
      const MetadataReading entry = read_metadata(metadata[i]);
      field.stated = best_of(field.stated, entry.stated);
      field.answered = best_of(field.answered, entry.answered);
    }
    all.stated = strictest_of(all.stated, field.stated);
    all.answered = strictest_of(all.answered, field.answered);
  }
  return all.stated != kNotStated ? all.stated : all.answered;
}

RemoteDecision offices_workplace(std::span<const std::string_view> offices, bool one_is_enough) {
  bool all_remote = !offices.empty();
  RemoteDecision best = kNotStated;
  for (const std::string_view office : offices) {
    const RemoteDecision workplace = workplace_of(office);
    all_remote = all_remote && workplace == kRemote;
    const bool counts = one_is_enough || workplace != kRemote;
    if (counts) best = best_of(best, workplace);
  }
  return all_remote ? kRemote : best;
}

/// Reasons by decision: remote, hybrid, on-site.
using Reasons = std::array<std::string_view, 3>;
constexpr Reasons kByMetadata = {"metadata says remote", "metadata says hybrid",
                                 "metadata says on-site"};
constexpr Reasons kByLocation = {"location says remote", "location says hybrid",
                                 "location says on-site"};
constexpr Reasons kByOffices = {"offices say remote", "offices say hybrid", "offices say on-site"};
constexpr Reasons kByWorkplaceType = {"workplace type remote", "workplace type hybrid",
                                      "workplace type on-site"};
constexpr Reasons kByCommitment = {"commitment says remote", "commitment says hybrid",
                                   "commitment says on-site"};
constexpr Reasons kByAllLocations = {"locations say remote", "locations say hybrid",
                                     "locations say on-site"};
constexpr Reasons kByFlag = {"flag says remote", "flag says hybrid", "flag says on-site"};
constexpr Reasons kByTitle = {"title says remote", "title says hybrid", "title says on-site"};
constexpr Reasons kByTag = {"tag says remote", "tag says hybrid", "tag says on-site"};
constexpr RemoteVerdict kDenied = {kOnSite, "flag says not remote", true};
constexpr RemoteVerdict kNothing = {kNotStated, "nothing says remote"};

RemoteVerdict verdict(RemoteDecision decision, const Reasons& reasons) {
  const bool is_by_field =
      &reasons == &kByMetadata || &reasons == &kByWorkplaceType || &reasons == &kByFlag;
  return {decision, reasons[static_cast<std::size_t>(decision)], is_by_field};
}

RemoteDecision workplace_type_of(std::string_view workplace_type) {
  if (iequals(workplace_type, "remote")) return kRemote;
  if (iequals(workplace_type, "hybrid")) return kHybrid;
  const bool is_on_site = iequals(workplace_type, "onsite") || iequals(workplace_type, "on-site");
  return is_on_site ? kOnSite : kNotStated;
}

}  // namespace

RemoteVerdict greenhouse_remote(std::string_view location,
                                std::span<const std::string_view> offices,
                                std::span<const Metadata> metadata) {
  const RemoteDecision by_metadata = metadata_workplace(metadata);
  if (by_metadata != kNotStated) return verdict(by_metadata, kByMetadata);
  const RemoteDecision by_location = workplace_of(location);
  if (by_location != kNotStated) return verdict(by_location, kByLocation);
  const bool is_blank = Words(location).empty();
  const RemoteDecision by_offices = offices_workplace(offices, is_blank);
  return by_offices != kNotStated ? verdict(by_offices, kByOffices) : kNothing;
}

RemoteVerdict lever_remote(std::string_view workplace_type, std::string_view location,
                           std::string_view commitment,
                           std::span<const std::string_view> all_locations) {
  const RemoteDecision by_type = workplace_type_of(workplace_type);
  if (by_type != kNotStated) return verdict(by_type, kByWorkplaceType);
  const RemoteDecision by_location = workplace_of(location);
  const RemoteDecision by_commitment = workplace_of(commitment);
  const RemoteDecision by_texts = strictest_of(by_location, by_commitment);
  if (by_texts != kNotStated) {
    return verdict(by_texts, by_texts == by_location ? kByLocation : kByCommitment);
  }
  RemoteDecision best = kNotStated;
  for (const std::string_view place : all_locations) best = best_of(best, workplace_of(place));
  return best != kNotStated ? verdict(best, kByAllLocations) : kNothing;
}

RemoteVerdict flagged_remote(const WorkplaceFlags& flags, std::string_view location) {
  if (flags.on_site.value_or(false)) return verdict(kOnSite, kByFlag);
  if (flags.hybrid.value_or(false)) return verdict(kHybrid, kByFlag);
  if (flags.remote) return *flags.remote ? verdict(kRemote, kByFlag) : kDenied;
  const RemoteDecision by_location = workplace_of(location);
  return by_location != kNotStated ? verdict(by_location, kByLocation) : kNothing;
}

bool is_settled(const RemoteVerdict& by_fields) {
  const bool is_excluded = by_fields.decision == kHybrid || by_fields.decision == kOnSite;
  return by_fields.is_by_field || is_excluded;
}

RemoteVerdict settle(const RemoteVerdict& by_fields, std::string_view title,
                     std::span<const std::string_view> description) {
  if (is_settled(by_fields)) return by_fields;
  const RemoteDecision by_title = title_workplace(title);
  const bool is_open = by_fields.decision == kNotStated;
  const bool has_a_say = by_title != kNotStated && (is_open || by_title != kRemote);
  if (has_a_say) return verdict(by_title, kByTitle);
  if (!is_open) return by_fields;
  RemoteDecision by_tag = kNotStated;
  for (const std::string_view part : description) {
    if (by_tag == kNotStated) by_tag = tagged_workplace(part);
  }
  return by_tag != kNotStated ? verdict(by_tag, kByTag) : by_fields;
}

}  // namespace spearyx::normalize
