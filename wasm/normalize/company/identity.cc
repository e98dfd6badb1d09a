#include "normalize/company/identity.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "normalize/text/text.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

/// Legal forms that a company register appends to a name, without dots; sorted.
constexpr auto kLegalForms = std::to_array<std::string_view>({
    "ab",      "ag",           "aps",         "as",   "asa",  "bhd",     "bv",      "co",
    "company", "corp",         "corporation", "cv",   "doo",  "ev",      "gk",      "gmbh",
    "inc",     "incorporated", "kft",         "kg",   "kgaa", "kk",      "limited", "llc",
    "llp",     "lp",           "ltd",         "ltda", "mbh",  "nv",      "oo",      "ood",
    "ou",      "oy",           "oyj",         "pbc",  "plc",  "private", "pte",     "pty",
    "pvt",     "sa",           "sarl",        "sas",  "sasu", "sdn",     "se",      "sl",
    "slu",     "spa",          "srl",         "sro",  "uab",  "ug",      "ulc",     "zrt",
});
static_assert(std::ranges::is_sorted(kLegalForms));

/// Links between two legal forms: "GmbH & Co. KG", "S.A. de C.V.", "Sp. z o.o."; sorted.
constexpr auto kLegalLinks = std::to_array<std::string_view>({"and", "de", "sp", "z"});
static_assert(std::ranges::is_sorted(kLegalLinks));

/// Additions that the name of one employer has here and lacks there; sorted. Words that tell firms
/// apart are none: labs, network, analytics, capital.
constexpr auto kAdditions = std::to_array<std::string_view>({
    "bank",
    "business",
    "careers",
    "global",
    "group",
    "holding",
    "holdings",
    "hq",
    "international",
    "io",
    "jobs",
    "software",
    "technologies",
    "technology",
    "worldwide",
});
static_assert(std::ranges::is_sorted(kAdditions));

/// Acronyms, the parts of a slug that are written in capitals; sorted.
constexpr auto kAcronyms = std::to_array<std::string_view>({
    "ai", "api", "ar",  "b2b", "bi", "cx", "eu", "hq",  "hr", "ii", "io", "iot",
    "it", "ml",  "nyc", "qa",  "tv", "uk", "us", "usa", "ux", "vc", "vr", "xr",
});
static_assert(std::ranges::is_sorted(kAcronyms));

/// Small words, the parts of a slug that stay small inside a name; sorted.
constexpr auto kSmallWords =
    std::to_array<std::string_view>({"and", "de", "for", "in", "of", "on", "the"});
static_assert(std::ranges::is_sorted(kSmallWords));

bool contains(std::span<const std::string_view> sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

std::string capitalised(std::string word) {
  if (!word.empty()) word.front() = ascii_upper(word.front());
  return word;
}

std::string readable_part(std::string_view part, bool is_first) {
  if (std::ranges::any_of(part, is_ascii_upper)) return capitalised(std::string(part));
  if (contains(kAcronyms, part)) {
    std::string out(part);
    std::ranges::transform(out, out.begin(), [](char c) { return ascii_upper(c); });
    return out;
  }
  if (!is_first && contains(kSmallWords, part)) return std::string(part);
  // "gitlabhq": no English word ends in these two letters.
  if (part.size() > 4 && part.ends_with("hq")) {
    return capitalised(std::string(part.substr(0, part.size() - 2))) + " HQ";
  }
  return capitalised(std::string(part));
}

/// Whether a word is in a list with a space behind each.
bool is_listed(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t end = list.find(' ');
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(end + 1);
  }
  return false;
}

bool is_slug_by(const SlugRules& rules, std::string_view slug) {
  const auto may_hold = [&](char c) { return is_ascii_alnum(c) || rules.further.contains(c); };
  return !slug.empty() && slug.size() <= rules.longest && is_ascii_alnum(slug.front()) &&
         std::ranges::all_of(slug, may_hold) && !is_listed(rules.reserved, ascii_lower(slug));
}

/// The text before the first parenthesis; the whole text where it begins with one.
std::string_view without_parentheses(std::string_view name) {
  const std::size_t open = name.find('(');
  return open == 0 ? name : name.substr(0, open);
}

/// Whether it is a sign of any script: punctuation, an arrow, a symbol, an emoji.
constexpr bool is_symbol(char32_t c) {
  return (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3003) || c == 0xFE0F ||
         (c >= 0x1F000 && c <= 0x1FAFF);
}

/// The words of a company name with one space between them, marks taken off. Dots and apostrophes
/// vanish ("S.A.", "O'Reilly"), an ampersand is "and", any other sign separates; other scripts stay
/// as they are.
std::string name_words(std::string_view name) {
  std::string words;
  for (std::size_t at = 0; at < name.size();) {
    const auto [c, length] = decode_utf8(name, at);
    const std::string_view bytes = name.substr(at, length);
    at += length;
    const bool is_combining_mark = c >= 0x300 && c <= 0x36F;
    if (c == '.' || c == '\'' || c == U'’' || is_combining_mark) continue;
    if (append_unaccented(words, c)) continue;
    const bool is_digit = c < 0x80 && is_ascii_digit(static_cast<char>(c));
    if (is_digit || (c >= 0x370 && !is_symbol(c))) {
      words.append(bytes);
      continue;
    }
    if (!words.empty() && !words.ends_with(' ')) words.push_back(' ');
    if (c == '&') words.append("and ");
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

/// A name's words in lower case, without what stands in parentheses.
std::string folded_words(std::string_view name) {
  return ascii_lower(name_words(without_parentheses(name)));
}

/// Drops trailing legal forms, and the words that link them; the first word always stays.
void drop_legal_form(std::string& words) {
  const std::size_t before = words.size();
  while (true) {
    const std::size_t space = words.rfind(' ');
    if (space == words.npos) return;
    const std::string last = ascii_lower(std::string_view(words).substr(space + 1));
    const bool is_link = words.size() < before && contains(kLegalLinks, last);
    if (!is_link && !contains(kLegalForms, last)) return;
    words.resize(space);
  }
}

/// Drops the last word where it is an addition; the first word always stays.
bool drop_addition(std::string& words) {
  const std::size_t space = words.rfind(' ');
  if (space == words.npos || !contains(kAdditions, std::string_view(words).substr(space + 1))) {
    return false;
  }
  words.resize(space);
  return true;
}

/// Drops a domain from the end of a key, because some sources take the dot out of a name:
/// "impactcom" is "impact".
void drop_domain(std::string& key) {
  constexpr std::size_t kShortest = 4;
  for (const std::string_view ending : {"com", "io"}) {
    if (!key.ends_with(ending) || key.size() < kShortest + ending.size()) continue;
    key.resize(key.size() - ending.size());
    return;
  }
}

std::string joined(std::string_view words, std::string_view separator) {
  std::string out;
  for (const char c : words) {
    if (c == ' ') {
      out.append(separator);
    } else {
      out.push_back(c);
    }
  }
  return out;
}

/// The words as one, without a leading article.
std::string one_word(std::string_view words) {
  return joined(words.substr(words.starts_with("the ") ? 4 : 0), "");
}

/// The words in upper camel case: "BlueHeron".
std::string upper_camel_case(std::string_view words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_initial = i == 0 || words[i - 1] == ' ';
    if (words[i] != ' ') out.push_back(is_initial ? ascii_upper(words[i]) : words[i]);
  }
  return out;
}

/// The words in lower camel case: "blueHeron".
std::string lower_camel_case(std::string_view words) {
  const std::size_t first_word = std::min(words.find(' '), words.size());
  return ascii_lower(words.substr(0, first_word)) + upper_camel_case(words.substr(first_word));
}

/// Whether a text has only characters of company names: Latin letters, digits, spaces and the usual
/// punctuation.
bool is_company_name(std::string_view text) {
  constexpr std::string_view kPunctuation = " -_.,&'()!+";
  if (text.size() > SlugRules().longest || text.contains("--") || text.contains("..")) return false;
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_utf8(text, at);
    at += length;
    if (append_unaccented(letters, c) || c == U'’') continue;
    if (c >= 0x80) return false;
    const auto ascii = static_cast<char>(c);
    if (!is_ascii_digit(ascii) && !kPunctuation.contains(ascii)) return false;
  }
  return !letters.empty();
}

/// The key without its article: "thetradedesk" → "tradedesk".
std::string without_article(std::string_view key) {
  const bool has_article = key.size() > 3 && key.starts_with("the");
  return std::string(key.substr(has_article ? 3 : 0));
}

/// Keeps valid slugs in the order they are offered, each once.
class Variations {
 public:
  void offer(std::string slug) {
    if (found_.size() == kMaxSlugVariations || !is_valid_slug(slug)) return;
    if (std::ranges::contains(found_, slug)) return;
    found_.push_back(std::move(slug));
  }

  void offer_spellings(std::string_view words) {
    offer(ascii_lower(joined(words, "")));
    offer(ascii_lower(joined(words, "-")));
    offer(upper_camel_case(words));
    offer(lower_camel_case(words));
    offer(ascii_lower(joined(words, "_")));
  }

  std::vector<std::string> take() { return std::move(found_); }

 private:
  std::vector<std::string> found_;
};

}  // namespace

bool is_valid_slug(std::string_view slug) { return is_slug_by(SlugRules(), slug); }

bool is_valid_slug(Source source, std::string_view slug) {
  return info(source).has_boards() && is_slug_by(info(source).slugs, slug);
}

std::string company_name(const Company& company) {
  return company.name.empty() ? display_name(company.slug) : company.name;
}

std::string display_name(std::string_view slug) {
  std::string out;
  for (std::size_t at = 0; at < slug.size();) {
    const std::size_t end = std::min(slug.find_first_of("-_ ", at), slug.size());
    if (end > at) {
      if (!out.empty()) out.push_back(' ');
      out.append(readable_part(slug.substr(at, end - at), out.empty()));
    }
    at = end + 1;
  }
  return out;
}

std::string company_key(std::string_view name) {
  std::string words = folded_words(name);
  drop_legal_form(words);
  return one_word(words);
}

std::string employer_key(std::string_view name) {
  std::string words = folded_words(name);
  do {
    drop_legal_form(words);
  } while (drop_addition(words));
  std::string key = one_word(words);
  drop_domain(key);
  return key;
}

bool may_be_named(std::string_view candidate, std::string_view name) {
  const std::string wanted = without_article(company_key(candidate));
  const std::string whole = without_article(company_key(name));
  constexpr std::size_t kShortest = 3;
  if (whole.empty() || wanted == whole) return true;
  if (whole.size() >= kShortest && wanted.starts_with(whole)) return true;
  // A full stop ends a word, too: "Cal.com".
  std::string spaced(without_parentheses(name));
  std::ranges::replace(spaced, '.', ' ');
  std::string key;
  for (const char c : ascii_lower(name_words(spaced)) + " ") {
    if (c != ' ') {
      key.push_back(c);
    } else if (without_article(key) == wanted) {
      return true;
    }
  }
  return false;
}

std::vector<std::string> slug_variations(std::string_view candidate) {
  Variations variations;
  const bool is_slug = is_valid_slug(candidate);
  if (!is_slug && !is_company_name(candidate)) return {};
  const std::string words = name_words(without_parentheses(candidate));
  std::string reduced = words;
  drop_legal_form(reduced);
  variations.offer(std::string(candidate));
  variations.offer(ascii_lower(candidate));
  variations.offer_spellings(is_slug ? words : reduced);
  variations.offer_spellings(is_slug ? reduced : words);
  return variations.take();
}

}  // namespace spearyx::normalize
