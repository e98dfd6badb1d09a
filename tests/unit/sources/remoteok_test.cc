#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"

namespace spearyx::remoteok {
namespace {

const auto page_path = feed_reader(Source::kRemoteOk).page_path;
const auto read_page = feed_reader(Source::kRemoteOk).read_page;
const auto kTags = feed_reader(Source::kRemoteOk).tags;

const FeedRequest kDev{.tag = "dev", .position = ""};

/// A posting tagged "dev" with the given members besides.
std::string posting(const std::string& members) {
  return R"({"id":"7","tags":["dev"],"position":"Engineer","url":"https://remoteOK.com/x")" +
         (members.empty() ? "" : "," + members) + "}";
}

Listing read(const std::string& elements) {
  Listing listing;
  EXPECT_TRUE(read_page("[" + elements + "]", kDev, listing)) << elements;
  return listing;
}

Posting read_posting(const std::string& members) {
  const Listing listing = read(posting(members));
  return listing.postings().empty() ? Posting() : listing.postings().front();
}

TEST(RemoteOk, AsksByTag) {
  EXPECT_EQ(page_path(kDev), "/api?tag=dev");
  EXPECT_EQ(kTags.size(), 13);
  EXPECT_EQ(kTags.front(), "dev");
  EXPECT_EQ(kTags.back(), "support");
}

struct TextCase {
  const char* name;
  const char* sent;
  const char* read;
};

class RemoteOkDescription : public ::testing::TestWithParam<TextCase> {};

TEST_P(RemoteOkDescription, IsRepaired) {
  const Posting read = read_posting(std::string(R"("description":)") + GetParam().sent);
  EXPECT_EQ(normalize::description_html(read), GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RemoteOkDescription,
    ::testing::Values(
        TextCase{
            "address",
            R"js("Work.<br/>Please mention the word **X** and tag RMTI3LjAuMC4x when (#RMTI3)")js",
            "Work.<br/>"},
        TextCase{"address_in_other_case", R"("Work. PLEASE mention the Word **X** RMTI3")",
                 "Work. "},
        TextCase{"address_alone", R"("Please mention the word **X** and tag RMTI3")", ""},
        TextCase{"mojibake", R"("together \u00e2\u0080\u0093 powerfully")",
                 "together – powerfully"},
        TextCase{"mojibake_letters", R"("Caf\u00c3\u00a9 in Krak\u00c3\u00b3w")", "Café in Kraków"},
        TextCase{"backslash_n", R"("a\\nb")", "a<br>\nb"},
        TextCase{"backslash_n_in_a_tag", R"("<scr\\nipt>")", "<scr\nipt>"},
        TextCase{"french", R"("Développeur à Genève, élève où")", "Développeur à Genève, élève où"},
        TextCase{"german", R"("Größe, Maß, Übermut, «zitiert»")", "Größe, Maß, Übermut, «zitiert»"},
        TextCase{"polish", R"("Zażółć gęślą jaźń")", "Zażółć gęślą jaźń"},
        TextCase{"japanese", R"("東京のエンジニア")", "東京のエンジニア"},
        TextCase{"html_keeps_its_entities", R"("<p>R&amp;D&nbsp;team<\/p>")",
                 "<p>R&amp;D&nbsp;team</p>"},
        TextCase{"null", "null", ""}),
    [](const auto& test) { return test.param.name; });

TEST(RemoteOk, LeavesADescriptionAsItIsWritten) {
  const Posting read = read_posting(
      R"js("description":"Caf\u00c3\u00a9\nP.R&amp;D. Please mention the word **X** and tag RMTI3")js");
  EXPECT_EQ(read.description, R"(Caf\u00c3\u00a9\nP.R&amp;D. )");
}

TEST(RemoteOk, APostingIsTheSameWhoeverAsks) {
  const auto hash_for = [](const std::string& address) {
    return normalize::content_hash(read_posting(
        R"("description":"Work. Please mention the word **X** and tag )" + address + R"(.")"));
  };
  EXPECT_EQ(hash_for("RMTI3LjAuMC4x"), hash_for("RMTAuMC4wLjE="));
}

class RemoteOkPlainField : public ::testing::TestWithParam<TextCase> {};

TEST_P(RemoteOkPlainField, IsRepaired) {
  const std::string sent = GetParam().sent;
  const Posting read = read_posting(R"("company":)" + sent + R"(,"location":)" + sent);
  EXPECT_EQ(read.company, GetParam().read);
  EXPECT_EQ(read.location, GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RemoteOkPlainField,
    ::testing::Values(TextCase{"entity", R"("Aisles &amp; Abroad")", "Aisles & Abroad"},
                      TextCase{"raw_ampersand", R"("Aisles & Abroad")", "Aisles & Abroad"},
                      TextCase{"mojibake", R"("Z\u00c3\u00b3calo Health")", "Zócalo Health"},
                      TextCase{"newline_and_spaces", R"(" Acme \n")", "Acme"},
                      TextCase{"backslash_n", R"("Acme\\nInc")", "Acme Inc"},
                      TextCase{"empty", R"("")", ""},
                      TextCase{"address", R"("Acme Please mention the word **X** and tag RMTI3")",
                               "Acme"}),
    [](const auto& test) { return test.param.name; });

struct DateCase {
  const char* name;
  const char* members;
  std::optional<UnixSeconds> date;
};

class RemoteOkDate : public ::testing::TestWithParam<DateCase> {};

TEST_P(RemoteOkDate, IsRead) {
  EXPECT_EQ(read_posting(GetParam().members).post_date, GetParam().date);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RemoteOkDate,
    ::testing::Values(DateCase{"number", R"("epoch":1778918412)", 1'778'918'412},
                      DateCase{"text_of_2021", R"("epoch":"1619780897")", 1'619'780'897},
                      DateCase{"iso_alone", R"("date":"2026-05-16T08:00:12+00:00")", 1'778'918'412},
                      DateCase{"broken_epoch",
                               R"("epoch":"soon","date":"2026-05-16T08:00:12+00:00")",
                               1'778'918'412},
                      DateCase{"january_1970", R"("epoch":1778918)", std::nullopt},
                      DateCase{"none", R"("epoch":null)", std::nullopt}),
    [](const auto& test) { return test.param.name; });

TEST(RemoteOk, ASalaryOfZeroIsNotStatedAndNoCurrencyIsInvented) {
  const Posting none = read_posting(R"("salary_min":0,"salary_max":0)");
  EXPECT_EQ(none.salary_min, 0);
  EXPECT_EQ(none.salary_max, 0);
  const Posting some = read_posting(R"("salary_min":60000,"salary_max":85000)");
  EXPECT_EQ(some.salary_min, 60'000);
  EXPECT_EQ(some.salary_max, 85'000);
  EXPECT_EQ(some.salary_currency, "");
  EXPECT_EQ(some.salary_period, "");
  EXPECT_FALSE(some.allowed_countries) << "an empty location is not stated, not worldwide";
}

TEST(RemoteOk, TellsTheNoticeByItsShapeWhereverItStands) {
  const std::string notice = R"({"last_updated":1,"legal":"Link back."})";
  for (const std::string& elements :
       {notice + "," + posting(""), posting("") + "," + notice, posting("")}) {
    const Listing listing = read(elements);
    EXPECT_EQ(listing.counts().fetched, 1) << elements;
    EXPECT_EQ(listing.postings().size(), 1) << elements;
  }
  EXPECT_EQ(read(notice).counts().fetched, 0);
  EXPECT_EQ(read("").counts().fetched, 0);
}

struct ElementCase {
  const char* name;
  const char* element;
  const char* reason;
};

class RemoteOkElement : public ::testing::TestWithParam<ElementCase> {};

TEST_P(RemoteOkElement, IsRejectedForOneReason) {
  const Listing listing = read(GetParam().element);
  EXPECT_EQ(listing.counts().fetched, 1);
  EXPECT_TRUE(listing.postings().empty());
  ASSERT_EQ(listing.counts().rejected.entries().size(), 1);
  EXPECT_EQ(listing.counts().rejected.entries().front().reason, GetParam().reason);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, RemoteOkElement,
    ::testing::Values(
        ElementCase{"null", "null", "posting is malformed"},
        ElementCase{"number", "7", "posting is malformed"},
        ElementCase{"list", "[]", "posting is malformed"},
        ElementCase{"no_id", R"({"position":"Engineer","tags":["dev"]})", "id is missing"},
        ElementCase{"empty_id", R"({"id":"","position":"Engineer"})", "id is missing"},
        ElementCase{"id_as_object", R"({"id":{},"position":"Engineer"})", "id is missing"},
        ElementCase{"no_title", R"({"id":"1","tags":["dev"],"url":"https://remoteOK.com/x"})",
                    "title is missing"},
        ElementCase{"no_link", R"({"id":"1","tags":["dev"],"position":"Engineer"})",
                    "link is missing"},
        ElementCase{"script_as_link",
                    R"js({"id":"1","tags":["dev"],"position":"E","url":"javascript:alert(1)"})js",
                    "link is missing"},
        ElementCase{"title_as_number", R"({"id":"1","tags":["dev"],"position":7})",
                    "title is missing"}),
    [](const auto& test) { return test.param.name; });

TEST(RemoteOk, IdsMayBeNumbersAndAreTheSameThen) {
  const Listing listing =
      read(R"({"id":7,"tags":["dev"],"position":"Engineer","url":"https://remoteOK.com/x"},)" +
           posting(""));
  ASSERT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.postings().front().external_id, "7");
  EXPECT_EQ(listing.counts().duplicate, 1);
}

TEST(RemoteOk, FiltersByTagWhateverWasSent) {
  const Listing listing =
      read(R"({"id":"1","tags":["Dev","x"],"position":"A","url":"https://remoteOK.com/1"},)"
           R"({"id":"2","tags":["developer"],"position":"B","url":"https://remoteOK.com/2"},)"
           R"({"id":"3","tags":[],"position":"C","url":"https://remoteOK.com/3"},)"
           R"({"id":"4","position":"D","url":"https://remoteOK.com/4"})");
  ASSERT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.postings().front().external_id, "1");
  EXPECT_EQ(listing.counts().filtered.total(), 3);
}

TEST(RemoteOk, NoFailureQuotesTheBody) {
  const std::string tail = "Please mention the word **X** and tag RMTI3LjAuMC4x";
  for (const std::string& body :
       {tail, "[{\"description\":\"" + tail, "[{\"description\":\"" + tail + "\"\"}]",
        "{\"x\":\"" + tail + "\"}", "\"" + tail + "\""}) {
    Listing listing;
    const auto page = read_page(body, kDev, listing);
    ASSERT_FALSE(page) << body;
    EXPECT_EQ(describe(page.error()).find("MTI3"), std::string::npos) << describe(page.error());
  }
}

}  // namespace
}  // namespace spearyx::remoteok
