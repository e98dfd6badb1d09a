#include "sources/wire.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <system_error>
#include <utility>

#include "normalize/text/dates.h"
#include "normalize/text/plain_text.h"
#include "support/html_escape.h"
#include "support/json_text.h"

namespace spearyx::wire {
namespace {

bool is_string(const Field& field) { return field.str.starts_with('"'); }

bool is_number(const Field& field) {
  return !field.str.empty() && std::string_view("-0123456789").contains(field.str.front());
}

/// Whether a field states nothing: absent, null or an empty text.
bool is_unstated(const Field& field) { return is_absent(field) || field.str == "\"\""; }

/// The moment that a number of seconds or milliseconds stands for; the size tells them apart,
/// because the year 5138 in seconds is 1973 in milliseconds.
std::optional<UnixSeconds> counted(std::string_view number) {
  constexpr std::int64_t kFirstMilliseconds = 100'000'000'000;
  number = number.substr(0, number.find('.'));
  std::int64_t count = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, failure] = std::from_chars(number.data(), end, count);
  if (failure != std::errc() || stop != end) return std::nullopt;
  return count < kFirstMilliseconds ? count : to_seconds(count);
}

/// Converts plain text to HTML, both between the quotes of a JSON string.
std::string html_of(std::string_view quoted_text) {
  std::string html;
  for (std::size_t at = 0; at < quoted_text.size();) {
    const std::string_view piece = quoted_text.substr(at, quoted_text[at] == '\\' ? 2 : 1);
    if (piece == "<" || piece == "&") {
      html.append(entity_of(piece.front()));
    } else {
      html.append(piece == "\\n" ? "<br>" : piece);
    }
    at += piece.size();
  }
  return html;
}

std::size_t digits_of(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

/// The first two digits behind a decimal point.
std::int64_t hundredths(std::string_view text) {
  text = text.substr(0, digits_of(text));
  const auto digit = [text](std::size_t i) { return i < text.size() ? text[i] - '0' : 0; };
  return digit(0) * 10 + digit(1);
}

}  // namespace

Result<void> explain(const glz::error_ctx& outcome, std::string_view body) {
  const std::string place = "at byte " + std::to_string(outcome.count);
  if (!outcome) {
    const bool is_all = body.find_first_not_of(" \t\r\n", outcome.count) == std::string_view::npos;
    return is_all ? Result<void>() : fail(ErrorCode::kMalformedJson, "text goes on " + place);
  }
  if (validate_json(body)) return fail(ErrorCode::kMalformedJson, place);
  const std::string_view line = body.substr(0, body.find_first_of("\n\r"));
  return fail(ErrorCode::kUnexpectedShape, "starts with " + std::string(line.substr(0, 60)));
}

bool is_absent(const Field& field) { return field.str.empty() || field.str == "null"; }

std::string code(const Field& field) { return unescape_json(quoted(field)); }

std::string integer(const Field& field) {
  const bool is_whole = field.str.find_first_of(".eE") == std::string_view::npos;
  return is_number(field) && is_whole ? std::string(field.str) : std::string();
}

std::string id(const Field& field) { return is_string(field) ? code(field) : integer(field); }

std::string text(const Field& field) { return normalize::plain_text(code(field)); }

std::string_view quoted(const Field& field) {
  return is_string(field) ? field.str.substr(1, field.str.size() - 2) : std::string_view();
}

std::int64_t whole(const Field& field) { return static_cast<std::int64_t>(decimal(field)); }

double decimal(const Field& field) {
  constexpr std::size_t kMostDigits = 15;
  std::string_view text = field.str;
  if (text.starts_with('"')) text.remove_prefix(1);
  const std::size_t digits = digits_of(text);
  const bool ends = digits == text.size() || std::string_view("\". ").contains(text[digits]);
  const bool has_exponent = text.find_first_of("eE") != std::string_view::npos;
  if (digits == 0 || digits > kMostDigits || !ends || has_exponent) return 0;
  std::int64_t units = 0;
  for (const char digit : text.substr(0, digits)) units = units * 10 + (digit - '0');
  text.remove_prefix(digits);
  const std::int64_t cents = text.starts_with('.') ? hundredths(text.substr(1)) : 0;
  return static_cast<double>(units) + static_cast<double>(cents) / 100;
}

std::optional<UnixSeconds> moment(const Field& field) {
  const std::string written = is_number(field) ? std::string(field.str) : code(field);
  auto time = counted(written);
  if (!time) time = normalize::parse_iso8601(written);
  if (!time) time = normalize::parse_utc(written);
  return normalize::plausible_date(time);
}

normalize::RemoteVerdict settle(const normalize::RemoteVerdict& by_fields, const Field& title,
                                std::initializer_list<Field> description) {
  if (normalize::is_settled(by_fields)) return by_fields;
  std::vector<std::string_view> parts;
  for (const Field& part : description) parts.push_back(quoted(part));
  return normalize::settle(by_fields, text(title), parts);
}

void SoftFields::count_if_stated(const Field& field, std::string_view what) {
  if (!is_unstated(field)) listing_.count_unknown(what);
}

std::string SoftFields::text(const Field& field, std::string_view what) {
  return normalize::plain_text(code(field, what));
}

std::string SoftFields::code(const Field& field, std::string_view what) {
  if (!is_string(field)) count_if_stated(field, what);
  return wire::code(field);
}

std::vector<std::string> SoftFields::one(const Field& field, std::string_view what) {
  std::string only = text(field, what);
  if (only.empty()) return {};
  return {std::move(only)};
}

std::vector<std::string> SoftFields::texts(const Field& field, std::string_view what) {
  std::vector<std::string> texts;
  for (const Field& element : list(field, what)) texts.push_back(text(element, what));
  std::erase(texts, "");
  return texts;
}

std::optional<UnixSeconds> SoftFields::date(const Field& field) {
  const auto date = moment(field);
  // 0 is how some say that there is none.
  if (!date && field.str != "0") count_if_stated(field, "date");
  return date;
}

double SoftFields::amount(const Field& field) {
  if (!is_string(field) && !is_number(field)) count_if_stated(field, "salary");
  return decimal(field);
}

void SoftFields::pay(const PayFields& pay, Posting& posting) {
  posting.salary_min = amount(pay.min);
  posting.salary_max = amount(pay.max);
  if (posting.salary_min == 0 && posting.salary_max == 0) return;
  posting.salary_currency = code(pay.currency, "salary");
  posting.salary_period = code(pay.period, "salary");
}

std::optional<bool> SoftFields::flag(const Field& field, std::string_view what) {
  if (field.str == "true" || field.str == "false") return field.str == "true";
  count_if_stated(field, what);
  return std::nullopt;
}

std::string_view SoftFields::html(const Field& field) {
  if (!is_string(field)) count_if_stated(field, "description");
  return quoted(field);
}

std::string SoftFields::html_or_plain(const Field& html_field, const Field& plain) {
  const std::string_view written = html(html_field);
  return written.empty() ? html_of(html(plain)) : std::string(written);
}

Views SoftFields::list(const Field& field, std::string_view what) {
  Views elements;
  if (is_string(field)) return {field};
  if (is_absent(field) || read_one(elements, field.str)) return elements;
  count_if_stated(field, what);
  return {};
}

}  // namespace spearyx::wire
