#include "normalize/posting.h"

#include <utility>

#include "normalize/cleansing.h"
#include "normalize/html_text.h"
#include "normalize/plain_text.h"
#include "normalize/remote_scope.h"
#include "normalize/role.h"
#include "normalize/salary.h"
#include "normalize/text.h"
#include "sanitize/entities.h"
#include "support/hash.h"
#include "support/json_text.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

/// A quarter of a megabyte is twenty times the longest real description, and even with every byte
/// escaped in JSON it stays below the 2,000,000 bytes a database row can hold.
constexpr std::size_t kMaxDescriptionBytes = 256 * 1024;

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all.append(text).append("\n");
  return all;
}

/// True when the text had to be cut.
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

using Scope = std::vector<std::string_view>;

void set_salary(Job& job, const Posting& posting, std::string_view text, const Scope& scope) {
  std::optional<Salary> salary = make_salary(posting.salary_min, posting.salary_max,
                                             posting.salary_currency, posting.salary_period);
  if (!salary) salary = parse_salary(text, scope);
  if (!salary) salary = parse_salary(job.title, scope);
  if (!salary) return;
  job.salary_min = salary->min;
  job.salary_max = salary->max;
  job.salary_currency = salary->currency;
  if (salary->period) job.salary_period = period_name(*salary->period);
  job.pay_range = pay_range(*salary);
}

Scope scope_of(const Posting& posting, std::string_view text) {
  if (posting.allowed_countries) {
    return scope_from_countries(views_of(*posting.allowed_countries));
  }
  const std::string places = posting.location + "\n" + joined(posting.places);
  Scope scope = remote_scope(places);
  if (scope.empty() && !posting.offices.empty()) {
    scope = remote_scope(places + joined(posting.offices));
  }
  return scope.empty() ? scope_from_body(text) : scope;
}

std::string unwrapped(const Posting& posting) {
  switch (posting.description_format) {
    case DescriptionFormat::kJsonHtml:
      return unescape_json(posting.description);
    case DescriptionFormat::kJsonEscapedHtml:
      return sanitize::decode_entities(unescape_json(posting.description));
    case DescriptionFormat::kHtml:
      break;
  }
  return posting.description;
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
      .field(joined(posting.places))
      .field(joined(posting.offices))
      .field(joined(posting.tags))
      .field(posting.description)
      .field(posting.post_date)
      .field(posting.expires_at)
      .field(posting.salary_min)
      .field(posting.salary_max)
      .field(posting.salary_currency)
      .field(posting.salary_period)
      .field(posting.allowed_countries ? joined(*posting.allowed_countries) : "-");
  return hash.hex();
}

NormalizedJob to_job(const Posting& posting, std::string hash, const Categoriser& categoriser) {
  NormalizedJob normalized;
  Job& job = normalized.job;
  job.external_id = posting.external_id;
  job.content_hash = std::move(hash);
  job.title = clean_title(posting.title);
  job.company = clean_title(posting.company);
  job.source_url = posting.url;
  job.location = strip_trailing_comma(clean_title(posting.location));
  job.post_date = posting.post_date;
  job.expires_at = posting.expires_at;
  job.description_raw = description_html(posting);
  normalized.is_truncated = limit_description(job.description_raw);
  const std::string text = html_text(job.description_raw);
  job.description = first_words(text, kSummaryWords);
  const auto category = categoriser.categorise(job.title, views_of(posting.tags), text);
  job.category_id = category.category_id;
  normalized.category_term = category.term;
  const Scope scope = scope_of(posting, text);
  job.remote_scope = scope_json(scope);
  set_salary(job, posting, text, scope);
  set_role(job, text);
  return normalized;
}

}  // namespace spearyx::normalize
