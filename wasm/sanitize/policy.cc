#include "sanitize/policy.h"

#include <algorithm>
#include <array>
#include <iterator>

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

constexpr std::string_view kElementNames[] = {
    "",   "strong", "b",          "em",    "i",     "u",     "s",     "code", "a",  "br",
    "hr", "p",      "h2",         "h3",    "h4",    "pre",   "dt",    "ul",   "ol", "li",
    "dl", "dd",     "blockquote", "table", "thead", "tbody", "tfoot", "tr",   "th", "td"};
static_assert(std::size(kElementNames) == static_cast<std::size_t>(E::kTd) + 1);

/// Where the rules of each letter begin, from 'a' to one past 'z'.
constexpr auto kLetters = [] {
  std::array<std::uint8_t, 27> letters{};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const auto letter = static_cast<char>('a' + i);
    const auto* first =
        std::ranges::find_if(kRules, [=](const Rule& r) { return r.name[0] >= letter; });
    letters[i] = static_cast<std::uint8_t>(first - kRules);
  }
  return letters;
}();

}  // namespace

std::string_view element_name(Element element) {
  return kElementNames[static_cast<std::size_t>(element)];
}

const Rule* find_rule(std::string_view name) {
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return nullptr;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  for (std::size_t i = kLetters[letter]; i < kLetters[letter + 1]; ++i) {
    const std::string_view candidate = kRules[i].name;
    const bool is_likely = candidate.size() == name.size() && candidate.back() == name.back();
    if (is_likely && candidate == name) return &kRules[i];
  }
  return nullptr;
}

const Rule& rule_of(Element element) { return *find_rule(element_name(element)); }

}  // namespace spearyx::sanitize
