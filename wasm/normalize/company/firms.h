#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

/// Firms of one name: which boards and feeds of a company key belong together. The rule and its
/// reasons are docs/decisions/0028-one-company-one-page.md.
namespace spearyx::normalize {

/// A company at one place: a board, or a feed that states its name.
struct CompanyPlace {
  std::string source;
  /// The slug of the board; "" at a feed.
  std::string board;
  /// The name as the place states it.
  std::string name;
  /// The domain of its own to which a board's postings lead; "" where they lead to the source.
  std::string domain;
  /// The number of its open postings.
  std::int64_t postings = 0;
  /// The categories of these postings, without that of unknown ones.
  std::set<std::int64_t> categories;
};

/// The domain of its own that a posting of the source leads to, "careers.acme.co.uk" → "acme.co.uk"; ""
/// where it leads to the source.
[[nodiscard]] std::string own_domain(std::string_view source, std::string_view url);

/// Whether two places of one company key may be one firm, which they are unless something tells them
/// apart: domains that differ; or, where no common domain bears the name, two boards of one source,
/// boards of which neither's name begins the other's, or three postings or more each, of which no two
/// share a category.
[[nodiscard]] bool may_be_one_firm(const CompanyPlace& a, const CompanyPlace& b);

/// The places of one company key by firm, boards before feeds. A place that may belong to several
/// firms is one of its own.
[[nodiscard]] std::vector<std::vector<CompanyPlace>> firms_of(std::vector<CompanyPlace> places);

/// The name to show of a firm: that of its first place that states one, not only a slug.
[[nodiscard]] std::string_view firm_name(const std::vector<CompanyPlace>& firm);

}  // namespace spearyx::normalize
