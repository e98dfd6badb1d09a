#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/company.h"

/// The identity of a company: the slug of its board, its name to show, and a key to compare names
/// by.
namespace spearyx::normalize {

inline constexpr std::size_t kMaxSlugVariations = 8;

/// A slug as most sources have them: 1 to 100 ASCII letters, digits, hyphens and underscores, the first
/// a letter or a digit. So it needs no escaping in a path, and dots, slashes, spaces, percent signs,
/// quotation marks and Unicode are refused.
[[nodiscard]] bool is_valid_slug(std::string_view slug);

/// Whether a slug is valid by the rules of the source; a source without boards has none.
[[nodiscard]] bool is_valid_slug(Source source, std::string_view slug);

/// A readable company name from a slug: "blue-heron_labs" → "Blue Heron Labs", "acme-ai" → "Acme
/// AI". Parts with capital letters stay as they are.
[[nodiscard]] std::string display_name(std::string_view slug);

/// The name to show of a company: its own, or until it has one, a name made from its slug.
[[nodiscard]] std::string company_name(const Company& company);

/// The key that all names of one company share: "Blue Heron Labs, Inc.", "blue-heron labs" and "The
/// Blue Héron Labs LLC" all give "blueheronlabs". Case, marks, punctuation, a leading "The", texts
/// in parentheses and trailing legal forms do not count. For comparing only.
[[nodiscard]] std::string company_key(std::string_view name);

/// The key that names of one employer share across postings: `company_key` without words that come
/// and go ("Technologies", "Group", "Bank", ".com"). Two employers may share it, so it is never
/// enough alone.
[[nodiscard]] std::string employer_key(std::string_view name);

/// Whether a board of this name may be that of the candidate, a slug or a name. One must be the
/// beginning of the other, at the end of a word of the board's name. "aha" is "Aha! Labs, Inc." and
/// "aha-labs" is "Aha!", neither is "Animal Hospital Associates".
[[nodiscard]] bool may_be_named(std::string_view candidate, std::string_view name);

/// The slugs under which a candidate may have a board, most likely first, all valid, at most
/// `kMaxSlugVariations`. A slug yields itself, itself in lower case, its parts joined, hyphenated,
/// in camel case ("BlueHeron", "blueHeron") and with underscores, last without a legal form. A
/// company name ("Acme & Sons, Inc.") yields the same of its words without the legal form, then
/// with it. Any other text (paths, URLs, markup, SQL, other scripts, more than 100 bytes) yields
/// nothing.
///
/// Where a source does not tell upper from lower case, variations that are `iequals` are one request.
[[nodiscard]] std::vector<std::string> slug_variations(std::string_view candidate);

}  // namespace spearyx::normalize
