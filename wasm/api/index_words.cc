#include "api/index_words.h"

#include <algorithm>

#include "normalize/text.h"
#include "support/hex.h"

namespace spearyx::api {
namespace {

/// A step of a number's words is four of the step before.
constexpr std::int64_t kStep = 4;
constexpr std::int64_t kMostThousands = 1'023;
constexpr int kSalarySteps = 5;
/// Longer lists of combinations are matched and counted property by property.
constexpr std::size_t kMaxCombinations = 24;

std::string hex(std::string_view text) {
  std::string digits;
  for (const char byte : text) digits.append_range(hex_of(byte));
  return digits;
}

Words company_words(const JobFilter& filter) {
  Words words;
  for (const std::string& company : filter.companies) {
    words.push_back("n" + hex(normalize::ascii_lower(company)));
  }
  return words;
}

Words scope_words(const JobFilter& filter) {
  Words words;
  for (const std::string& scope : filter.scopes) {
    std::string word = "r" + normalize::ascii_lower(scope);
    std::erase(word, '_');
    words.push_back(std::move(word));
  }
  return words;
}

/// The words that cover all numbers from `least` to `most`: single ones up to a multiple of four,
/// then fours up to a multiple of sixteen, and so on.
Words number_words(char letter, int steps, std::int64_t least, std::int64_t most) {
  Words words;
  for (int step = 0; step < steps && least <= most; ++step) {
    const bool is_last = step + 1 == steps;
    for (; least <= most && (is_last || least % kStep != 0); ++least) {
      words.push_back(letter + std::to_string(step) + "+" + std::to_string(least));
    }
    least /= kStep;
    most /= kStep;
  }
  return words;
}

/// Category, source and scope as one group where that is a short one.
std::vector<Words> place_groups(const JobFilter& filter) {
  std::vector<Words> lists{prefixed("c", filter.categories), prefixed("s", filter.sources),
                           scope_words(filter)};
  std::erase_if(lists, [](const Words& words) { return words.empty(); });
  std::size_t count = 1;
  for (const Words& words : lists) count *= words.size();
  if (lists.empty() || count > kMaxCombinations) return lists;
  return {combinations(lists)};
}

/// Each property of the filter in the index's words, still without the posting's state.
std::vector<Words> property_groups(const JobFilter& filter) {
  const Words companies = company_words(filter);
  const bool is_by_category_only = filter.sources.empty() && filter.scopes.empty();
  std::vector<Words> groups;
  if (!companies.empty() && is_by_category_only) {
    groups.push_back(combinations({companies, prefixed("c", filter.categories)}));
  } else {
    groups = place_groups(filter);
    if (!companies.empty()) groups.push_back(companies);
  }
  if (filter.salary_min) {
    const std::int64_t thousands = std::min(kMostThousands, *filter.salary_min / 1'000);
    groups.push_back(number_words('y', kSalarySteps, thousands, kMostThousands));
  }
  return groups;
}

/// The words with the prefix of each state that is meant.
Words with_state(const JobFilter& filter, const Words& words) {
  const bool wants_open = filter.status != "closed";
  Words all;
  const auto add = [&](std::string_view state) {
    for (std::string& word : prefixed(state, words)) all.push_back(std::move(word));
  };
  if (wants_open) add("#+o");
  if (wants_open && filter.with_copies) add("#+k");
  if (filter.status != "open") add("#+x");
  return all;
}

std::string facet_expression(const Words& words) {
  std::string expression;
  for (const std::string& word : words) {
    expression.append(expression.empty() ? "(" : " OR ").append(phrase_of(word));
  }
  return expression.append(")");
}

std::string match_of(const JobFilter& filter, std::string match) {
  for (const Words& words : facet_words(filter)) {
    match.append(match.empty() ? "" : " AND ").append(facet_expression(words));
  }
  const std::string excluded = to_exclusion(filter.search);
  return excluded.empty() ? match : "(" + match + ") NOT " + excluded;
}

}  // namespace

Words combinations(const std::vector<Words>& lists) {
  Words all{""};
  for (const Words& parts : lists) {
    if (parts.empty()) continue;
    Words longer;
    for (const std::string& start : all) {
      for (const std::string& part : parts) {
        longer.push_back(start);
        if (!start.empty()) longer.back().push_back('+');
        longer.back().append(part);
      }
    }
    all = std::move(longer);
  }
  return all;
}

Words prefixed(std::string_view letter, const Words& values) {
  Words words;
  for (const std::string& value : values) words.push_back(std::string(letter) + value);
  return words;
}

std::vector<Words> facet_words(const JobFilter& filter) {
  std::vector<Words> groups = property_groups(filter);
  if (groups.empty()) return {state_words(filter)};
  for (Words& group : groups) group = with_state(filter, group);
  return groups;
}

Words state_words(const JobFilter& filter) { return with_state(filter, {"all"}); }

std::optional<std::int64_t> salary_to_check(const JobFilter& filter) {
  const std::int64_t least = filter.salary_min.value_or(0);
  const bool is_known = least % 1'000 == 0 && least <= kMostThousands * 1'000;
  return is_known ? std::nullopt : filter.salary_min;
}

std::string address_match(std::string_view url) { return facet_expression({"#+u" + hex(url)}); }

std::string to_match(const JobFilter& filter) {
  return match_of(filter, to_match_expression(filter.search));
}

std::string to_title_match(const JobFilter& filter) {
  return match_of(filter, "{title} : (" + to_match_expression(filter.search) + ")");
}

std::string to_complement(const JobFilter& filter) {
  return facet_expression(state_words(filter)) + " NOT " +
         facet_expression(facet_words(filter).front());
}

}  // namespace spearyx::api
