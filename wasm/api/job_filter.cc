#include "api/job_filter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/source.h"
#include "normalize/category.h"

namespace spearyx::api {
namespace {

constexpr std::array<std::string_view, 3> kStatuses{"open", "closed", "all"};
constexpr NumberRange kSalaries{0, 100'000'000};
constexpr NumberRange kDays{1, 3'650};

constexpr std::array<std::string_view, 11> kRegions{
    "WORLD",         "EUROPE", "EU",          "EMEA", "LATAM",  "APAC",
    "NORTH_AMERICA", "AFRICA", "MIDDLE_EAST", "ASIA", "OCEANIA"};

std::string lower(std::string text) {
  for (char& byte : text) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  return text;
}

std::string upper(std::string text) {
  for (char& byte : text) {
    if (byte >= 'a' && byte <= 'z') byte = static_cast<char>(byte - 32);
  }
  return text;
}

std::string hex(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string digits;
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    digits.append(1, kDigits[value >> 4U]).append(1, kDigits[value & 0xFU]);
  }
  return digits;
}

std::optional<std::string> category_id(const std::string& text) {
  for (const normalize::Category& category : normalize::kCategories) {
    std::string id = std::to_string(category.id);
    if (text == id || text == category.slug) return id;
  }
  return std::nullopt;
}

std::optional<std::string> source_name(const std::string& text) {
  const auto source = source_named(lower(text));
  return source ? std::optional<std::string>(name_of(*source)) : std::nullopt;
}

std::optional<std::string> scope_code(const std::string& text) {
  std::string code = upper(text);
  std::ranges::replace(code, '-', '_');
  if (code == "WORLDWIDE" || code == "ANYWHERE") return "WORLD";
  if (code == "UK") return "GB";
  const bool is_country = code.size() == 2 && std::ranges::all_of(code, [](char letter) {
                            return letter >= 'A' && letter <= 'Z';
                          });
  if (is_country || std::ranges::contains(kRegions, code)) return code;
  return std::nullopt;
}

template <typename Convert>
std::vector<std::string> converted(Parameters& parameters, std::string_view name, Convert convert,
                                   std::string_view complaint) {
  std::vector<std::string> values;
  for (const std::string& item : parameters.list(name)) {
    auto value = convert(item);
    if (value) {
      values.push_back(*std::move(value));
    } else {
      parameters.reject(name, complaint);
    }
  }
  return values;
}

/// A name may hold commas itself: it counts as a whole and in its parts.
std::vector<std::string> read_companies(Parameters& parameters) {
  std::vector<std::string> companies = parameters.list("company");
  if (companies.size() > 1) companies.push_back(parameters.text("company", 1'000));
  return companies;
}

using Words = std::vector<std::string>;

Words prefixed(std::string_view prefix, const std::vector<std::string>& values) {
  Words words;
  for (const std::string& value : values) words.push_back(std::string(prefix) + value);
  return words;
}

/// Numbers of three digits that are at least `least`, as prefixes: 997 is 997, 998, 999; 850 is
/// 85*, 86*, …, 9*. A star ends a prefix.
Words thousands_from(std::int64_t least) {
  Words words;
  const std::string digits = std::to_string(1'000 + std::min<std::int64_t>(least, 999)).substr(1);
  words.push_back("y" + digits);
  for (std::size_t at = digits.size(); at-- > 0;) {
    for (char digit = static_cast<char>(digits[at] + 1); digit <= '9'; ++digit) {
      std::string word = "y" + digits.substr(0, at) + digit;
      words.push_back(at == 2 ? word : word + "*");
    }
  }
  return words;
}

Words company_words(const std::vector<std::string>& companies) {
  Words words;
  for (const std::string& company : companies) words.push_back("n" + hex(lower(company)));
  return words;
}

/// Each property of the filter in the index's words, still without the posting's state.
std::vector<Words> properties(const JobFilter& filter) {
  Words scopes = prefixed("r", filter.scopes);
  for (std::string& scope : scopes) {
    std::erase(scope, '_');
    scope = lower(scope);
  }
  std::vector<Words> all{prefixed("c", filter.categories), prefixed("s", filter.sources),
                         company_words(filter.companies), std::move(scopes)};
  if (filter.salary_min) all.push_back(thousands_from(*filter.salary_min / 1'000));
  std::erase_if(all, [](const Words& words) { return words.empty(); });
  if (all.empty()) all.push_back({"all"});
  return all;
}

std::string facet_expression(const Words& words) {
  std::string expression;
  for (std::string_view word : words) {
    const bool is_prefix = word.ends_with('*');
    if (is_prefix) word.remove_suffix(1);
    expression.append(expression.empty() ? "facets : (" : " OR ").append(quoted(word));
    expression.append(is_prefix ? " *" : "");
  }
  return expression.append(")");
}

}  // namespace

bool JobFilter::is_plain() const {
  return !search.is_given && categories.empty() && sources.empty() && companies.empty() &&
         scopes.empty() && !salary_min && !posted_within_days;
}

JobFilter read_job_filter(Parameters& parameters) {
  JobFilter filter;
  filter.search_text = parameters.text("search");
  filter.search = parse_search(filter.search_text);
  filter.categories = converted(parameters, "category", category_id,
                                "must be a category's id, 1 to 16, or its slug; several by comma");
  filter.sources = converted(parameters, "source", source_name,
                             "must be greenhouse, lever, remoteok or himalayas; several by comma");
  filter.companies = read_companies(parameters);
  filter.scopes = converted(parameters, "remote", scope_code,
                            "must be a country's two letters, worldwide or a region such as "
                            "EUROPE; several by comma");
  filter.salary_min = parameters.number("salaryMin", kSalaries);
  filter.posted_within_days = parameters.number("postedWithin", kDays);
  filter.status = parameters.choice("status", kStatuses);
  return filter;
}

std::vector<std::vector<std::string>> facet_words(const JobFilter& filter) {
  std::vector<Words> groups = properties(filter);
  for (Words& group : groups) {
    Words words;
    if (filter.status != "closed") words = prefixed("#+o", group);
    if (filter.status != "open") {
      for (std::string& word : prefixed("#+x", group)) words.push_back(std::move(word));
    }
    group = std::move(words);
  }
  return groups;
}

namespace {

std::string match_within(std::string_view columns, const JobFilter& filter, LastWord last_word) {
  std::string match;
  for (const Words& words : facet_words(filter)) {
    match.append(match.empty() ? "" : " AND ").append(facet_expression(words));
  }
  const std::string wanted = to_match_expression(filter.search, columns, last_word);
  if (!wanted.empty()) match.append(" AND ").append(wanted);
  const std::string excluded = to_exclusion(filter.search);
  return excluded.empty() ? match : "(" + match + ") NOT " + excluded;
}

}  // namespace

std::string to_match(const JobFilter& filter, LastWord last_word) {
  return match_within(kAllText, filter, last_word);
}

std::string to_title_match(const JobFilter& filter, LastWord last_word) {
  return match_within(kTitleText, filter, last_word);
}

std::int64_t lowest_key(const JobFilter& filter, UnixSeconds now) {
  if (!filter.posted_within_days) return 0;
  return list_key(now - *filter.posted_within_days * kDay, 0);
}

}  // namespace spearyx::api
