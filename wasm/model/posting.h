#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/time.h"

namespace spearyx {

/// The form in which the HTML of a description comes, as it stands between the quotes of a JSON
/// string. It is unwrapped only where a posting has changed.
enum class DescriptionFormat : std::uint8_t {
  kHtml,
  /// HTML that is escaped for HTML.
  kEscapedHtml,
  /// HTML whose line breaks are written as a backslash and an n.
  kHtmlOfOneLine,
};

/// A remote posting as its source states it, before anything is derived from it.
struct Posting {
  std::string external_id;
  std::string title;
  std::string company;
  std::string url;
  std::string location;
  /// Further places that the posting is open to.
  std::vector<std::string> places;
  /// Offices of the whole job: the places of the posting if its location does not say.
  std::vector<std::string> offices;
  /// Departments, teams and industries.
  std::vector<std::string> tags;
  /// Words that a source adds so that the posting is found by them.
  std::vector<std::string> labels;
  std::string description;
  DescriptionFormat description_format = DescriptionFormat::kHtml;
  std::optional<UnixSeconds> post_date;
  /// The time at which the source itself withdraws the posting.
  std::optional<UnixSeconds> expires_at;
  /// Salary in structured form, in major units and their hundredths; 0 and "" where not stated.
  double salary_min = 0;
  double salary_max = 0;
  std::string salary_currency;
  std::string salary_period;
  /// The source wants no pay shown, whether from its fields or from its text.
  bool hides_salary = false;
  /// The countries that the source allows in a field of its own; an empty list = anywhere.
  std::optional<std::vector<std::string>> allowed_countries;
  /// The fixed phrase by which the posting is remote; "" where the source lists nothing else.
  std::string_view remote_reason;
  /// The phrase comes from a field for this alone: a hint in a text does not outweigh it.
  bool is_remote_by_field = false;

  // The person and the places that the source states in fields of its own; empty where it does not
  // say.

  /// ISO 3166-1 alpha-2 codes of the countries that its places are in.
  std::vector<std::string> countries;
  /// Levels such as "Mid-level" or "Director"; where there are several, all.
  std::vector<std::string> levels;
  /// "FullTime", "fulltime_permanent", "CDI".
  std::string employment_type;
  /// The time zones in which the work may be done, as minutes from UTC.
  std::vector<std::int64_t> utc_offsets;
};

/// A posting as it is stored: one row of `jobs`.
struct Job {
  std::string external_id;
  std::string title;
  std::string company;
  /// The key that the spellings of the company's name share; "" for a name of signs alone.
  std::string company_key;
  std::string source_url;
  std::string location;
  std::string remote_scope;
  std::int64_t category_id = 17;
  std::string pay_range;
  std::optional<double> salary_min;
  std::optional<double> salary_max;
  std::string salary_currency;
  std::string salary_period;
  /// The greatest yearly pay of full-time work, in US dollars.
  std::optional<std::int64_t> salary_usd_year;
  std::optional<UnixSeconds> post_date;
  std::optional<UnixSeconds> expires_at;
  std::string description_raw;
  std::string description;
  std::string content_hash;

  // Names of normalize/category/seniority.h, "" where unknown.
  std::string_view level;
  std::string_view employment_type;
  /// The least and the greatest distance from UTC at which the work may be done, in minutes.
  std::optional<std::int64_t> utc_offset_min;
  std::optional<std::int64_t> utc_offset_max;
  /// The key that postings of one role share; see model/role.h.
  std::int64_t role_key = 0;
  std::string role_text;
};

}  // namespace spearyx
