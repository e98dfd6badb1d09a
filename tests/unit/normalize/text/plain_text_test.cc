#include "normalize/text/plain_text.h"

#include <gtest/gtest.h>

#include "unit/normalize/text_case.h"

namespace spearyx::normalize {
namespace {

class PlainText : public ::testing::TestWithParam<TextCase> {};

TEST_P(PlainText, SaysWhatASourceMeant) {
  EXPECT_EQ(plain_text(GetParam().text), GetParam().expected);
  EXPECT_EQ(plain_text(GetParam().expected), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    References, PlainText,
    ::testing::Values(TextCase{"Ampersand", "R&amp;D Gardener", "R&D Gardener"},
                      TextCase{"Decimal", "Hedges &#39;n&#39; Trees", "Hedges 'n' Trees"},
                      TextCase{"Hexadecimal", "It&#x2019;s", "It’s"},
                      TextCase{"Dash", "Lead &ndash; Europe", "Lead – Europe"},
                      TextCase{"NoBreakSpace", "Lead&nbsp;&nbsp;Europe", "Lead Europe"},
                      TextCase{"EscapedTwice", "Beds &amp;amp; Borders", "Beds & Borders"},
                      TextCase{"LessThan", "&lt;Front-end&gt;", "<Front-end>"},
                      TextCase{"AtTheEnd", "Moss &amp;", "Moss &"},
                      TextCase{"Mojibake", "Caf&Atilde;&copy;", "Café"},
                      TextCase{"OfNoWidth", "Gar&#8203;dener", "Gardener"}),
    kCaseName);

INSTANTIATE_TEST_SUITE_P(
    NoReferences, PlainText,
    ::testing::Values(TextCase{"Bare", "Q&A Gardener", "Q&A Gardener"},
                      TextCase{"BareBetweenSpaces", "Moss & Sons", "Moss & Sons"},
                      TextCase{"LegacyNameInAWord", "Food&notions", "Food&notions"},
                      TextCase{"LegacyNameAlone", "R&reg", "R&reg"},
                      TextCase{"NoSuchName", "A&unknown; B", "A&unknown; B"},
                      TextCase{"SemicolonLater", "AT&T; Verizon", "AT&T; Verizon"},
                      TextCase{"NameLongerThanAny", "&" + std::string(100, 'a') + ";",
                               "&" + std::string(100, 'a') + ";"},
                      TextCase{"QueryString", "?a=1&copy=2", "?a=1&copy=2"}),
    kCaseName);

INSTANTIATE_TEST_SUITE_P(
    Characters, PlainText,
    ::testing::Values(TextCase{"Empty", "", ""}, TextCase{"Plain", "Gardener", "Gardener"},
                      TextCase{"Spaces", "  Gardener ", "Gardener"},
                      TextCase{"ByteOrderMark", "\uFEFFGardener", "Gardener"},
                      TextCase{"Controls", std::string("Gar\x01") + "den\x7F" + "er", "Gardener"},
                      TextCase{"LaterControls", "Gar\u0085den\u009Fer", "Gar dener"},
                      TextCase{"Newline", "Gardener\n(remote)", "Gardener (remote)"},
                      TextCase{"ZeroWidth", "Gar\u200Bden\u2060er", "Gardener"},
                      TextCase{"Directions", "\u202AGardener\u202C", "Gardener"},
                      TextCase{"Accents", "Jardinière à Genève", "Jardinière à Genève"},
                      TextCase{"Mojibake", "KrakÃ³w", "Kraków"},
                      TextCase{"MojibakeCut", "We grow weâ€", "We grow we"},
                      TextCase{"Japanese", "東京のエンジニア", "東京のエンジニア"},
                      TextCase{"Replacement", "Gar\uFFFDdener", "Gar\uFFFDdener"}),
    kCaseName);

class PlainHtml : public ::testing::TestWithParam<TextCase> {};

TEST_P(PlainHtml, KeepsItsReferencesAndLines) {
  EXPECT_EQ(plain_html(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, PlainHtml,
    ::testing::Values(TextCase{"Empty", "", ""},
                      TextCase{"Plain", "<p>We dig.</p>", "<p>We dig.</p>"},
                      TextCase{"Reference", "<p>R&amp;D&nbsp;</p>", "<p>R&amp;D&nbsp;</p>"},
                      TextCase{"Mojibake", "<p>weâ€™re</p>", "<p>we’re</p>"},
                      TextCase{"ByteOrderMark", "\uFEFF<p>We</p>", "<p>We</p>"},
                      TextCase{"Controls", "<p>\x02We\x7F\u009D</p>", "<p>We</p>"},
                      TextCase{"ZeroWidth", "<p>W\u200Be\u2060</p>", "<p>We</p>"},
                      TextCase{"LinesWithoutTags", "We dig\n• beds\n", "We dig<br>\n• beds<br>\n"},
                      TextCase{"LessThanIsNoTag", "3 < 4\n<3", "3 < 4<br>\n<3"},
                      TextCase{"LinesInAComment", "<!--\n-->We", "<!--\n-->We"},
                      TextCase{"Lines", "<p>We</p>\r\n\t<p>dig</p>", "<p>We</p>\r\n\t<p>dig</p>"},
                      TextCase{"OfUse", "’–• \u00A0 \u00AD می\u200cخواهم ﷼",
                               "’–• \u00A0 \u00AD می\u200cخواهم ﷼"}),
    kCaseName);

}  // namespace
}  // namespace spearyx::normalize
