#include "api/company_id.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "model/source.h"
#include "normalize/company/identity.h"
#include "normalize/text/text.h"
#include "support/hex.h"

namespace spearyx::api {
namespace {

constexpr char kBetween = '~';
/// Before the bytes of a key of signs alone, which may be tildes, or dots that addresses drop.
constexpr std::string_view kHexMark = "0x";

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t end = text.find(kBetween); end != text.npos; end = text.find(kBetween)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

bool is_of_signs(std::string_view key) { return normalize::company_key(key).empty(); }

std::string written(const std::string& key) {
  return is_of_signs(key) ? std::string(kHexMark) + hex_text(key) : key;
}

std::string read_key(std::string_view text) {
  if (!text.starts_with(kHexMark)) return std::string(text);
  std::string signs = text_of_hex(text.substr(kHexMark.size()));
  return !signs.empty() && is_of_signs(signs) ? signs : std::string(text);
}

}  // namespace

std::string CompanyId::text() const {
  std::string text = written(key);
  // Read as a name, it has the same key.
  if (places.empty() && std::ranges::contains(kFixedCompanyPaths, key)) text.push_back(kBetween);
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
    words.push_back(
        std::string(word).append("+").append(source).append("+").append(hex_text(board)));
  }
  return words;
}

CompanyId read_company_id(std::string_view text) {
  const std::vector<std::string> parts = parts_of(text);
  CompanyId id{.key = read_key(parts.front())};
  for (std::size_t i = 1; i + 1 < parts.size() && source_named(parts[i]); i += 2) {
    id.places.push_back({parts[i], parts[i + 1]});
  }
  if (id.places.size() * 2 + 1 == parts.size() && !id.places.empty()) return id;
  if (parts.size() == 1 && id.key != text) return id;
  std::string key = normalize::company_key(text);
  return {.key = key.empty() ? normalize::ascii_lower(text) : std::move(key)};
}

}  // namespace spearyx::api
