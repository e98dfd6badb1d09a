/// Any bytes as each of the texts that a posting's facts are read from.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "fuzz.h"
#include "normalize/category/category.h"
#include "normalize/company/board_reference.h"
#include "normalize/company/identity.h"
#include "normalize/pay/salary.h"
#include "normalize/remote/rule.h"
#include "normalize/scope/scope.h"
#include "normalize/text/dates.h"
#include "normalize/text/html_text.h"
#include "normalize/text/text.h"
#include "support/decode.h"
#include "support/json_text.h"
#include "support/percent.h"
#include "support/utf8.h"

namespace spearyx::testing {
namespace {

void check_dates(std::string_view text) {
  constexpr UnixSeconds kNow = 1'786'000'000;
  if (const auto date = normalize::plausible_date(normalize::parse_iso8601(text))) {
    FUZZ_CHECK(normalize::parse_iso8601(normalize::iso8601(*date)) == date);
  }
  const auto rest = normalize::parse_retry_after(text, kNow);
  FUZZ_CHECK(!rest || (*rest >= kNow && *rest <= kNow + normalize::kMaxRetryAfter) ||
             *rest <= normalize::kMaxRetryAfter);
  static_cast<void>(normalize::parse_unix_seconds(text));
}

void check_salary(std::string_view text) {
  const auto salary = normalize::parse_salary(text);
  if (!salary) return;
  FUZZ_CHECK(salary->min || salary->max);
  if (salary->min) FUZZ_CHECK(*salary->min > 0);
  if (salary->min && salary->max) FUZZ_CHECK(*salary->min <= *salary->max);
  FUZZ_CHECK(salary->currency.empty() || salary->currency.size() == 3);
  FUZZ_CHECK(!normalize::pay_range(*salary).empty());
}

void check_scope(std::string_view text) {
  for (const auto& scope : {normalize::remote_scope(text), normalize::scope_from_body(text)}) {
    FUZZ_CHECK(std::ranges::is_sorted(scope));
    FUZZ_CHECK(std::ranges::adjacent_find(scope) == scope.end());
  }
  const std::array names{text};
  FUZZ_CHECK(std::ranges::is_sorted(normalize::scope_from_countries(names)));
}

void check_rules(std::string_view text) {
  static const normalize::Categoriser kCategoriser;
  const std::array texts{text};
  const auto verdict = kCategoriser.categorise(text, texts, text);
  FUZZ_CHECK(verdict.category_id >= 1 &&
             std::cmp_less_equal(verdict.category_id, normalize::kCategories.size()));
  const std::array metadata{normalize::Metadata{"Workplace Type", text}};
  FUZZ_CHECK(!normalize::greenhouse_remote(text, texts, metadata).reason.empty());
  FUZZ_CHECK(!normalize::lever_remote(text, text, text, texts).reason.empty());
}

void check_identity(std::string_view text) {
  const auto variations = normalize::slug_variations(text);
  FUZZ_CHECK(variations.size() <= normalize::kMaxSlugVariations);
  for (const std::string& slug : variations) FUZZ_CHECK(normalize::is_valid_slug(slug));
  const auto reference = normalize::parse_board_reference(text);
  FUZZ_CHECK(!reference || normalize::is_valid_slug(reference->slug));
  FUZZ_CHECK(encode_path_segment(text).find_first_of("/?#\\ ") == std::string::npos);
}

void check_repairs(std::string_view text) {
  std::string valid(text);
  repair_utf8(valid);
  FUZZ_CHECK(is_valid_utf8(valid));
  const std::string title = normalize::clean_title(valid);
  FUZZ_CHECK(is_valid_utf8(title) && normalize::clean_title(title) == title);
  FUZZ_CHECK(is_valid_utf8(normalize::repair_mojibake(valid)));
  FUZZ_CHECK(is_valid_utf8(normalize::html_text(valid)));
}

/// Compares our reading with glaze's, where glaze can read all of it as one string.
void check_json_text(std::string_view text) {
  std::string valid(text);
  repair_utf8(valid);
  const std::string said = unescape_json(valid);
  FUZZ_CHECK(is_valid_utf8(said) && said.size() <= valid.size());
  std::string read;
  const std::string literal = '"' + valid + '"';
  const auto outcome = glz::read<kDecode>(read, literal);
  if (!outcome && outcome.count == literal.size()) FUZZ_CHECK(said == read);
}

}  // namespace

void fuzz(std::string_view input) {
  check_dates(input);
  check_salary(input);
  check_scope(input);
  check_rules(input);
  check_identity(input);
  check_repairs(input);
  check_json_text(input);
}

}  // namespace spearyx::testing
