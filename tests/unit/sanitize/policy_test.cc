#include "sanitize/policy.h"

#include <gtest/gtest.h>

#include <cctype>
#include <ostream>
#include <string>
#include <vector>

#include "sanitize/sanitize.h"

namespace spearyx::sanitize {
namespace {

/// `name` -> what `a<name>b</name>c` becomes.
struct PolicyCase {
  std::string name;
  std::string html;
};

void PrintTo(const PolicyCase& test, std::ostream* out) { *out << test.name; }

std::string around(std::string_view name) {
  const std::string tag(name);
  return "a<" + tag + ">b</" + tag + ">c";
}

class Policy : public ::testing::TestWithParam<PolicyCase> {};

TEST_P(Policy, Applies) {
  EXPECT_EQ(sanitize_html(around(GetParam().name)), GetParam().html);
  std::string upper = GetParam().name;
  for (char& c : upper) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(sanitize_html(around(upper)), GetParam().html) << "in upper case";
}

std::vector<PolicyCase> cases() {
  std::vector<PolicyCase> all = {
      {"p", "<p>a</p><p>b</p><p>c</p>"},
      {"br", "<p>a<br>b<br>c</p>"},
      {"hr", "<p>a</p><hr><p>bc</p>"},
      {"h1", "<p>a</p><h2>b</h2><p>c</p>"},
      {"h2", "<p>a</p><h2>b</h2><p>c</p>"},
      {"h3", "<p>a</p><h3>b</h3><p>c</p>"},
      {"h4", "<p>a</p><h4>b</h4><p>c</p>"},
      {"h5", "<p>a</p><h4>b</h4><p>c</p>"},
      {"h6", "<p>a</p><h4>b</h4><p>c</p>"},
      {"li", "<p>a</p><ul><li>b</li></ul><p>c</p>"},
      {"dt", "<p>a</p><dl><dt>b</dt></dl><p>c</p>"},
      {"dd", "<p>a</p><dl><dd>b</dd></dl><p>c</p>"},
      {"pre", "<p>a</p><pre>b</pre><p>c</p>"},
      {"listing", "<p>a</p><pre>b</pre><p>c</p>"},
      {"xmp", "<p>a</p><pre>b</pre><p>c</p>"},
      {"blockquote", "<p>a</p><blockquote><p>b</p></blockquote><p>c</p>"},
      {"del", "<p>a<s>b</s>c</p>"},
      {"strike", "<p>a<s>b</s>c</p>"},
      {"ins", "<p>a<u>b</u>c</p>"},
      {"kbd", "<p>a<code>b</code>c</p>"},
      {"samp", "<p>a<code>b</code>c</p>"},
      {"tt", "<p>a<code>b</code>c</p>"},
      {"cite", "<p>a<em>b</em>c</p>"},
      {"dfn", "<p>a<em>b</em>c</p>"},
      {"var", "<p>a<em>b</em>c</p>"},
  };
  for (const std::string name : {"strong", "b", "em", "i", "u", "s", "code"}) {
    all.push_back({name, "<p>a<" + name + ">b</" + name + ">c</p>"});
  }
  // A list or table without items is what it holds.
  for (const char* block :
       {"ul",      "ol",      "dl",         "table",  "dir",      "menu",   "div",
        "section", "article", "header",     "footer", "main",     "nav",    "aside",
        "address", "figure",  "figcaption", "form",   "fieldset", "legend", "details",
        "summary", "dialog",  "center",     "body",   "html"}) {
    all.push_back({block, "<p>a</p><p>b</p><p>c</p>"});
  }
  for (const char* text : {"a", "span", "font", "small", "big", "sub", "sup", "mark", "label",
                           "time", "abbr", "ruby", "unknown", "x-widget", "o:p"}) {
    all.push_back({text, "<p>abc</p>"});
  }
  // Without a table, these only tell what they hold from what is before it.
  for (const char* part : {"tbody", "tr", "th", "td"}) all.push_back({part, "<p>a</p><p>bc</p>"});
  for (const char* dropped :
       {"script", "style",    "iframe", "object",  "applet",   "template",   "svg",
        "math",   "button",   "select", "option",  "optgroup", "textarea",   "datalist",
        "output", "progress", "meter",  "title",   "noscript", "noembed",    "noframes",
        "audio",  "video",    "canvas", "picture", "portal",   "fencedframe"}) {
    all.push_back({dropped, "<p>ac</p>"});
  }
  for (const char* hollow :
       {"img", "input", "embed", "link", "meta", "base", "source", "track", "param", "area",
        "frame", "keygen", "bgsound", "image", "col", "wbr"}) {
    all.push_back({hollow, "<p>abc</p>"});
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Elements, Policy, ::testing::ValuesIn(cases()), [](const auto& test) {
  std::string name = test.param.name;
  for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) ? c : '_';
  return name;
});

TEST(PolicyTable, NamesWhatItKeeps) {
  for (auto e = static_cast<unsigned>(Element::kStrong); e <= static_cast<unsigned>(Element::kTd);
       ++e) {
    const auto element = static_cast<Element>(e);
    EXPECT_EQ(rule_of(element).element, element);
    EXPECT_EQ(rule_of(element).action, Action::kKeep);
  }
  EXPECT_EQ(find_rule("nonsense"), nullptr);
  EXPECT_EQ(find_rule(""), nullptr);
}

TEST(PolicyTable, PlaintextHasNoEnd) {
  EXPECT_EQ(sanitize_html("<plaintext>b</plaintext><p>c"),
            "<pre>b&lt;/plaintext&gt;&lt;p&gt;c</pre>");
}

TEST(PolicyAttributes, OnlyHrefSurvives) {
  EXPECT_EQ(sanitize_html("<p id=a class=b style='color:red' onclick=x() title=t dir=rtl>x</p>"),
            "<p>x</p>");
  EXPECT_EQ(sanitize_html("<a href=https://a.example target=_blank onclick=x() rel=opener id=i "
                          "ping=//b.example download>x</a>"),
            "<p><a href=\"https://a.example\" rel=\"nofollow noopener\">x</a></p>");
  EXPECT_EQ(sanitize_html("<a name=top>x</a>"), "<p>x</p>");
  EXPECT_EQ(sanitize_html("<ol start=5 type=a><li value=9>x</li></ol>"), "<ol><li>x</li></ol>");
  EXPECT_EQ(sanitize_html("<b href=https://a.example>x</b>"), "<p><b>x</b></p>");
}

TEST(PolicyAttributes, FollowedLinksWhereTheSourceAsksForThem) {
  EXPECT_EQ(sanitize_html("<a href=https://a.example>x</a>", {.follow_links = true}),
            "<p><a href=\"https://a.example\" rel=\"noopener\">x</a></p>");
}

}  // namespace
}  // namespace spearyx::sanitize
