// The effects that no input may have: the result is read by a strict scanner of its own, which
// knows the policy by heart and nothing of the code under test.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "sanitize/sanitize.h"
#include "support/project.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

using Names = std::vector<std::string_view>;

const Names kInline = {"a", "strong", "b", "em", "i", "u", "s", "code"};
const Names kText = {"p", "h2", "h3", "h4", "pre", "dt"};
const Names kFlow = {"p", "h2", "h3", "h4", "pre", "ul", "ol", "dl", "blockquote", "table", "hr"};
const Names kVoid = {"br", "hr"};

bool contains(const Names& names, std::string_view name) {
  return std::ranges::contains(names, name);
}

/// Why `child` may not be in `parent`; "" is the root.
bool may_hold(std::string_view parent, std::string_view child) {
  const bool is_inline = contains(kInline, child) || child == "br";
  if (contains(kInline, parent) || contains(kText, parent)) return is_inline;
  if (parent == "li" || parent == "dd" || parent == "td" || parent == "th")
    return is_inline || contains(kFlow, child);
  if (parent.empty() || parent == "blockquote") return contains(kFlow, child);
  if (parent == "ul" || parent == "ol") return child == "li";
  if (parent == "dl") return child == "dt" || child == "dd";
  if (parent == "table") return child == "thead" || child == "tbody" || child == "tfoot";
  if (parent == "thead" || parent == "tbody" || parent == "tfoot") return child == "tr";
  return parent == "tr" && (child == "td" || child == "th");
}

/// Reads `html` and stops at the first thing that is not exactly what the sanitizer may write.
class Scanner {
 public:
  explicit Scanner(std::string_view html) : rest_(html) {}

  /// Nothing, or what is wrong.
  std::optional<std::string> scan() {
    while (!rest_.empty()) {
      const bool is_good = rest_[0] == '<' ? scan_tag() : scan_text();
      if (!is_good) return error_ + " at: " + std::string(rest_.substr(0, 80));
    }
    return open_.empty() ? std::nullopt
                         : std::optional("never closed: " + std::string(open_.back()));
  }

 private:
  bool fail(std::string error) {
    error_ = std::move(error);
    return false;
  }

  [[nodiscard]] std::string_view parent() const {
    return open_.empty() ? std::string_view() : open_.back();
  }

  bool skip(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  bool scan_text() {
    if (!may_hold(parent(), "b")) return fail("text in " + std::string(parent()));
    const unsigned char c = static_cast<unsigned char>(rest_[0]);
    if (c == '&') return scan_escape();
    if (c == '>') return fail("raw >");
    if (c < 0x20 && !(c == '\n' || c == '\t')) return fail("control");
    if (c < 0x20 && !std::ranges::contains(open_, "pre")) return fail("newline outside pre");
    rest_.remove_prefix(1);
    return true;
  }

  bool scan_escape() {
    for (const std::string_view escape : {"&amp;", "&lt;", "&gt;", "&quot;"}) {
      if (skip(escape)) return true;
    }
    return fail("raw &");
  }

  bool scan_tag() {
    if (skip("</")) return scan_end_tag();
    skip("<");
    const std::size_t end = rest_.find_first_not_of("abcdefghijklmnopqrstuvwxyz234");
    if (end == std::string_view::npos) return fail("no end of tag name");
    const std::string_view name = rest_.substr(0, end);
    if (!may_hold(parent(), name)) return fail(std::string(name) + " in " + std::string(parent()));
    if (std::ranges::contains(open_, name) && contains(kInline, name)) return fail("doubled");
    rest_.remove_prefix(end);
    if (name == "a" && !scan_link()) return fail("link");
    if (!skip(">")) return fail("attributes");
    if (!contains(kVoid, name)) open_.push_back(name);
    return true;
  }

  bool scan_end_tag() {
    const std::string_view name = parent();
    if (name.empty() || !skip(name) || !skip(">")) return fail("end tag");
    open_.pop_back();
    return true;
  }

  bool scan_link() {
    if (!skip(" href=\"")) return false;
    if (!skip("http://") && !skip("https://") && !skip("mailto:")) return false;
    while (!rest_.empty() && rest_[0] != '"') {
      if (rest_[0] == '&' ? !scan_escape() : !is_url_character(rest_[0])) return false;
      if (!rest_.empty() && rest_[0] != '"' && rest_[0] != '&') rest_.remove_prefix(1);
    }
    return skip("\" rel=\"nofollow noopener\"");
  }

  static bool is_url_character(char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != '<' && c != '>' && c != '`' && c != '\x7F';
  }

  std::string_view rest_;
  std::vector<std::string_view> open_;
  std::string error_;
};

void expect_safe(const std::string& html) {
  const std::string clean = sanitize_html(html);
  EXPECT_EQ(Scanner(clean).scan(), std::nullopt) << "of: " << html << "\nto: " << clean;
  EXPECT_TRUE(is_valid_utf8(clean)) << html;
  EXPECT_LE(clean.size(), kMaxGrowth * html.size() + kMaxGrowthBytes) << html;
  EXPECT_EQ(sanitize_html(clean), clean) << "no fixed point of: " << html;
}

TEST(Scanner, RefusesWhatIsNotSafe) {
  for (const char* bad : {"<script>",
                          "<p onclick=x>",
                          "<p>a",
                          "a",
                          "<p>a</b></p>",
                          "<p><p>a</p></p>",
                          "<p><ul></ul></p>",
                          "<p>&nbsp;</p>",
                          "<p>a & b</p>",
                          "<p>a>b</p>",
                          "<p><a href=\"javascript:x\" rel=\"nofollow noopener\">a</a></p>",
                          "<p><a href=\"http://a\">a</a></p>",
                          "<p><a href=\"http://a\" rel=\"nofollow noopener\" id=\"x\">a</a></p>",
                          "<p><a>a</a></p>",
                          "<li>a</li>",
                          "<ul>a</ul>",
                          "<table><tr><td>a</td></tr></table>",
                          "<P>a</P>",
                          "<img>",
                          "<p><b><b>a</b></b></p>",
                          "<p>a\x01</p>",
                          "<!-- a -->",
                          "<br>",
                          "<p>a\nb</p>"}) {
    EXPECT_NE(Scanner(bad).scan(), std::nullopt) << bad;
  }
  EXPECT_EQ(
      Scanner("<h2>a</h2><ul><li>b<br><b>c &amp; d</b><p>e</p></li></ul><hr><pre>f\n</pre>").scan(),
      std::nullopt);
}

const auto kPayloads =
    testing::project_root() / "../shared/conformance/xss/dompurify-payloads.json";

/// Attacks of our own, in the manner of the known ones.
const std::vector<std::string> kAttacks = {
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript&colon;alert(1)\">x</a>",
    "<a href='http://a\" onmouseover=alert(1) x=\"'>x</a>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
    "onerror=alert(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<p title=\"</p><img src=x onerror=alert(1)>\">x",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--!><img src=x onerror=alert(1)>--!>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<svg><![CDATA[</svg><img src=x onerror=alert(1)>]]>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1)//<</script>",
    "<textarea></textarea><img src=x onerror=alert(1)></textarea>",
    "<title><a href=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp></xmp><script>alert(1)</script>",
    "<plaintext><script>alert(1)</script>",
    "<template><script>alert(1)</script></template>",
    "<select><template><style><!--</style><a rel=\"--></style></template></select><img id=x "
    "onerror=alert(1)>\">",
    "<base href=//evil.example><meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)><embed src=x></object>",
    "<table background=javascript:alert(1)><td background=x style='x:expression(alert(1))'>a<td>b",
    "<a href=http://a/?%22%3E%3Cscript%3E>x</a>",
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<b <script>alert(1)</script>0",
    "<img/src=`x`onerror=alert(1)>",
    "<a\0href=javascript:alert(1)>x</a>",
    "<\0script>alert(1)</script>",
    "\xEF\xBB\xBF<script>alert(1)</script>",
    "<a href=' \x01javascript:alert(1)'>x</a>",
    "<a href='https:\\\\a.example\\'>x</a>",
    "<ul><a href=http://a><li><a href=http://b>x</a><p>y",
    "<isindex action=javascript:alert(1)>",
};

std::vector<std::string> known_payloads() {
  std::ifstream file(kPayloads);
  const auto document = nlohmann::json::parse(file, nullptr, false);
  return document.is_array() ? document.get<std::vector<std::string>>()
                             : std::vector<std::string>{};
}

TEST(Safety, OwnAttacks) {
  for (const std::string& attack : kAttacks) expect_safe(attack);
}

TEST(Safety, KnownPayloads) {
  const std::vector<std::string> payloads = known_payloads();
  if (payloads.empty()) {
    if (std::getenv("DEMAND_SHARED_DATA") != nullptr)
      ADD_FAILURE() << "no payloads in " << kPayloads;
    GTEST_SKIP() << "NOT RUN: the attack payloads are not in " << kPayloads;
  }
  EXPECT_GE(payloads.size(), 100U);
  for (const std::string& payload : payloads) expect_safe(payload);
}

/// Makes markup that is wrong in every way, the same on every run.
class Mutator {
 public:
  std::string markup() {
    static const std::vector<std::string> kPieces = {
        "<a href=http://a.example/>",
        "<a href=javascript:x>",
        "<b>",
        "<strong>",
        "<em>",
        "<i>",
        "<u>",
        "<s>",
        "<code>",
        "<p>",
        "<br>",
        "<hr>",
        "<h1>",
        "<h3>",
        "<ul>",
        "<ol>",
        "<li>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<pre>",
        "<blockquote>",
        "<table>",
        "<tbody>",
        "<thead>",
        "<tr>",
        "<td>",
        "<th>",
        "<caption>",
        "<div>",
        "<span>",
        "<script>",
        "<style>",
        "<svg>",
        "<math>",
        "<title>",
        "<textarea>",
        "<select>",
        "<template>",
        "<object>",
        "<plaintext>",
        "<xmp>",
        "<noscript>",
        "</a>",
        "</b>",
        "</strong>",
        "</em>",
        "</u>",
        "</code>",
        "</p>",
        "</h1>",
        "</ul>",
        "</ol>",
        "</li>",
        "</dl>",
        "</dd>",
        "</pre>",
        "</blockquote>",
        "</table>",
        "</tr>",
        "</td>",
        "</div>",
        "</script>",
        "</style>",
        "</svg>",
        "</title>",
        "</select>",
        "</template>",
        "</xmp>",
        "a",
        "Title:",
        "word ",
        "\u2022 ",
        "- ",
        "* ",
        "o ",
        "1. ",
        "2. ",
        "3. ",
        "\n",
        "\n\n",
        " ",
        "&nbsp;",
        "&amp;",
        "&lt;",
        "<",
        ">",
        "&",
        "\"",
        "\\n",
        "\t",
        "\u200B",
        "\u200D",
        "\u00A0",
        ".",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "&#13;",
        "&#0;",
        "\xFF",
        "a line that is long enough to have been wrapped by hand"};
    std::string html;
    const std::size_t pieces = below(30) + 1;
    for (std::size_t i = 0; i < pieces; ++i) html += kPieces[below(kPieces.size())];
    return html;
  }

  std::string mutate(std::string html) {
    for (std::size_t i = below(8) + 1; i > 0; --i) {
      const std::size_t at = below(html.size() + 1);
      switch (below(4)) {
        case 0:
          html.erase(at, below(12));
          break;
        case 1:
          html.insert(at, markup());
          break;
        case 2:
          html.insert(at, html.substr(below(html.size() + 1), below(30)));
          break;
        default:
          html.insert(at, 1, static_cast<char>(below(256)));
      }
    }
    return html;
  }

  std::size_t below(std::size_t limit) { return random_() % limit; }

 private:
  std::mt19937 random_{20260810};
};

TEST(Safety, RandomMarkup) {
  Mutator mutator;
  for (int i = 0; i < 3000 && !::testing::Test::HasFailure(); ++i) expect_safe(mutator.markup());
}

TEST(Safety, MutatedAttacks) {
  Mutator mutator;
  std::vector<std::string> attacks = known_payloads();
  attacks.insert(attacks.end(), kAttacks.begin(), kAttacks.end());
  for (int i = 0; i < 2000 && !::testing::Test::HasFailure(); ++i) {
    expect_safe(mutator.mutate(attacks[mutator.below(attacks.size())]));
  }
}

}  // namespace
}  // namespace spearyx::sanitize
