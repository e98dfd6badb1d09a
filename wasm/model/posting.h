#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/time.h"

namespace spearyx {

/// How the HTML of a description comes. What needs work to unwrap is unwrapped only where a posting
/// has changed.
enum class DescriptionFormat : std::uint8_t {
  kHtml,
  /// As it stands between the quotes of a JSON string.
  kJsonHtml,
  /// The same, and what the string says is HTML escaped for HTML.
  kJsonEscapedHtml,
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
  /// Offices of the whole job: where the posting may be done from if its location does not say.
  std::vector<std::string> offices;
  /// Departments and labels.
  std::vector<std::string> tags;
  std::string description;
  DescriptionFormat description_format = DescriptionFormat::kHtml;
  std::optional<UnixSeconds> post_date;
  /// When the source itself withdraws the posting.
  std::optional<UnixSeconds> expires_at;
  /// Salary in structured form; 0 and "" where not stated.
  std::int64_t salary_min = 0;
  std::int64_t salary_max = 0;
  std::string salary_currency;
  std::string salary_period;
  /// The source says in its own field where one may work from; empty list = anywhere.
  std::optional<std::vector<std::string>> allowed_countries;
  /// What says that it is remote, a fixed phrase; "" where the source lists nothing else.
  std::string_view remote_reason;
};

/// A posting as it is stored: one row of `jobs`.
struct Job {
  std::string external_id;
  std::string title;
  std::string company;
  std::string source_url;
  std::string location;
  std::string remote_scope;
  std::int64_t category_id = 17;
  std::string pay_range;
  std::optional<std::int64_t> salary_min;
  std::optional<std::int64_t> salary_max;
  std::string salary_currency;
  std::string salary_period;
  std::optional<UnixSeconds> post_date;
  std::optional<UnixSeconds> expires_at;
  std::string description_raw;
  std::string description;
  std::string content_hash;
  /// What tells which postings are one role: see model/role.h.
  std::int64_t role_key = 0;
  std::string role_text;
};

}  // namespace spearyx
