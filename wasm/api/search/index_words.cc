#include "api/search/index_words.h"

#include <algorithm>

#include "api/company_id.h"
#include "normalize/text/text.h"
#include "support/hex.h"

namespace spearyx::api {
namespace {

/// A kind of number with so many hexadecimal digits; the index has a word for each digit.
struct NumberKind {
  char letter;
  int digits;
  std::int64_t most;
};
constexpr NumberKind kSalary{.letter = 'y', .digits = 5, .most = 0xFFFFF};
constexpr NumberKind kFirstSeen{.letter = 'd', .digits = 8, .most = 0xFFFFFFFF};
constexpr NumberKind kFirstZone{.letter = 'f', .digits = 2, .most = 127};
constexpr NumberKind kLastZone{.letter = 't', .digits = 2, .most = 127};
/// The most combinations of a group; longer lists are matched and counted property by property.
constexpr std::size_t kMaxCombinations = 24;

Words company_words(const JobFilter& filter) {
  Words words;
  for (const std::string& company : filter.companies) {
    words.append_range(read_company_id(company).index_words());
    // It may be the slug of a board.
    const std::string as_board = "n" + hex_text(normalize::ascii_lower(company));
    if (as_board != words.back()) words.push_back(as_board);
  }
  return words;
}

Words scope_words(const std::vector<std::string>& scopes) {
  Words words;
  for (const std::string& scope : scopes) {
    std::string word = "r" + normalize::ascii_lower(scope);
    std::erase(word, '_');
    words.push_back(std::move(word));
  }
  return words;
}

/// The words that cover all numbers from `least` on: single ones up to a multiple of sixteen, then
/// sixteens up to a multiple of 256, and so on.
Words words_from(const NumberKind& kind, std::int64_t least) {
  constexpr std::int64_t kBase = 16;
  Words words;
  std::int64_t from = std::clamp<std::int64_t>(least, 0, kind.most);
  std::int64_t most = kind.most;
  for (int digit = 0; digit < kind.digits && from <= most; ++digit) {
    const bool is_last = digit + 1 == kind.digits;
    for (; from <= most && (is_last || from % kBase != 0); ++from) {
      words.push_back(kind.letter + std::to_string(digit) + "+" + std::to_string(from));
    }
    from /= kBase;
    most /= kBase;
  }
  return words;
}

Words employment_words(const JobFilter& filter) {
  Words words = prefixed("e", filter.employment_types);
  for (std::string& word : words) std::erase(word, '-');
  return words;
}

/// The groups of numbers that a posting must reach.
std::vector<Words> number_groups(const JobFilter& filter) {
  std::vector<Words> groups;
  if (filter.salary_min) groups.push_back(words_from(kSalary, *filter.salary_min));
  if (filter.opened_since) groups.push_back(words_from(kFirstSeen, *filter.opened_since));
  if (filter.utc_offset) {
    constexpr std::int64_t kWestmost = -12 * 60;
    const std::int64_t quarters = (*filter.utc_offset - kWestmost) / 15;
    groups.push_back(words_from(kFirstZone, kFirstZone.most - quarters));
    groups.push_back(words_from(kLastZone, quarters));
  }
  return groups;
}

/// Category, source and scope as one group where that is a short one.
std::vector<Words> place_groups(const JobFilter& filter) {
  const auto& scopes = filter.scopes.empty() ? filter.open_to : filter.scopes;
  std::vector<Words> lists{prefixed("c", filter.categories), prefixed("s", filter.sources),
                           scope_words(scopes)};
  std::erase_if(lists, [](const Words& words) { return words.empty(); });
  std::size_t count = 1;
  for (const Words& words : lists) count *= words.size();
  if (lists.empty() || count > kMaxCombinations) return lists;
  return {combinations(lists)};
}

/// The groups of the filter's properties, still without the posting's state.
std::vector<Words> property_groups(const JobFilter& filter) {
  const Words companies = company_words(filter);
  const bool is_by_category_only =
      filter.sources.empty() && filter.scopes.empty() && filter.open_to.empty();
  std::vector<Words> groups;
  if (!companies.empty() && is_by_category_only) {
    groups.push_back(combinations({companies, prefixed("c", filter.categories)}));
  } else {
    groups = place_groups(filter);
    if (!companies.empty()) groups.push_back(companies);
  }
  if (!filter.scopes.empty()) groups.push_back(scope_words(filter.open_to));
  groups.push_back(prefixed("l", filter.levels));
  groups.push_back(employment_words(filter));
  groups.append_range(number_groups(filter));
  std::erase_if(groups, [](const Words& words) { return words.empty(); });
  return groups;
}

/// The words with the prefix of each wanted state.
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

/// The searched words as an FTS5 expression; texts in the columns that are named, as FTS5 does, or
/// in any.
std::string wanted_in(const JobFilter& filter, std::string_view columns) {
  std::string wanted;
  for (const SearchQuery::Term& term : filter.search.wanted) {
    std::string any =
        term.texts.empty() ? "" : std::string(columns) + "(" + any_of(term.texts) + ")";
    if (!term.scopes.empty()) {
      any.append(any.empty() ? "" : " OR ")
          .append(facet_expression(with_state(filter, scope_words(term.scopes))));
    }
    wanted.append(wanted.empty() ? "(" : " AND (").append(any).append(")");
  }
  return wanted;
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
  const bool is_known = filter.salary_min.value_or(0) <= kSalary.most;
  return is_known ? std::nullopt : filter.salary_min;
}

std::string address_match(std::string_view url) {
  return facet_expression({"#+u" + hex_text(url)});
}

std::string to_match(const JobFilter& filter) { return match_of(filter, wanted_in(filter, "")); }

std::string to_title_match(const JobFilter& filter) {
  return match_of(filter, wanted_in(filter, "{title} : "));
}

std::string to_complement(const JobFilter& filter) {
  return facet_expression(state_words(filter)) + " NOT " +
         facet_expression(facet_words(filter).front());
}

}  // namespace spearyx::api
