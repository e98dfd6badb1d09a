#include "api/company_id.h"

#include <cstddef>
#include <utility>

#include "model/source.h"
#include "normalize/company/identity.h"
#include "normalize/text/text.h"
#include "support/hex.h"

namespace spearyx::api {
namespace {

constexpr char kBetween = '~';

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t end = text.find(kBetween); end != text.npos; end = text.find(kBetween)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

}  // namespace

std::string CompanyId::text() const {
  std::string text = key;
  for (const auto& [source, board] : places) {
    text.append(1, kBetween).append(source).append(1, kBetween).append(board);
  }
  return text;
}

std::vector<std::string> CompanyId::index_words() const {
  const std::string word = "n" + hex_text(key);
  if (places.empty()) return {word};
  std::vector<std::string> words;
  for (const auto& [source, board] : places) {
    words.push_back(word + "+" + source + "+" + hex_text(board));
  }
  return words;
}

CompanyId read_company_id(std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  CompanyId id{.key = parts.front()};
  for (std::size_t i = 1; i + 1 < parts.size() && source_named(parts[i]); i += 2) {
    id.places.push_back({parts[i], parts[i + 1]});
  }
  if (id.places.size() * 2 + 1 == parts.size() && !id.places.empty()) return id;
  std::string key = normalize::company_key(text);
  return {.key = key.empty() ? normalize::ascii_lower(text) : std::move(key)};
}

}  // namespace spearyx::api
