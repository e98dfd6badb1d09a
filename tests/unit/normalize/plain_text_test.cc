#include "normalize/plain_text.h"

#include <gtest/gtest.h>

namespace spearyx::normalize {
namespace {

struct PlainTextCase {
  const char* name;
  std::string text;
  std::string plain;
};

void PrintTo(const PlainTextCase& c, std::ostream* out) { *out << c.name; }

constexpr auto kCaseName = [](const auto& test) { return test.param.name; };

class PlainText : public ::testing::TestWithParam<PlainTextCase> {};

TEST_P(PlainText, SaysWhatASourceMeant) {
  EXPECT_EQ(plain_text(GetParam().text), GetParam().plain);
  EXPECT_EQ(plain_text(GetParam().plain), GetParam().plain);
}

INSTANTIATE_TEST_SUITE_P(
    References, PlainText,
    ::testing::Values(PlainTextCase{"Ampersand", "R&amp;D Gardener", "R&D Gardener"},
                      PlainTextCase{"Decimal", "Hedges &#39;n&#39; Trees", "Hedges 'n' Trees"},
                      PlainTextCase{"Hexadecimal", "It&#x2019;s", "It’s"},
                      PlainTextCase{"Dash", "Lead &ndash; Europe", "Lead – Europe"},
                      PlainTextCase{"NoBreakSpace", "Lead&nbsp;&nbsp;Europe", "Lead Europe"},
                      PlainTextCase{"EscapedTwice", "Beds &amp;amp; Borders", "Beds & Borders"},
                      PlainTextCase{"LessThan", "&lt;Front-end&gt;", "<Front-end>"},
                      PlainTextCase{"AtTheEnd", "Moss &amp;", "Moss &"},
                      PlainTextCase{"Mojibake", "Caf&Atilde;&copy;", "Café"},
                      PlainTextCase{"OfNoWidth", "Gar&#8203;dener", "Gardener"}),
    kCaseName);

INSTANTIATE_TEST_SUITE_P(
    NoReferences, PlainText,
    ::testing::Values(PlainTextCase{"Bare", "Q&A Gardener", "Q&A Gardener"},
                      PlainTextCase{"BareBetweenSpaces", "Moss & Sons", "Moss & Sons"},
                      PlainTextCase{"LegacyNameInAWord", "Food&notions", "Food&notions"},
                      PlainTextCase{"LegacyNameAlone", "R&reg", "R&reg"},
                      PlainTextCase{"NoSuchName", "A&unknown; B", "A&unknown; B"},
                      PlainTextCase{"SemicolonLater", "AT&T; Verizon", "AT&T; Verizon"},
                      PlainTextCase{"NameLongerThanAny", "&" + std::string(100, 'a') + ";",
                                    "&" + std::string(100, 'a') + ";"},
                      PlainTextCase{"QueryString", "?a=1&copy=2", "?a=1&copy=2"}),
    kCaseName);

INSTANTIATE_TEST_SUITE_P(
    Characters, PlainText,
    ::testing::Values(PlainTextCase{"Empty", "", ""},
                      PlainTextCase{"Plain", "Gardener", "Gardener"},
                      PlainTextCase{"Spaces", "  Gardener ", "Gardener"},
                      PlainTextCase{"ByteOrderMark", "\uFEFFGardener", "Gardener"},
                      PlainTextCase{"Controls", std::string("Gar\x01") + "den\x7F" + "er",
                                    "Gardener"},
                      PlainTextCase{"LaterControls", "Gar\u0085den\u009Fer", "Gar dener"},
                      PlainTextCase{"Newline", "Gardener\n(remote)", "Gardener (remote)"},
                      PlainTextCase{"ZeroWidth", "Gar\u200Bden\u2060er", "Gardener"},
                      PlainTextCase{"Directions", "\u202AGardener\u202C", "Gardener"},
                      PlainTextCase{"Accents", "Jardinière à Genève", "Jardinière à Genève"},
                      PlainTextCase{"Mojibake", "KrakÃ³w", "Kraków"},
                      PlainTextCase{"MojibakeCut", "We grow weâ€", "We grow we"},
                      PlainTextCase{"Japanese", "東京のエンジニア", "東京のエンジニア"},
                      PlainTextCase{"Replacement", "Gar\uFFFDdener", "Gar\uFFFDdener"}),
    kCaseName);

class PlainHtml : public ::testing::TestWithParam<PlainTextCase> {};

TEST_P(PlainHtml, KeepsItsReferencesAndLines) {
  EXPECT_EQ(plain_html(GetParam().text), GetParam().plain);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PlainHtml,
    ::testing::Values(
        PlainTextCase{"Empty", "", ""}, PlainTextCase{"Plain", "<p>We dig.</p>", "<p>We dig.</p>"},
        PlainTextCase{"Reference", "<p>R&amp;D&nbsp;</p>", "<p>R&amp;D&nbsp;</p>"},
        PlainTextCase{"Mojibake", "<p>weâ€™re</p>", "<p>we’re</p>"},
        PlainTextCase{"ByteOrderMark", "\uFEFF<p>We</p>", "<p>We</p>"},
        PlainTextCase{"Controls", "<p>\x02We\x7F\u009D</p>", "<p>We</p>"},
        PlainTextCase{"ZeroWidth", "<p>W\u200Be\u2060</p>", "<p>We</p>"},
        PlainTextCase{"LinesWithoutTags", "We dig\n• beds\n", "We dig<br>\n• beds<br>\n"},
        PlainTextCase{"LessThanIsNoTag", "3 < 4\n<3", "3 < 4<br>\n<3"},
        PlainTextCase{"LinesInAComment", "<!--\n-->We", "<!--\n-->We"},
        PlainTextCase{"Lines", "<p>We</p>\r\n\t<p>dig</p>", "<p>We</p>\r\n\t<p>dig</p>"},
        PlainTextCase{"OfUse", "’–• \u00A0 \u00AD می\u200cخواهم ﷼",
                      "’–• \u00A0 \u00AD می\u200cخواهم ﷼"}),
    kCaseName);

}  // namespace
}  // namespace spearyx::normalize
