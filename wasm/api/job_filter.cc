#include "api/job_filter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/source.h"
#include "normalize/category.h"
#include "normalize/text.h"

namespace spearyx::api {
namespace {

constexpr std::array<std::string_view, 3> kJobStatuses{"open", "closed", "all"};
constexpr std::array<std::string_view, 2> kDuplicates{"hide", "show"};
constexpr std::string_view kSourcesExpected = kStaticText<[] {
  return "must be " + listed(kSources, &SourceInfo::name, "", ", ", " or ") + "; several by comma";
}>;
constexpr NumberRange kSalaries{0, 100'000'000};
constexpr NumberRange kDays{1, 3'650};

constexpr std::array<std::string_view, 11> kRegions{
    "WORLD",         "EUROPE", "EU",          "EMEA", "LATAM",  "APAC",
    "NORTH_AMERICA", "AFRICA", "MIDDLE_EAST", "ASIA", "OCEANIA"};

std::string upper(std::string text) {
  for (char& byte : text) byte = normalize::ascii_upper(byte);
  return text;
}

std::optional<std::string> category_id(const std::string& text) {
  for (const normalize::Category& category : normalize::kCategories) {
    std::string id = std::to_string(category.id);
    if (text == id || text == category.slug) return id;
  }
  return std::nullopt;
}

std::optional<std::string> source_name(const std::string& text) {
  const auto source = source_named(normalize::ascii_lower(text));
  return source ? std::optional<std::string>(name_of(*source)) : std::nullopt;
}

std::optional<std::string> scope_code(const std::string& text) {
  std::string code = upper(text);
  std::ranges::replace(code, '-', '_');
  if (code == "WORLDWIDE" || code == "ANYWHERE") return "WORLD";
  if (code == "UK") return "GB";
  const bool is_country = code.size() == 2 && std::ranges::all_of(code, normalize::is_ascii_upper);
  if (is_country || std::ranges::contains(kRegions, code)) return code;
  return std::nullopt;
}

/// The values of a list, each once.
template <typename Convert>
std::vector<std::string> converted(Parameters& parameters, std::string_view name, Convert convert,
                                   std::string_view complaint) {
  std::vector<std::string> values;
  for (const std::string& item : parameters.list(name)) {
    auto value = convert(item);
    if (!value) {
      parameters.reject(name, complaint);
    } else if (!std::ranges::contains(values, *value)) {
      values.push_back(*std::move(value));
    }
  }
  return values;
}

/// A name may hold commas itself: unless it is quoted, it counts as a whole and in its parts.
std::vector<std::string> read_companies(Parameters& parameters) {
  std::vector<std::string> companies = parameters.list("company");
  if (companies.size() > 1) companies.push_back(parameters.text("company", 1'000));
  return companies;
}

}  // namespace

bool JobFilter::is_plain() const {
  return !search.is_given && categories.empty() && sources.empty() && companies.empty() &&
         scopes.empty() && !salary_min && !posted_within_days;
}

JobFilter read_job_filter(Parameters& parameters) {
  JobFilter filter;
  filter.search = parse_search(parameters.text("search"));
  filter.categories = converted(parameters, "category", category_id,
                                "must be a category's id, 1 to 17, or its slug; several by comma");
  filter.sources = converted(parameters, "source", source_name, kSourcesExpected);
  filter.companies = read_companies(parameters);
  filter.scopes = converted(parameters, "remote", scope_code,
                            "must be a country's two letters, worldwide or a region such as "
                            "EUROPE; several by comma");
  filter.salary_min = parameters.number("salaryMin", kSalaries);
  filter.posted_within_days = parameters.number("postedWithin", kDays);
  filter.status = parameters.choice("status", kJobStatuses);
  filter.with_copies = parameters.choice("duplicates", kDuplicates) == "show";
  return filter;
}

std::int64_t lowest_key(const JobFilter& filter, UnixSeconds now) {
  if (!filter.posted_within_days) return 0;
  return list_key(now - *filter.posted_within_days * kDay, 0);
}

}  // namespace spearyx::api
