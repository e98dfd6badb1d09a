#include "api/search/filter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "api/search/meanings.h"
#include "model/source.h"
#include "normalize/category/category.h"
#include "normalize/category/seniority.h"
#include "normalize/pay/exchange_rates.h"
#include "normalize/scope/countries.h"
#include "normalize/scope/scope.h"
#include "normalize/text/dates.h"
#include "normalize/text/text.h"

namespace spearyx::api {
namespace {

constexpr std::array<std::string_view, 3> kJobStatuses{"open", "closed", "all"};
constexpr std::array<std::string_view, 2> kDuplicates{"hide", "show"};
constexpr std::string_view kSourcesExpected = kStaticText<[] {
  return "must be " + listed(kSources, &SourceInfo::name, "", ", ", " or ") + "; several by comma";
}>;
constexpr std::array<std::string_view, 2> kPlaceUnknown{"exclude", "include"};
constexpr NumberRange kSalaries{0, 100'000'000'000};
constexpr NumberRange kDays{1, 3'650};

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
  if (is_country || normalize::is_region(code)) return code;
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

/// A value of a table, in any case.
template <typename Table>
auto one_of(const Table& table) {
  return [&table](const std::string& text) {
    const auto row = std::ranges::find(table, normalize::ascii_lower(text));
    return row == table.end() ? std::optional<std::string>() : std::string(*row);
  };
}

/// Reads the codes of the scopes that are open to residents of `livesIn`, or to all the world.
std::vector<std::string> read_open_to(Parameters& parameters, bool is_worldwide) {
  const std::string typed = upper(parameters.text("livesIn"));
  const bool with_unknown = parameters.choice("placeUnknown", kPlaceUnknown) == "include";
  const std::string_view country = normalize::known_code(typed == "UK" ? "GB" : typed);
  if (!typed.empty() && country.empty()) {
    parameters.reject("livesIn", "must be the two letters of a country (ISO 3166-1), such as DE");
  }
  std::vector<std::string> codes;
  if (is_worldwide) {
    codes.emplace_back("WORLD");
  } else if (!country.empty()) {
    for (const std::string_view code : normalize::codes_open_to(country)) codes.emplace_back(code);
  }
  if (with_unknown && !codes.empty()) codes.emplace_back(kUnknownPlace);
  return codes;
}

/// Reads `salaryMin`, in units of `currency`, as US dollars.
std::optional<std::int64_t> read_salary_min(Parameters& parameters) {
  const std::string currency = upper(parameters.text("currency"));
  const double units = currency.empty() ? 1 : normalize::units_per_dollar(currency);
  if (units <= 0) {
    parameters.reject("currency",
                      "must be the three letters of a currency (ISO 4217), such as EUR");
  }
  const auto least = parameters.number("salaryMin", kSalaries);
  if (!least || units <= 0) return std::nullopt;
  return static_cast<std::int64_t>(static_cast<double>(*least) / units);
}

/// Takes at most two digits from the start of a text.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const char* end = text.data() + std::min<std::size_t>(2, text.size());
  const auto [stop, failure] = std::from_chars(text.data(), end, number);
  if (failure != std::errc() || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(stop - text.data()));
  return number;
}

/// Reads an offset, "2", "-5", "+05:30", as minutes.
std::optional<std::int64_t> utc_offset(std::string_view text) {
  constexpr std::int64_t kWestmost = -12 * 60;
  constexpr std::int64_t kEastmost = 14 * 60;
  const bool is_west = text.starts_with('-');
  if (is_west || text.starts_with('+')) text.remove_prefix(1);
  const auto hours = take_number(text);
  std::optional<int> minutes = 0;
  if (text.starts_with(':')) {
    text.remove_prefix(1);
    minutes = text.size() == 2 ? take_number(text) : std::nullopt;
  }
  if (!hours || !minutes || *minutes % 15 != 0 || *minutes > 45 || !text.empty()) {
    return std::nullopt;
  }
  const std::int64_t offset = (is_west ? -1 : 1) * (*hours * 60 + *minutes);
  return offset < kWestmost || offset > kEastmost ? std::nullopt : std::optional(offset);
}

std::optional<std::int64_t> read_utc_offset(Parameters& parameters) {
  const std::string text = parameters.text("hours");
  const auto offset = utc_offset(text);
  if (!text.empty() && !offset) {
    parameters.reject("hours", "must be an offset from UTC from -12 to 14, such as 2, -5 or 05:30");
  }
  return offset;
}

std::optional<UnixSeconds> read_opened_since(Parameters& parameters) {
  const std::string text = parameters.text("openedSince");
  auto time = normalize::parse_iso8601(text);
  if (!time) time = normalize::parse_utc(text);
  if (!text.empty() && !time) {
    parameters.reject("openedSince", "must be a date or a time such as 2026-08-08T10:00:00Z");
  }
  return time;
}

/// Reads names of companies. A name may hold commas itself: unless it is quoted, it counts as a
/// whole and in its parts.
std::vector<std::string> read_companies(Parameters& parameters) {
  std::vector<std::string> companies = parameters.list("company");
  if (companies.size() > 1) companies.push_back(parameters.text("company", 1'000));
  return companies;
}

}  // namespace

bool JobFilter::is_plain() const {
  return !search.is_given && categories.empty() && sources.empty() && companies.empty() &&
         marks().empty() && !utc_offset && !salary_min && !opened_since && !posted_within_days;
}

std::vector<std::string> JobFilter::marks() const {
  std::vector<std::string> all;
  for (const auto* values : {&scopes, &open_to, &levels, &employment_types}) {
    all.insert(all.end(), values->begin(), values->end());
  }
  return all;
}

JobFilter of_unknown_place(JobFilter filter) {
  filter.open_to = {std::string(kUnknownPlace)};
  return filter;
}

JobFilter read_job_filter(Parameters& parameters) {
  JobFilter filter;
  filter.search = parse_search(parameters.text("search"));
  add_meanings(filter.search);
  filter.categories = converted(parameters, "category", category_id,
                                "must be a category's id, 1 to 17, or its slug; several by comma");
  filter.sources = converted(parameters, "source", source_name, kSourcesExpected);
  filter.companies = read_companies(parameters);
  filter.scopes = converted(parameters, "remote", scope_code,
                            "must be a country's two letters, worldwide or a region such as "
                            "EUROPE; several by comma");
  filter.is_worldwide = parameters.flag("worldwide", false);
  filter.open_to = read_open_to(parameters, filter.is_worldwide);
  filter.levels = converted(parameters, "level", one_of(normalize::kLevels),
                            "must be intern, junior, mid, senior, lead or executive; several by "
                            "comma");
  filter.employment_types = converted(
      parameters, "employmentType", one_of(normalize::kEmploymentTypes),
      "must be full-time, part-time, contract, temporary or internship; several by comma");
  filter.utc_offset = read_utc_offset(parameters);
  filter.salary_min = read_salary_min(parameters);
  filter.opened_since = read_opened_since(parameters);
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
