#include "api/parameters.h"

#include <algorithm>
#include <charconv>

#include "api/url_text.h"
#include "normalize/text/text.h"
#include "support/utf8.h"

namespace spearyx::api {
namespace {

constexpr std::size_t kMaxItemBytes = 100;
constexpr std::size_t kMaxNamed = 10;
constexpr std::size_t kMaxNameBytes = 60;

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Takes a value in double quotes from the start of a list, with the comma after it. Nothing where
/// the list does not start with a quote, or no comma or end comes after the closing one.
std::optional<std::string> take_quoted(std::string_view& list) {
  std::string_view rest = trim(list);
  if (!rest.starts_with('"')) return std::nullopt;
  std::string value;
  do {
    rest.remove_prefix(1);
    const std::size_t quote = rest.find('"');
    if (quote == std::string_view::npos) return std::nullopt;
    value.append(rest.substr(0, quote));
    rest.remove_prefix(quote + 1);
    if (rest.starts_with('"')) value.push_back('"');
  } while (rest.starts_with('"'));
  rest = trim(rest);
  if (!rest.empty() && !rest.starts_with(',')) return std::nullopt;
  list = rest.substr(std::min<std::size_t>(rest.size(), 1));
  return value;
}

/// Takes the text before the next comma from the start of a list, with the comma.
std::string_view take_plain(std::string_view& list) {
  const std::string_view value = list.substr(0, list.find(','));
  list.remove_prefix(std::min(list.size(), value.size() + 1));
  return value;
}

}  // namespace

Parameters::Parameters(std::string_view query) {
  for (const auto& [raw_name, raw_value] : query_pairs(query)) {
    auto name = decode_query_text(raw_name);
    if (!name) {
      reject("query", "holds a parameter whose name is not well-formed");
      continue;
    }
    const auto known = std::ranges::find(entries_, *name, &Entry::name);
    if (known != entries_.end()) {
      known->is_repeated = true;
    } else {
      entries_.push_back({std::move(*name), decode_query_text(raw_value)});
    }
  }
}

void Parameters::reject(std::string_view name, std::string_view complaint) {
  if (error_) return;
  std::string message(name);
  error_ = ApiError{400, "invalid_parameter", message.append(": ").append(complaint)};
}

const std::string* Parameters::value_of(std::string_view name) {
  const auto entry = std::ranges::find(entries_, name, &Entry::name);
  if (entry == entries_.end()) return nullptr;
  entry->is_read = true;
  if (entry->is_repeated) {
    reject(name, "may be given once only");
  } else if (!entry->value) {
    reject(name, "is not well-formed UTF-8 text in percent-encoding");
  }
  if (entry->is_repeated || !entry->value || trim(*entry->value).empty()) return nullptr;
  return &*entry->value;
}

std::optional<std::int64_t> Parameters::number(std::string_view name, NumberRange range) {
  const std::string* value = value_of(name);
  if (value == nullptr) return std::nullopt;
  std::int64_t number = 0;
  const char* end = value->data() + value->size();
  const auto [stop, failure] = std::from_chars(value->data(), end, number);
  const bool is_good = failure == std::errc() && stop == end;
  if (is_good && number >= range.low && number <= range.high) return number;
  reject(name, "must be a whole number from " + std::to_string(range.low) + " to " +
                   std::to_string(range.high));
  return std::nullopt;
}

std::string Parameters::text(std::string_view name, std::size_t max_characters) {
  const std::string* value = value_of(name);
  if (value == nullptr) return {};
  if (count_characters(*value) > max_characters) {
    reject(name, "may have at most " + std::to_string(max_characters) + " characters");
    return {};
  }
  return std::string(trim(*value));
}

std::vector<std::string> Parameters::list(std::string_view name, std::size_t max_items) {
  const std::string* value = value_of(name);
  if (value == nullptr) return {};
  std::vector<std::string> items;
  std::string_view rest = *value;
  if (rest.size() > max_items * kMaxItemBytes) {
    reject(name, "is too long");
    return {};
  }
  while (!rest.empty()) {
    const auto quoted = take_quoted(rest);
    const std::string_view item = trim(quoted ? *quoted : take_plain(rest));
    if (!item.empty()) items.emplace_back(item);
  }
  if (items.size() <= max_items) return items;
  reject(name, "may list at most " + std::to_string(max_items) + " values");
  return {};
}

std::string_view Parameters::choice(std::string_view name,
                                    std::span<const std::string_view> choices) {
  const std::string* value = value_of(name);
  if (value == nullptr) return choices.front();
  for (const std::string_view choice : choices) {
    if (normalize::iequals(choice, trim(*value))) return choice;
  }
  std::string expected;
  for (const std::string_view choice : choices) {
    if (choice.empty()) continue;  // what is left out is no value to give
    expected.append(expected.empty() ? "must be one of " : ", ").append(choice);
  }
  reject(name, expected);
  return choices.front();
}

bool Parameters::flag(std::string_view name, bool otherwise) {
  const std::string* value = value_of(name);
  if (value == nullptr) return otherwise;
  if (normalize::iequals(*value, "true") || *value == "1") return true;
  if (normalize::iequals(*value, "false") || *value == "0") return false;
  reject(name, "must be true or false");
  return otherwise;
}

std::vector<std::string> Parameters::ignored() const {
  std::vector<std::string> names;
  for (const Entry& entry : entries_) {
    if (entry.is_read || names.size() == kMaxNamed) continue;
    names.emplace_back(truncate_utf8(entry.name, kMaxNameBytes));
  }
  return names;
}

}  // namespace spearyx::api
