#include "sanitize/href.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

namespace spearyx::sanitize {
namespace {

struct HrefCase {
  std::string name;
  std::string value;
  /// Empty where the value is no link.
  std::string href;
};

void PrintTo(const HrefCase& test, std::ostream* out) { *out << test.name; }

class Href : public ::testing::TestWithParam<HrefCase> {};

std::string safe_href(std::string_view value) {
  std::string out;
  EXPECT_EQ(append_safe_href(value, out), !out.empty());
  return out;
}

TEST_P(Href, IsAbsoluteAndOfAKnownSchemeOrNone) {
  const std::string href = safe_href(GetParam().value);
  EXPECT_EQ(href, GetParam().href);
  if (!href.empty()) EXPECT_EQ(safe_href(href), href) << "a published link changes";
}

const std::vector<HrefCase> kHrefs = {
    {"Https", "https://example.com/a?b=c&d#e", "https://example.com/a?b=c&d#e"},
    {"Http", "http://example.com", "http://example.com"},
    {"Mailto", "mailto:jobs@example.com?subject=Hi there",
     "mailto:jobs@example.com?subject=Hi%20there"},
    {"SchemeInAnyCase", "HTTPS://Example.com", "https://Example.com"},
    {"SpacesAndControlsAround", " \x01\n https://a.example \t\x1F", "https://a.example"},
    {"TabsAndNewlinesInside", "ht\ntps:/\t/a.exam\rple", "https://a.example"},
    {"Backslashes", "https:\\\\a.example\\b", "https://a.example\\b"},
    {"ManySlashes", "https://///a.example", "https://a.example"},
    {"SpacesAndQuotesInside", "https://a.example/b c\"<d>`",
     "https://a.example/b%20c%22%3Cd%3E%60"},
    {"OtherScripts", "https://b\u00FCcher.example/\u4E2D", "https://b\u00FCcher.example/\u4E2D"},
    {"InvisibleCharacters", "https://a.example/\u00A0\u202E", "https://a.example/%C2%A0%E2%80%AE"},
    {"Ipv6", "http://[::1]/", "http://[::1]/"},
    {"Ipv4", "http://192.0.2.1:8080/x", "http://192.0.2.1:8080/x"},
    {"UserAndPort", "https://user:pass@a.example:8443?x", "https://user:pass@a.example:8443?x"},
    {"RootDot", "https://a.example./", "https://a.example./"},
    {"EmptyPort", "https://a.example:/x", "https://a.example:/x"},
    {"DigitsInAHost", "https://3d.example1", "https://3d.example1"},
    {"MarkupForHost", "https://a.example<b>/", ""},
    {"QuoteInHost", "https://a\"b.example", ""},
    {"EncodedHost", "https://ex%61mple.com/", ""},
    {"ForbiddenInHost", "https://a^b.example/", ""},
    {"BracketInHost", "https://a]b.example/", ""},
    {"TemplateForHost", "https://{{host}}|x/", ""},
    {"TwoDotsAtTheEnd", "https://a.example../", ""},
    {"OnlyDots", "https://../", ""},
    {"PortThatIsNone", "https://a.example:80a/", ""},
    {"PortTooHigh", "https://a.example:65536/", ""},
    {"PortWithoutHost", "https://:80/", ""},
    {"UserWithoutHost", "https://user@/", ""},
    {"Ipv4OfFiveParts", "https://1.2.3.4.5/", ""},
    {"Ipv4OutOfRange", "https://256.1.1.1/", ""},
    {"AddressAsOneNumber", "https://2130706433/", ""},
    {"UnclosedIpv6", "https://[::1/", ""},
    {"NoIpv6", "https://[javascript]/", ""},
    {"EmptyIpv6", "https://[]/", ""},
    {"Empty", "", ""},
    {"Relative", "/jobs", ""},
    {"RelativeWithoutSlash", "jobs.html", ""},
    {"Fragment", "#top", ""},
    {"ProtocolRelative", "//example.com", ""},
    {"RelativeToTheSameScheme", "https:example.com", ""},
    {"RelativePathToTheSameScheme", "https:/example.com", ""},
    {"WithoutHost", "https://", ""},
    {"QueryForHost", "https://?a", ""},
    {"BlankHost", "https://  a", ""},
    {"MailtoNobody", "mailto:", ""},
    {"Javascript", "javascript:alert(1)", ""},
    {"JavascriptWithTab", "java\tscript:alert(1)", ""},
    {"JavascriptWithNewlineAndControls", "\x01\x02 java\nscript\r:alert(1)", ""},
    {"JavascriptInAnyCase", "JaVaScRiPt:alert(1)", ""},
    {"JavascriptLooksLikeHttp", "javascript://https://a.example/%0Aalert(1)", ""},
    {"Data", "data:text/html,<script>alert(1)</script>", ""},
    {"Vbscript", "vbscript:x", ""},
    {"File", "file:///etc/passwd", ""},
    {"Ftp", "ftp://a.example", ""},
    {"Tel", "tel:+123", ""},
    {"BlobOfHttps", "blob:https://a.example/x", ""},
    {"SchemeWithNullReplaced", "java\uFFFDscript:x", ""},
    {"FullwidthColon", "javascript\uFF1Ax", ""},
    {"TooLong", "https://a.example/" + std::string(kMaxHrefBytes, 'x'), ""},
    {"TooLongOnceEncoded", "https://a.example/" + std::string(kMaxHrefBytes / 2, '"'), ""},
};

INSTANTIATE_TEST_SUITE_P(Cases, Href, ::testing::ValuesIn(kHrefs),
                         [](const auto& test) { return test.param.name; });

TEST(AppendSafeHref, AppendsBehindWhatIsThereOrNothing) {
  std::string out = "x";
  EXPECT_TRUE(append_safe_href("http://a", out));
  EXPECT_FALSE(append_safe_href("https://", out));
  EXPECT_EQ(out, "xhttp://a");
}

}  // namespace
}  // namespace spearyx::sanitize
