#include "normalize/posting.h"

#include <cmath>
#include <utility>

#include "normalize/body.h"
#include "normalize/category/seniority.h"
#include "normalize/cleansing.h"
#include "normalize/company/identity.h"
#include "normalize/pay/comparable_pay.h"
#include "normalize/role/role.h"
#include "normalize/scope/scope.h"
#include "normalize/scope/time_zones.h"
#include "normalize/scope_choice.h"
#include "normalize/text/html_text.h"
#include "normalize/text/plain_text.h"
#include "normalize/text/text.h"
#include "sanitize/entities.h"
#include "support/hash.h"
#include "support/json_text.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

/// The most bytes of a description. A quarter of a megabyte is twenty times the longest real
/// description, and even with every byte escaped in JSON it stays below the 2,000,000 bytes of a
/// database row.
constexpr std::size_t kMaxDescriptionBytes = 256 * 1024;

/// The words of a summary: as many as a card shows, and as the search index holds of a text.
constexpr std::size_t kSummaryWords = 80;

std::int64_t cents(double amount) { return std::llround(amount * 100); }

std::string in_lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all.append(text).append("\n");
  return all;
}

/// Cuts a description to its limit; answers whether it was cut.
bool limit_description(std::string& html) {
  repair_utf8(html);
  if (html.size() <= kMaxDescriptionBytes) return false;
  html.resize(truncate_utf8(html, kMaxDescriptionBytes).size());
  // Within a tag the mark would be a part of it.
  const std::size_t tag = html.rfind('<');
  if (tag != std::string::npos && html.find('>', tag) == std::string::npos) html.resize(tag);
  html.append(kCutMark);
  return true;
}

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

void set_salary(Job& job, const std::optional<Salary>& salary) {
  if (!salary) return;
  job.salary_min = salary->min;
  job.salary_max = salary->max;
  job.salary_currency = salary->currency;
  job.salary_usd_year = usd_per_year(*salary);
  if (salary->period) job.salary_period = period_name(*salary->period);
  job.pay_range = pay_range(*salary);
}

/// Sets the demands besides skills: level, employment and time zones.
void set_engagement(Job& job, const Posting& posting, std::string_view text) {
  job.level = level_of(views_of(posting.levels), job.title);
  job.employment_type = employment_type_of(posting.employment_type, job.title);
  auto offsets = span_of(posting.utc_offsets);
  if (!offsets) offsets = utc_offsets_in(posting.location);
  if (!offsets) offsets = utc_offsets_in(text);
  if (!offsets) return;
  job.utc_offset_min = offsets->min;
  job.utc_offset_max = offsets->max;
}

std::string unwrapped(const Posting& posting) {
  std::string html = unescape_json(posting.description);
  switch (posting.description_format) {
    case DescriptionFormat::kEscapedHtml:
      return sanitize::decode_entities(html);
    case DescriptionFormat::kHtmlOfOneLine:
      return unescape_newlines(html);
    case DescriptionFormat::kHtml:
      break;
  }
  return html;
}

}  // namespace

std::string description_html(const Posting& posting) { return plain_html(unwrapped(posting)); }

std::string content_hash(const Posting& posting) {
  ContentHash hash;
  hash.field(kDerivation)
      .field(posting.title)
      .field(posting.company)
      .field(posting.url)
      .field(posting.location)
      .field(in_lines(posting.places))
      .field(in_lines(posting.offices))
      .field(in_lines(posting.tags))
      .field(in_lines(posting.labels))
      .field(posting.description)
      .field(posting.post_date)
      .field(posting.expires_at)
      .field(cents(posting.salary_min))
      .field(cents(posting.salary_max))
      .field(posting.salary_currency)
      .field(posting.salary_period)
      .field(posting.hides_salary ? 1 : 0)
      .field(posting.allowed_countries ? in_lines(*posting.allowed_countries) : "-")
      .field(posting.is_remote_by_field ? 1 : 0)
      .field(in_lines(posting.countries))
      .field(in_lines(posting.levels))
      .field(posting.employment_type);
  for (const std::int64_t offset : posting.utc_offsets) hash.field(offset);
  return hash.hex();
}

NormalizedJob to_job(const Posting& posting, std::string hash, const Categoriser& categoriser,
                     PayTrace* trace) {
  NormalizedJob normalized;
  Job& job = normalized.job;
  job.external_id = posting.external_id;
  job.content_hash = std::move(hash);
  job.title = clean_title(posting.title);
  job.company = clean_title(posting.company);
  job.company_key = company_key(job.company);
  job.source_url = posting.url;
  job.location = strip_trailing_comma(clean_title(posting.location));
  job.post_date = posting.post_date;
  job.expires_at = posting.expires_at;
  job.description_raw = description_html(posting);
  normalized.is_truncated = limit_description(job.description_raw);
  const std::string text = html_text(job.description_raw);
  job.description = first_words(text, kSummaryWords);
  const auto category =
      categoriser.categorise(job.title, {views_of(posting.tags), views_of(posting.labels), text});
  job.category_id = category.category_id;
  normalized.category_term = category.term;
  const TextWords words(text);
  const BodyStatements body = read_body(text, words);
  normalized.denial = denial_of(posting, body.denial);
  ScopeChoice scope = choose_scope(posting, body);
  normalized.scope_evidence = std::move(scope.evidence);
  job.remote_scope = scope_json(scope.codes);
  const Pay pay = pay_of(posting, job.title, text, scope.codes, trace);
  normalized.pay_origin = pay.origin;
  set_salary(job, pay.salary);
  set_engagement(job, posting, text);
  set_role(job, text, words);
  return normalized;
}

}  // namespace spearyx::normalize
