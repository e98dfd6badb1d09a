#include "sanitize/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/sanitize/cases.h"

namespace spearyx::sanitize {
namespace {

class LayingOut : public ::testing::TestWithParam<Case> {};

TEST_P(LayingOut, SetsTheTextAsItWasMeant) { expect_clean(GetParam()); }

const std::vector<Case> kEmptiness = {
    {"EmptyBlocks", "<p></p><div> </div><h2><b></b></h2><ul><li></li></ul><p>a</p>", "<p>a</p>"},
    {"NoBreakSpacesOnly", "<p>&nbsp;</p><p>&nbsp; <br>&nbsp;</p><p>a&nbsp;</p>", "<p>a</p>"},
    {"InvisibleCharactersOnly", "<p>\u200B\uFEFF\u00AD</p>a", "<p>a</p>"},
    {"EmptyItems", "<ul><li> <br></li><li>a</li></ul>", "<ul><li>a</li></ul>"},
    {"EmptyQuote", "<blockquote><p><br></p></blockquote>", ""},
    {"BreaksAtTheEnds", "<p><br>a<br></p><br>", "<p>a</p>"},
    {"RulesWithNothingToDivide", "<hr><p>a</p><hr><hr><p>b</p><hr>", "<p>a</p><hr><p>b</p>"},
    {"RulesInNothing", "a<blockquote><hr></blockquote>", "<p>a</p>"},
    {"UndoneEscapes", "<p>a</p>\\n<p></p>\\n\\n<p>b<br>\\n<br>c</p>", "<p>a</p><p>b</p><p>c</p>"},
    {"ABackslashInText", "<p>C:\\new \\n x</p>", "<p>C:\\new \\n x</p>"},
};

const std::vector<Case> kWhitespace = {
    {"Folded", "<p>\n  a \t\n b&nbsp;&nbsp; c\f\u2003d\u3000e </p>", "<p>a b c d e</p>"},
    {"BesideBreaks", "<p>a <br> b</p>", "<p>a<br>b</p>"},
    {"ControlsGo",
     "<p>a\x01\x7F\u0085"
     "b\u200B</p>",
     "<p>ab</p>"},
    {"JoinersStay", "<p>\U0001F469\u200D\U0001F4BB</p>", "<p>\U0001F469\u200D\U0001F4BB</p>"},
};

const std::vector<Case> kParagraphs = {
    {"TwoBreaksEndAParagraph", "a<br><br>b<br>c<br> <br>&nbsp;<br>d",
     "<p>a</p><p>b<br>c</p><p>d</p>"},
    {"TwoBreaksInAnItem", "<ul><li>a<br><br>b</li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"},
    {"TwoBreaksInAHeading", "<h2>a<br><br>b</h2>", "<h2>a<br>b</h2>"},
    {"PlainText", "a\nb\n\nc\r\n\r\n\r\nd\n", "<p>a<br>b</p><p>c</p><p>d</p>"},
    {"PlainTextWithEntities", "a &amp; b\n&lt;c&gt;", "<p>a &amp; b<br>&lt;c&gt;</p>"},
    {"PlainTextWithLinks", "a\n\n<a href=http://b>b</a>",
     "<p>a</p><p><a href=\"http://b\" rel=\"nofollow noopener\">b</a></p>"},
    {"NewlinesInMarkupAreSpaces", "a\nb\n\nc<br>d", "<p>a b c<br>d</p>"},
};

const std::vector<Case> kLists = {
    {"Bullets", "<p>\u2022 a</p><p>\u00B7b</p><p>\u25AA c</p>",
     "<ul><li>a</li><li>b</li><li>c</li></ul>"},
    {"OneBullet", "<p>a</p><p>\u2022 b</p>", "<p>a</p><ul><li>b</li></ul>"},
    {"BulletsBetweenBreaks", "a:<br>\u2022 b<br>\u2022 c<br>d",
     "<p>a:</p><ul><li>b</li><li>c</li></ul><p>d</p>"},
    {"BulletsInDivs", "<div>\u2022&nbsp;&nbsp; <b>a</b></div><div>\u2022\tb</div>",
     "<ul><li><b>a</b></li><li>b</li></ul>"},
    {"FormattedBullets", "<p><b>\u2022 </b>a</p><p><span>\u2022</span> b</p>",
     "<ul><li>a</li><li>b</li></ul>"},
    {"SymbolFontBullets", "<p>\uF0B7 a</p><p>\u2714\uFE0F b</p><p>\u27A2 c</p>",
     "<ul><li>a</li><li>b</li><li>c</li></ul>"},
    {"Dashes", "- a<br>\u2013 b", "<ul><li>a</li><li>b</li></ul>"},
    {"DashesCloseToTheText", "<p>-Read</p><p><b>-\u00C9crire</b> et</p>",
     "<ul><li>Read</li><li><b>\u00C9crire</b> et</li></ul>"},
    {"OneDashCloseToTheText", "<p>-Read</p><p>b</p>", "<p>-Read</p><p>b</p>"},
    {"OptionsAreText", "<p>--help</p><p>--version</p>", "<p>--help</p><p>--version</p>"},
    {"OneDashIsADash", "<p>- a</p><p>b</p>", "<p>- a</p><p>b</p>"},
    {"NegativeNumbers", "-5<br>-6", "<p>-5<br>-6</p>"},
    {"Asterisks", "<p>* a</p><p>* b</p>", "<ul><li>a</li><li>b</li></ul>"},
    {"Footnote", "<p>*a</p><p>*b</p>", "<p>*a</p><p>*b</p>"},
    {"Circles", "<p>o a</p><p>o b</p>", "<ul><li>a</li><li>b</li></ul>"},
    {"Numbers", "<p>1. a</p><p>2. b</p><p>3. c</p>", "<ol><li>a</li><li>b</li><li>c</li></ol>"},
    {"NumbersInParentheses", "1) a<br>2) b", "<ol><li>a</li><li>b</li></ol>"},
    {"NumbersThatDoNotCount", "<p>1. a</p><p>b</p><p>2. c</p>", "<p>1. a</p><p>b</p><p>2. c</p>"},
    {"NumbersFromTwo", "2. a<br>3. b", "<p>2. a<br>3. b</p>"},
    {"TwoWaysToNumber", "1. a<br>2) b", "<p>1. a<br>2) b</p>"},
    {"Years", "2019. a<br>2020. b", "<p>2019. a<br>2020. b</p>"},
    {"PlainTextBullets", "a\n\n- b\n- c\n\nd", "<p>a</p><ul><li>b</li><li>c</li></ul><p>d</p>"},
    {"BulletTypedIntoAnItem", "<ul><li>\u2022 a</li><li>- \u2022 b</li></ul>",
     "<ul><li>a</li><li>b</li></ul>"},
    {"ListTypedIntoAnItem", "<ul><li>a<br>\u2022 b<br>\u2022 c</li></ul>",
     "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>"},
    {"DoubledBullets", "\u2022 \u2022 a", "<ul><li>a</li></ul>"},
    {"BulletWithoutText", "<p>\u2022</p><p>-</p>a", "<p>\u2022</p><p>-</p><p>a</p>"},
    {"BulletWithDebris", "<p>\u2022 \\n</p>", "<p>\u2022 \\n</p>"},
    {"AdjacentListsAreOne", "<ul><li>a</li></ul>\n<ul><li>b</li></ul><p>\u2022 c</p>",
     "<ul><li>a</li><li>b</li><li>c</li></ul>"},
    {"NumberedListsStayApart", "<ol><li>a</li></ol><ol><li>b</li></ol>",
     "<ol><li>a</li></ol><ol><li>b</li></ol>"},
    {"WrappedItems",
     "<div>\u2022 To check what the drivers collect against what was</div><div>delivered, "
     "<b>daily</b></div>"
     "<div>\u2022 b</div>",
     "<ul><li>To check what the drivers collect against what was delivered, "
     "<b>daily</b></li><li>b</li></ul>"},
    {"ItemsThatEndAreNotWrapped",
     "<div>\u2022 To check what the drivers collect against what was paid.</div><div>then go</div>",
     "<ul><li>To check what the drivers collect against what was paid.</li></ul><p>then go</p>"},
};

const std::vector<Case> kHeadings = {
    {"BoldWithColon", "<p><strong>What you will do:</strong></p><p>a</p>",
     "<h3>What you will do:</h3><p>a</p>"},
    {"BoldAndShort", "<div><b>About us</b></div>a", "<h3>About us</h3><p>a</p>"},
    {"BoldInParts", "<p><b>About</b> <strong>us</strong></p>a", "<h3>About us</h3><p>a</p>"},
    {"FirstLine", "<p><strong>About us</strong><br>We are.</p>", "<h3>About us</h3><p>We are.</p>"},
    {"BetweenLines", "a<br><b>Perks:</b><br>b", "<p>a</p><h3>Perks:</h3><p>b</p>"},
    {"WithALink", "<p><b>About <a href=http://a>A</a></b></p>b",
     "<h3>About <a href=\"http://a\" rel=\"nofollow noopener\">A</a></h3><p>b</p>"},
    {"WithQuestionMark", "<p><b>Why us?</b></p>a", "<h3>Why us?</h3><p>a</p>"},
    {"OtherScripts", "<p><b>\u0427\u0442\u043E</b></p>a", "<h3>\u0427\u0442\u043E</h3><p>a</p>"},
    {"LosesWhatAHeadingHasAnyway", "<h2><strong><u>a</u> <em>b</em></strong></h2>c",
     "<h2>a <em>b</em></h2><p>c</p>"},
    {"NotASentence", "<p><b>Apply now!</b></p><p><b>We are open.</b></p>a",
     "<p><b>Apply now!</b></p><p><b>We are open.</b></p><p>a</p>"},
    {"NotInMidSentence", "<p><b>and more</b></p>a", "<p><b>and more</b></p><p>a</p>"},
    {"NotAField", "<p><b>Location: Remote</b><br><b>Pay:</b> $1</p>a",
     "<p><b>Location: Remote<br>Pay:</b> $1</p><p>a</p>"},
    {"NotPartlyBold", "<p><b>About</b> us</p>a", "<p><b>About</b> us</p><p>a</p>"},
    {"NotWithoutLetters", "<p><b>***</b></p>a", "<p><b>***</b></p><p>a</p>"},
    {"NotLong",
     "<p><b>A very long line that goes on and on and on about one thing or other</b></p>a",
     "<p><b>A very long line that goes on and on and on about one thing or other</b></p><p>a</p>"},
    {"NotAtTheEnd", "<p>a</p><p><b>Thank you</b></p>", "<p>a</p><p><b>Thank you</b></p>"},
    {"NotInAnItem", "<ul><li><b>Title</b><p>a</p></li></ul>",
     "<ul><li><p><b>Title</b></p><p>a</p></li></ul>"},
    {"NumberedHeadings", "<p><b>1. First</b></p><p>a</p><p><b>2. Second</b></p><p>b</p>",
     "<h3>1. First</h3><p>a</p><h3>2. Second</h3><p>b</p>"},
};

INSTANTIATE_TEST_SUITE_P(Cases, LayingOut,
                         ::testing::ValuesIn(cases_of({{"Emptiness", kEmptiness},
                                                       {"Whitespace", kWhitespace},
                                                       {"Paragraphs", kParagraphs},
                                                       {"Lists", kLists},
                                                       {"Headings", kHeadings}})),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace spearyx::sanitize
