#include "normalize/text/text.h"

#include <gtest/gtest.h>

#include "support/utf8.h"
#include "unit/normalize/text_case.h"

namespace spearyx::normalize {
namespace {

/// The text as a reader of UTF-8 as Latin-1 sees it.
std::string as_latin1(std::string_view text) {
  std::string out;
  for (const char c : text) append_utf8(out, static_cast<std::uint8_t>(c));
  return out;
}

class FoldTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(FoldTest, LeavesOneLineOfVisibleText) {
  const std::string folded = fold_whitespace(GetParam().text);
  EXPECT_EQ(folded, GetParam().expected);
  EXPECT_EQ(fold_whitespace(folded), folded);
}

INSTANTIATE_TEST_SUITE_P(
    Titles, FoldTest,
    ::testing::Values(TextCase{"Empty", "", ""},
                      TextCase{"Plain", "Staff Engineer", "Staff Engineer"},
                      TextCase{"Trim", "  Staff Engineer \n", "Staff Engineer"},
                      TextCase{"Runs", "Staff  Engineer\t\t\r\n Backend", "Staff Engineer Backend"},
                      TextCase{"OnlySpace", " \u00a0\t\u3000", ""},
                      TextCase{"NoBreakSpace", "Staff\u00a0Engineer\u202f!", "Staff Engineer !"},
                      TextCase{"IdeographicSpace", "東京\u3000日本", "東京 日本"},
                      TextCase{"LineSeparators",
                               "a\u2028b\u2029c\u0085d\x0b"
                               "e",
                               "a b c d e"},
                      TextCase{"ZeroWidth", "Front\u200b\u2060end \ufeffDev", "Frontend Dev"},
                      TextCase{"ZeroWidthBetweenSpaces", "a \u200b b", "a b"},
                      TextCase{"SoftHyphen", "Ent\u00adwick\u00adler", "Entwickler"},
                      TextCase{"Bidi", "\u202eEngineer\u202c \u2066x\u2069\u200f\u061c",
                               "Engineer x"},
                      TextCase{"Controls", "Eng\x01ineer\x7f \x1b[0m\u0090x", "Engineer [0mx"},
                      TextCase{"Nul", std::string("Eng\0ineer", 9), "Engineer"},
                      TextCase{"Tags", "Dev\U000E0041\U000E0042", "Dev"},
                      TextCase{"Noncharacter", "De\ufffev", "Dev"},
                      TextCase{"Malformed", "caf\xe9 x", "caf\ufffd x"},
                      TextCase{"EmojiKeepsJoiner", "Dev \U0001F469\u200d\U0001F4BB",
                               "Dev \U0001F469\u200d\U0001F4BB"},
                      TextCase{"PersianKeepsJoiner", "می\u200cخواهم", "می\u200cخواهم"},
                      TextCase{"LatinLosesJoiner", "De\u200dv\u200cs", "Devs"},
                      TextCase{"JoinerAtEnds", "\u200d\U0001F4BB\u200d", "\U0001F4BB"},
                      TextCase{"VariationSelectorStays", "❤\ufe0f", "❤\ufe0f"},
                      TextCase{"CombiningStays", "Ze\u0301", "Ze\u0301"}),
    kCaseName);

TEST(CleanTitleTest, CutsAtACharacter) {
  EXPECT_EQ(clean_title("  Staff   Engineer "), "Staff Engineer");
  EXPECT_EQ(clean_title(std::string(300, 'x')), std::string(300, 'x'));
  EXPECT_EQ(clean_title(std::string(5000, 'x')), std::string(300, 'x'));
  std::string emoji;
  for (int i = 0; i < 400; ++i) emoji += "\U0001F680";
  EXPECT_EQ(clean_title(emoji), emoji.substr(0, 1200));
  EXPECT_EQ(clean_title(std::string(299, 'x') + " yz"), std::string(299, 'x'));
}

class MojibakeTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(MojibakeTest, IsUndone) {
  const std::string repaired = repair_mojibake(GetParam().text);
  EXPECT_EQ(repaired, GetParam().expected);
  EXPECT_EQ(repair_mojibake(repaired), repaired);
}

INSTANTIATE_TEST_SUITE_P(
    Latin1, MojibakeTest,
    ::testing::Values(
        TextCase{"Apostrophe", "we\u00e2\u0080\u0099re", "we’re"},
        TextCase{"Dash", "Remote \u00e2\u0080\u0094 Europe", "Remote — Europe"},
        TextCase{"Bullet", "\u00e2\u0080\u00a2 Rust", "• Rust"},
        TextCase{"NoBreakSpace", "EUR\u00c2\u00a050", "EUR\u00a050"},
        TextCase{"Euro", "\u00e2\u0082\u00ac55k", "€55k"},
        TextCase{"Polish", as_latin1("Kraków, Łódź, Gdańsk"), "Kraków, Łódź, Gdańsk"},
        TextCase{"German", as_latin1("Größe über Äpfel"), "Größe über Äpfel"},
        TextCase{"French", as_latin1("Ça, Château, École, à côté"), "Ça, Château, École, à côté"},
        TextCase{"Portuguese", as_latin1("São Paulo: NÃO"), "São Paulo: NÃO"},
        TextCase{"Czech", as_latin1("Plzeň"), "Plzeň"},
        TextCase{"Romanian", as_latin1("București"), "București"},
        TextCase{"Turkish", as_latin1("İstanbul"), "İstanbul"},
        TextCase{"Russian", as_latin1("Привет, мир"), "Привет, мир"},
        TextCase{"Greek", as_latin1("Αθήνα"), "Αθήνα"},
        TextCase{"Hebrew", as_latin1("שלום"), "שלום"},
        TextCase{"Arabic", as_latin1("مرحبا"), "مرحبا"},
        TextCase{"Japanese", as_latin1("エンジニア募集"), "エンジニア募集"},
        TextCase{"Korean", as_latin1("서울"), "서울"},
        TextCase{"Emoji", as_latin1("\U0001F680 Join \U0001F9D1\u200d\U0001F4BB"),
                 "\U0001F680 Join \U0001F9D1\u200d\U0001F4BB"},
        TextCase{"Twice", as_latin1(as_latin1("we’re in Kraków")), "we’re in Kraków"},
        TextCase{"BesideCorrectText", "Zürich \u00e2\u0080\u0093 GenÃ¨ve", "Zürich – Genève"},
        TextCase{"InMarkup", "<p>You\u00e2\u0080\u0099ll</p>", "<p>You’ll</p>"},
        TextCase{"ReplacementCharacter", as_latin1("caf\ufffd"), "caf\ufffd"},
        TextCase{"Company", as_latin1("Málaga Health"), "Málaga Health"}),
    kCaseName);

INSTANTIATE_TEST_SUITE_P(
    Windows1252, MojibakeTest,
    ::testing::Values(
        TextCase{"Apostrophe", "weâ€™re", "we’re"}, TextCase{"Quotes", "â€œlead", "“lead"},
        TextCase{"QuoteEnd", "leadâ€\u009d", "lead”"},
        TextCase{"Dash", "Remote â€“ EU", "Remote – EU"}, TextCase{"Ellipsis", "moreâ€¦", "more…"},
        TextCase{"Euro", "â‚¬55k", "€55k"}, TextCase{"Trademark", "Acmeâ„¢", "Acme™"},
        TextCase{"Check", "âœ… Remote", "✅ Remote"},
        TextCase{"CheckMark", "âœ“ Remote", "✓ Remote"},
        TextCase{"Emoji", "ðŸš€ Launch", "\U0001F680 Launch"},
        TextCase{"Polish", "KrakÃ³w, ÅÃ³dÅº", "Kraków, \u00c5ódź"},
        TextCase{"Lodz", "Å\u0081Ã³dÅº", "Łódź"}, TextCase{"CapitalE", "Ã‰cole", "École"},
        TextCase{"Paris", "Ã\u00a0 Paris", "à Paris"},
        TextCase{"AllCaps", "MÃœNCHEN, FRANÃ‡AIS", "MÜNCHEN, FRANÇAIS"},
        TextCase{"NAO", "NÃƒO", "NÃO"}, TextCase{"SingleLetter", "Rio Ã© lindo", "Rio é lindo"},
        TextCase{"Copyright", "Â© Acme Â®", "© Acme ®"}, TextCase{"Pound", "Â£45", "£45"},
        TextCase{"Romanian", "BucureÈ™ti", "București"},
        TextCase{"Istanbul", "Ä°stanbul", "İstanbul"},
        TextCase{"Vietnamese", "Viá»‡t Nam", "Việt Nam"},
        TextCase{"Japanese", "ã‚¨ãƒ³ã‚¸ãƒ‹ã‚¢", "エンジニア"},
        TextCase{"Russian", "ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"}, TextCase{"TwiceDash", "aÃ¢â‚¬â€œb", "a–b"}),
    kCaseName);

INSTANTIATE_TEST_SUITE_P(Halves, MojibakeTest,
                         ::testing::Values(TextCase{"Apostrophe", "weâ€", "we"},
                                           TextCase{"LatinDash", "a \u00e2\u0080", "a "},
                                           TextCase{"EmojiAfterOne", "Launch ðŸ", "Launch "},
                                           TextCase{"EmojiAfterTwo", "Launch ðŸš", "Launch "},
                                           TextCase{"Kana", "エンジã‚", "エンジ"},
                                           TextCase{"AWithASpace", "voilÃ tout", "voilà tout"},
                                           TextCase{"NoBreakSpaceWithASpace",
                                                    "dÃ¨s 50Â\u00a0€ netÂ plus",
                                                    "dès 50\u00a0€ net plus"},
                                           TextCase{"PairAtTheEnd", "KrakÃ", "Krak"},
                                           TextCase{"BesideAWhole", "CafÃ© Krakâ€", "Café Krak"}),
                         kCaseName);

class CorrectTextTest : public ::testing::TestWithParam<std::string> {};

TEST_P(CorrectTextTest, IsLeftAlone) { EXPECT_EQ(repair_mojibake(GetParam()), GetParam()); }

INSTANTIATE_TEST_SUITE_P(
    Languages, CorrectTextTest,
    ::testing::Values("", "plain", "Ça va", "Château", "Âge", "ÂGE", "Â", "Ã", "Größe", "Übersicht",
                      "„Spaß“", "Spaß…", "Kraków", "Łódź", "São Paulo", "NÃO", "AMANHÃ…", "AMANHÃ”",
                      "AMANHÃ", "IRMÃ™", "amanhã\u00a0»", "amanhã”…", "café\u00a0»", "café”…",
                      "déjà\u00a0»", "voilà\u00a0«", "Intégrité\u00a0; sens", "«\u00a0École\u00a0»",
                      "CAFÉ»", "CAFÉ™", "QUALITÉ…", "organisé·e", "ORGANISÉ·E", "PIÙ…", "PIÙ”",
                      "CAFFÈ™", "“Ñ”", "«Å»", "„Ä“", "HYVÄ…", "«PÅ»", "hâlâ\u00a0»", "“hâlâ”…",
                      "3×½", "1920×1080", "naïve", "Æther", "Ærø", "Þór", "ðað", "Ø", "Øresund",
                      "Ångström", "Škoda", "Žižek", "Tiếng Việt", "エンジニア募集", "软件工程师",
                      "서울", "Привет", "Αθήνα", "שלום", "مرحبا", "\U0001F680",
                      "it’s “quoted” – really…", "€55k", "™®©", "¿Qué?", "¡Olé!", "olé…»", "«está»",
                      "peut-être\u00a0!", "à la carte", "Señor", "mañana", "Curaçao", "Besançon",
                      "l’œuvre", "Dvořák", "ÅÄÖ", "ÀÈÌÒÙ", "ÂÊÎÔÛ", "ÃÕ", "¼ Â ½", "caf\xc3",
                      "irmã»", "irmã’", "haï»", "hâlâ", "hâlâ’", "hâlâ…", "À Ã Â", "MANHÃ ", "ÃO",
                      "É Ã", "naïf ã", "ð"));

TEST(MojibakeTest, CorrectTextRoundTripsThroughLatin1) {
  for (const std::string_view text : {"“Größe” – 5 µm", "Zażółć gęślą jaźń", "Příliš žluťoučký kůň",
                                      "El pingüino: ¿Wenceslao?", "募集要項・エンジニア"}) {
    EXPECT_EQ(repair_mojibake(as_latin1(text)), text);
  }
}

TEST(MojibakeTest, HostileTextStaysWellFormedAndCheap) {
  std::string hostile = "\u00c3";
  for (int i = 0; i < 200'000; ++i) hostile += "\u0083";
  const std::string repaired = repair_mojibake(hostile);
  EXPECT_TRUE(is_valid_utf8(repaired));
  EXPECT_GT(repaired.size(), hostile.size() - 10);
}

class NewlineTest : public ::testing::TestWithParam<TextCase> {};

TEST_P(NewlineTest, BecomesReal) {
  EXPECT_EQ(unescape_newlines(GetParam().text), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(
    Escapes, NewlineTest,
    ::testing::Values(TextCase{"Empty", "", ""}, TextCase{"None", "a\nb", "a\nb"},
                      TextCase{"One", "</p>\\n<p>", "</p>\n<p>"},
                      TextCase{"Two", "a\\n\\nb", "a\n\nb"},
                      TextCase{"CarriageReturn", "a\\r\\nb\\rc", "a\nb\nc"},
                      // Defect 9 of the original: removal glued the halves into a script element.
                      TextCase{"SplitTag", "<scr\\nnipt>", "<scr\nnipt>"},
                      TextCase{"DoubleBackslash", "a\\\\nb", "a\\\nb"},
                      TextCase{"OtherEscape", "a\\tb\\", "a\\tb\\"},
                      TextCase{"AtEnd", "a\\n", "a\n"}),
    kCaseName);

TEST(LocationTest, LosesItsTrailingComma) {
  EXPECT_EQ(strip_trailing_comma("Cambridge, "), "Cambridge");
  EXPECT_EQ(strip_trailing_comma("Cambridge,"), "Cambridge");
  EXPECT_EQ(strip_trailing_comma("Cambridge, MA, ,"), "Cambridge, MA");
  EXPECT_EQ(strip_trailing_comma("Cambridge"), "Cambridge");
  EXPECT_EQ(strip_trailing_comma(" , "), "");
  EXPECT_EQ(strip_trailing_comma(""), "");
}

TEST(UnaccentedTest, KeepsTheLetterAndItsCase) {
  const auto unaccented = [](std::u32string_view text) {
    std::string out;
    for (const char32_t c : text) {
      if (!append_unaccented(out, c)) out.push_back('?');
    }
    return out;
  };
  EXPECT_EQ(unaccented(U"Zażółć gęślą jaźń"), "Zazolc?gesla?jazn");
  EXPECT_EQ(unaccented(U"ÀÉÎÕÜÝ àéîõüýÿ Çç Ññ Øø Åå"), "AEIOUY?aeiouyy?Cc?Nn?Oo?Aa");
  EXPECT_EQ(unaccented(U"ßÆæŒœÞþÐð"), "ssAeaeOeoeThthDd");
  EXPECT_EQ(unaccented(U"ŁłŐőŘřŞşŽž"), "LlOoRrSsZz");
  EXPECT_EQ(unaccented(U"ȘșȚț"), "SsTt");
  EXPECT_EQ(unaccented(U"1×÷-я日"), "??????");
}

TEST(AsciiTest, FoldsAsciiLettersOnly) {
  EXPECT_EQ(ascii_lower("GitLab ÄÖ İ 123"), "gitlab ÄÖ İ 123");
  EXPECT_TRUE(iequals("Retry-After", "retry-aFTER"));
  EXPECT_FALSE(iequals("retry", "retry-after"));
  EXPECT_FALSE(iequals("[", "{"));
}

}  // namespace
}  // namespace spearyx::normalize
