#include "sanitize/policy.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "sanitize/scan.h"

namespace spearyx::sanitize {
namespace {

using enum Action;
using enum ContentModel;
using E = Element;

/// The policy. No attribute survives but the `href` of `a`; elements without a row are unwrapped.
constexpr Rule kRules[] = {
    {"a", kKeep, E::kA},
    {"address", kUnwrapBlock},
    {"applet", kDrop},
    {"area", kDropVoid},
    {"article", kUnwrapBlock},
    {"aside", kUnwrapBlock},
    {"audio", kDrop},
    {"b", kKeep, E::kB},
    {"base", kDropVoid},
    {"basefont", kDropVoid},
    {"bgsound", kDropVoid},
    {"blockquote", kKeep, E::kBlockquote},
    {"body", kUnwrapBlock},
    {"br", kKeep, E::kBr},
    {"button", kDrop},
    {"canvas", kDrop},
    {"caption", kUnwrapBlock},
    {"center", kUnwrapBlock},
    {"cite", kKeep, E::kEm},
    {"code", kKeep, E::kCode},
    {"col", kDropVoid},
    {"colgroup", kUnwrap},
    {"datalist", kDrop},
    {"dd", kKeep, E::kDd},
    {"del", kKeep, E::kS},
    {"details", kUnwrapBlock},
    {"dfn", kKeep, E::kEm},
    {"dialog", kUnwrapBlock},
    {"dir", kKeep, E::kUl},
    {"div", kUnwrapBlock},
    {"dl", kKeep, E::kDl},
    {"dt", kKeep, E::kDt},
    {"em", kKeep, E::kEm},
    {"embed", kDropVoid},
    {"fencedframe", kDrop},
    {"fieldset", kUnwrapBlock},
    {"figcaption", kUnwrapBlock},
    {"figure", kUnwrapBlock},
    {"footer", kUnwrapBlock},
    {"form", kUnwrapBlock},
    {"frame", kDropVoid},
    {"frameset", kUnwrapBlock},
    {"h1", kKeep, E::kH2},
    {"h2", kKeep, E::kH2},
    {"h3", kKeep, E::kH3},
    {"h4", kKeep, E::kH4},
    {"h5", kKeep, E::kH4},
    {"h6", kKeep, E::kH4},
    {"head", kUnwrapBlock},
    {"header", kUnwrapBlock},
    {"hgroup", kUnwrapBlock},
    {"hr", kKeep, E::kHr},
    {"html", kUnwrapBlock},
    {"i", kKeep, E::kI},
    {"iframe", kDrop, E::kNone, kRawtext},
    {"image", kDropVoid},
    {"img", kDropVoid},
    {"input", kDropVoid},
    {"ins", kKeep, E::kU},
    {"kbd", kKeep, E::kCode},
    {"keygen", kDropVoid},
    {"legend", kUnwrapBlock},
    {"li", kKeep, E::kLi},
    {"link", kDropVoid},
    {"listing", kKeep, E::kPre},
    {"main", kUnwrapBlock},
    {"math", kDrop, E::kNone, kData, true},
    {"menu", kKeep, E::kUl},
    {"meta", kDropVoid},
    {"meter", kDrop},
    {"nav", kUnwrapBlock},
    {"noembed", kDrop, E::kNone, kRawtext},
    {"noframes", kDrop, E::kNone, kRawtext},
    {"noscript", kDrop, E::kNone, kRawtext},
    {"object", kDrop},
    {"ol", kKeep, E::kOl},
    {"optgroup", kDrop},
    {"option", kDrop},
    {"output", kDrop},
    {"p", kKeep, E::kP},
    {"param", kDropVoid},
    {"picture", kDrop},
    {"plaintext", kKeep, E::kPre, kPlaintext},
    {"portal", kDrop},
    {"pre", kKeep, E::kPre},
    {"progress", kDrop},
    {"s", kKeep, E::kS},
    {"samp", kKeep, E::kCode},
    {"script", kDrop, E::kNone, kScriptData},
    {"search", kUnwrapBlock},
    {"section", kUnwrapBlock},
    {"select", kDrop},
    {"source", kDropVoid},
    {"strike", kKeep, E::kS},
    {"strong", kKeep, E::kStrong},
    {"style", kDrop, E::kNone, kRawtext},
    {"summary", kUnwrapBlock},
    {"svg", kDrop, E::kNone, kData, true},
    {"table", kKeep, E::kTable},
    {"tbody", kKeep, E::kTbody},
    {"td", kKeep, E::kTd},
    {"template", kDrop},
    {"textarea", kDrop, E::kNone, kRcdata},
    {"tfoot", kKeep, E::kTfoot},
    {"th", kKeep, E::kTh},
    {"thead", kKeep, E::kThead},
    {"title", kDrop, E::kNone, kRcdata},
    {"tr", kKeep, E::kTr},
    {"track", kDropVoid},
    {"tt", kKeep, E::kCode},
    {"u", kKeep, E::kU},
    {"ul", kKeep, E::kUl},
    {"var", kKeep, E::kEm},
    {"video", kDrop},
    {"xmp", kKeep, E::kPre, kRawtext},
};

static_assert(std::ranges::is_sorted(kRules, {}, &Rule::name));

/// An end tag, padded as `TextBuffer::append_padded` needs it.
struct EndTag {
  char text[2 * kBytesAtOnce] = "</";
  std::uint8_t size;
  template <std::size_t N>
  consteval EndTag(const char (&name)[N]) : size(N + 2) {
    std::ranges::copy(name, text + 2);
    text[size - 1] = '>';
  }
};

constexpr EndTag kEndTags[] = {"",      "strong", "b",     "em", "i",  "u",  "s",          "code",
                               "a",     "br",     "hr",    "p",  "h2", "h3", "h4",         "pre",
                               "dt",    "ul",     "ol",    "li", "dl", "dd", "blockquote", "table",
                               "thead", "tbody",  "tfoot", "tr", "th", "td"};
static_assert(std::size(kEndTags) == static_cast<std::size_t>(E::kTd) + 1);

constexpr std::size_t kSlotCount = 256;
constexpr std::uint8_t kNoRule = 255;
static_assert(std::size(kRules) < kNoRule);

/// The slot of a name. The factors are such that the names that are common in postings are found at
/// once.
constexpr std::size_t slot_of(std::string_view name) {
  const auto first = static_cast<unsigned char>(name.front());
  const auto last = static_cast<unsigned char>(name.back());
  return (first * 5U + last * 13U + name.size() * 24U) % kSlotCount;
}

constexpr std::size_t slot_after(std::size_t slot) { return (slot + 1) % kSlotCount; }

/// The position of each rule, as a hash table with open addressing.
constexpr auto kSlots = [] {
  std::array<std::uint8_t, kSlotCount> slots{};
  slots.fill(kNoRule);
  for (std::size_t i = 0; i < std::size(kRules); ++i) {
    std::size_t slot = slot_of(kRules[i].name);
    while (slots[slot] != kNoRule) slot = slot_after(slot);
    slots[slot] = static_cast<std::uint8_t>(i);
  }
  return slots;
}();

/// Whether two names are the same. Most have one or two letters, for which a call of `memcmp` takes
/// long.
bool is_same(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.front() != b.front() || a.back() != b.back()) return false;
  for (std::size_t i = 1; i + 1 < a.size(); ++i) {
    if (a[i] != b[i]) return false;
  }
  return true;
}

}  // namespace

std::string_view end_tag(Element element) {
  const EndTag& tag = kEndTags[static_cast<std::size_t>(element)];
  return {tag.text, tag.size};
}

const Rule* find_rule(std::string_view name) {
  if (name.empty()) return nullptr;
  for (std::size_t slot = slot_of(name); kSlots[slot] != kNoRule; slot = slot_after(slot)) {
    const Rule& rule = kRules[kSlots[slot]];
    if (is_same(rule.name, name)) return &rule;
  }
  return nullptr;
}

const Rule& rule_of(Element element) { return *find_rule(element_name(element)); }

}  // namespace spearyx::sanitize
