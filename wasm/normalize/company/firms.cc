#include "normalize/company/firms.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

#include "model/source.h"
#include "normalize/company/identity.h"
#include "normalize/text/text.h"

namespace spearyx::normalize {
namespace {

/// The fewest postings whose categories say what a firm is about.
constexpr std::int64_t kTellingPostings = 3;

/// The part of a URL's host that somebody registers: its last two names, or three where the second
/// is short, as in "co.uk".
std::string registered_part(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  const std::size_t last = host.rfind('.');
  if (last == host.npos || last == 0) return {};
  std::size_t start = host.rfind('.', last - 1);
  constexpr std::size_t kShort = 3;
  const bool is_country = host.size() - last == kShort;
  if (start != host.npos && start > 0 && is_country && last - start - 1 <= kShort) {
    start = host.rfind('.', start - 1);
  }
  return ascii_lower(host.substr(start == host.npos ? 0 : start + 1));
}

bool share_a_category(const CompanyPlace& a, const CompanyPlace& b) {
  return std::ranges::any_of(a.categories, [&](auto id) { return b.categories.contains(id); });
}

bool are_boards_alike(const CompanyPlace& a, const CompanyPlace& b) {
  const std::string one = company_key(a.board);
  const std::string other = company_key(b.board);
  if (a.source == b.source) return one == other;
  return one.starts_with(other) || other.starts_with(one);
}

}  // namespace

std::string own_domain(std::string_view source, std::string_view url) {
  const auto known = source_named(source);
  if (!known || !info(*known).has_boards()) return {};
  std::string domain = registered_part(url);
  return domain == registered_part(info(*known).base_url) ? std::string() : domain;
}

bool may_be_one_firm(const CompanyPlace& a, const CompanyPlace& b) {
  if (!a.domain.empty() && !b.domain.empty()) {
    if (a.domain != b.domain) return false;
    // One that bears the name is the firm's alone, any other may be that of many.
    if (a.domain.starts_with(company_key(a.name))) return true;
  }
  if (!a.board.empty() && !b.board.empty() && !are_boards_alike(a, b)) return false;
  const bool are_telling = std::min(a.postings, b.postings) >= kTellingPostings &&
                           !a.categories.empty() && !b.categories.empty();
  return !are_telling || share_a_category(a, b);
}

std::vector<std::vector<CompanyPlace>> firms_of(std::vector<CompanyPlace> places) {
  std::ranges::sort(places, {}, [](const CompanyPlace& place) {
    return std::tuple(place.board.empty(), std::string_view(place.source),
                      std::string_view(place.board));
  });
  std::vector<std::vector<CompanyPlace>> firms;
  for (CompanyPlace& place : places) {
    const auto fits = [&](const std::vector<CompanyPlace>& firm) {
      return std::ranges::all_of(
          firm, [&](const CompanyPlace& other) { return may_be_one_firm(place, other); });
    };
    const auto first = std::ranges::find_if(firms, fits);
    if (first != firms.end() && std::find_if(first + 1, firms.end(), fits) == firms.end()) {
      first->push_back(std::move(place));
    } else {
      firms.push_back({std::move(place)});
    }
  }
  return firms;
}

std::string_view firm_name(const std::vector<CompanyPlace>& firm) {
  const auto stated = std::ranges::find_if(firm, [](const CompanyPlace& place) {
    return place.board.empty() || place.name != display_name(place.board);
  });
  return (stated == firm.end() ? firm.front() : *stated).name;
}

}  // namespace spearyx::normalize
