// Boards whose answers, postings or fields are bad.
#include <algorithm>

#include "ats_fixture.h"
#include "model/receipt.h"

namespace spearyx::testing {
namespace {

struct BadBody {
  std::string name;
  std::string body;
  std::string content_type;
  std::string error;
};

void PrintTo(const BadBody& bad, std::ostream* out) { *out << bad.name; }

class AtsBadBody : public AtsFixture, public ::testing::WithParamInterface<BadBody> {
 public:
  static Result<Response> bad_answer(const Request& /*request*/) {
    Response answer = json_answer(GetParam().body);
    answer.content_type = GetParam().content_type;
    return answer;
  }
};

// Defect 2 of the original: a failing company blocked both sources for ever.
TEST_P(AtsBadBody, EndsInOneFailedRunAndClosesNothing) {
  add_company("greenhouse", "bridge", "");
  tick();
  greenhouse = bad_answer;
  make_due();
  add_company("greenhouse", "neighbour", "");
  tick();
  EXPECT_EQ(count("sync_history WHERE company = 'bridge'"), 2);
  EXPECT_EQ(count("sync_history WHERE company = 'neighbour'"), 1);
  EXPECT_EQ(host.sql("SELECT status FROM sync_history WHERE company = 'bridge' ORDER BY id DESC"),
            "failed");
  EXPECT_EQ(host.sql("SELECT substr(error, 1, instr(error, ':') - 1) FROM sync_history "
                     "WHERE company = 'bridge' ORDER BY id DESC"),
            GetParam().error);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 3);
  EXPECT_EQ(host.sql("SELECT failures FROM discovered_companies WHERE slug = 'bridge'"), "1");
}

TEST_P(AtsBadBody, IsAskedForOnceAndToldUntilAGoodOneComes) {
  add_company("greenhouse", "bridge", "");
  const auto good = std::exchange(greenhouse, bad_answer);
  tick();
  EXPECT_EQ(count("sync_history"), 1);
  EXPECT_EQ(last("status"), "failed");
  EXPECT_EQ(last_stats()["requests"], 1);
  const std::string error = last("error");
  EXPECT_TRUE(error.starts_with(GetParam().error + ": ")) << error;
  EXPECT_TRUE(std::ranges::any_of(nlohmann::json::parse(last("logs")), [&](const auto& line) {
    return line["type"] == "error" && line["message"] == error;
  })) << last("logs");
  EXPECT_EQ(host.sql("SELECT failures, last_error FROM discovered_companies"), "1|" + error);
  EXPECT_EQ(count("jobs"), 0);

  greenhouse = good;
  make_due();
  tick();
  EXPECT_EQ(last("status"), "success");
  EXPECT_EQ(last_stats()["added"], 3);
  EXPECT_EQ(host.sql("SELECT failures FROM discovered_companies"), "0");
}

TEST_F(AtsFixture, AContentTypeThatIsNotJsonIsNamedInTheError) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) {
    Response answer = json_answer("<title>Hello</title>");
    answer.content_type = "text/html";
    return answer;
  };
  tick();
  EXPECT_TRUE(last("error").ends_with("(text/html)")) << last("error");
}

INSTANTIATE_TEST_SUITE_P(
    Bodies, AtsBadBody,
    ::testing::Values(
        BadBody{"NotJson", "hello", "application/json", "malformed_json"},
        BadBody{"Empty", "", "application/json", "malformed_json"},
        BadBody{"Truncated", R"({"jobs":[{"id":1,"title":"A)", "application/json",
                "malformed_json"},
        BadBody{"MoreAfterIt", R"({"jobs":[]} {"jobs":[]})", "application/json", "malformed_json"},
        BadBody{"Null", "null", "application/json", "unexpected_shape"},
        BadBody{"Array", "[]", "application/json", "unexpected_shape"},
        BadBody{"Number", "17", "application/json", "unexpected_shape"},
        BadBody{"NoJobs", R"({"meta":{}})", "application/json", "unexpected_shape"},
        BadBody{"JobsIsNull", R"({"jobs":null})", "application/json", "unexpected_shape"},
        BadBody{"JobsIsText", R"({"jobs":"none"})", "application/json", "unexpected_shape"},
        BadBody{"JobsIsObject", R"({"jobs":{"id":1}})", "application/json", "unexpected_shape"},
        BadBody{"ErrorObject", R"({"status":404,"error":"Job not found"})", "application/json",
                "unexpected_shape"},
        BadBody{"Html", "<!doctype html><title>Just a moment...</title>",
                "text/html; charset=UTF-8", "wrong_content_type"},
        BadBody{"HtmlAsJson", "<!doctype html>", "application/json", "malformed_json"},
        BadBody{"NoContentType", R"({"jobs":[]})", "", "wrong_content_type"}),
    [](const auto& info) { return info.param.name; });

struct BadPosting {
  std::string name;
  std::string json;
  std::string reason;
};

void PrintTo(const BadPosting& bad, std::ostream* out) { *out << bad.name; }

class AtsBadPosting : public AtsFixture, public ::testing::WithParamInterface<BadPosting> {};

TEST_P(AtsBadPosting, IsRejectedWithAReasonAndTheRestKept) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) {
    std::string body = greenhouse_body(postings(2));
    body.insert(body.find('[') + 1, GetParam().json + ",");
    return json_answer(body);
  };
  tick();
  EXPECT_EQ(last("status"), "success") << last("error");
  EXPECT_EQ(count("jobs"), 2);
  EXPECT_EQ(last_stats()["fetched"], 3);
  EXPECT_EQ(last_stats()["rejectedReasons"][GetParam().reason], 1) << last_stats();
}

constexpr const char* kLocation =
    R"("location":{"name":"Remote"},"absolute_url":"https://x.example/1")";

INSTANTIATE_TEST_SUITE_P(
    Postings, AtsBadPosting,
    ::testing::Values(
        BadPosting{"NoId", std::string(R"({"title":"A",)") + kLocation + "}", "id is missing"},
        BadPosting{"IdIsText", std::string(R"({"id":"7","title":"A",)") + kLocation + "}",
                   "id is missing"},
        BadPosting{"TitleIsNumber", std::string(R"({"id":7,"title":5,)") + kLocation + "}",
                   "title is missing"},
        BadPosting{"NoTitle", std::string(R"({"id":7,)") + kLocation + "}", "title is missing"},
        BadPosting{"TitleOfWhiteSpace",
                   std::string(R"({"id":7,"title":" \u00a0 ",)") + kLocation + "}",
                   "title is missing"},
        BadPosting{"NoLink", R"({"id":7,"title":"A","location":{"name":"Remote"}})",
                   "link is missing"},
        BadPosting{
            "ScriptLink",
            R"j({"id":7,"title":"A","location":{"name":"Remote"},"absolute_url":"javascript:alert(1)"})j",
            "link is missing"},
        BadPosting{"Null", "null", "posting is malformed"},
        BadPosting{"Text", "\"posting\"", "posting is malformed"}),
    [](const auto& info) { return info.param.name; });

TEST_F(AtsFixture, AFieldThatCannotBeReadIsCountedAndCostsNothing) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) {
    return json_answer(
        R"({"jobs":[{"id":7,"title":"A","location":5,"absolute_url":"https://x.example/7"},)"
        R"({"id":8,"title":"B","location":{"name":"Remote"},"absolute_url":"https://x.example/8",)"
        R"("first_published":"soon","departments":{"name":"C"}}]})");
  };
  tick();
  const auto stats = last_stats();
  EXPECT_EQ(stats["rejected"], 0);
  EXPECT_EQ(stats["filtered"], 1);
  EXPECT_EQ(stats["added"], 1);
  EXPECT_EQ(stats["unknown"], (nlohmann::json{{"place", 1}, {"date", 1}, {"tags", 1}}));
}

TEST_F(AtsFixture, APostingThatTurnsBadIsNotTakenForGone) {
  add_company("greenhouse", "bridge", "");
  tick();
  greenhouse = [](const Request&) {
    std::string body = greenhouse_body(postings(3));
    body.replace(body.find("\"Engineer 2\""), 12, "2");
    return json_answer(body);
  };
  make_due();
  tick();
  EXPECT_EQ(last_stats()["rejected"], 1);
  EXPECT_EQ(last_stats()["closed"], 0);
  EXPECT_EQ(count("jobs WHERE closed_at IS NULL"), 3);
}

TEST_F(AtsFixture, ADescriptionBeyondTheRowLimitIsCutWithAMark) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(1);
  board[0].content = "<p>" + std::string(3'000'000, 'x') + "</p>";
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  EXPECT_EQ(last_stats()["truncated"], 1);
  EXPECT_LT(std::stoi(host.sql("SELECT length(description_raw) FROM jobs")), 300'000);
  EXPECT_NE(host.sql("SELECT description_raw FROM jobs").find("was cut here"), std::string::npos);
}

TEST_F(AtsFixture, ThousandsOfPostingsAreCommittedInChunksOfAMegabyte) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(5'000);
  for (FakePosting& posting : board) posting.content = "<p>" + std::string(2'000, 'y') + "</p>";
  greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
  tick();
  EXPECT_EQ(count("jobs"), 5'000);
  EXPECT_EQ(last_stats()["added"], 5'000);
  EXPECT_LE(host.queries, 3);
}

TEST_F(AtsFixture, ImpossibleDatesAreUnknownAndControlCharactersGo) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) {
    return json_answer(
        R"({"jobs":[{"id":1,"title":"A\u0000\u0007 \u202eB","location":{"name":"Remote"},)"
        R"("absolute_url":"https://x.example/1","first_published":"9999-01-01T00:00:00Z"},)"
        R"({"id":2,"title":"C","location":{"name":"Remote"},)"
        R"("absolute_url":"https://x.example/2","first_published":"0000-00-00T00:00:00Z"}]})");
  };
  tick();
  EXPECT_EQ(host.rows("SELECT title, post_date FROM jobs ORDER BY external_id"),
            (std::vector<std::string>{"A B|", "C|"}));
}

TEST_F(AtsFixture, InvalidUtf8BecomesReplacementCharacters) {
  add_company("greenhouse", "bridge", "");
  auto board = postings(1);
  board[0].title = "Caf?";
  greenhouse = [&](const Request&) {
    std::string body = greenhouse_body(board);
    body[body.find("Caf?") + 3] = '\xE9';
    return json_answer(body);
  };
  tick();
  EXPECT_EQ(host.sql("SELECT title FROM jobs"), "Caf\xEF\xBF\xBD");
}

TEST_F(AtsFixture, AnEtagTooLongToStoreIsForgotten) {
  add_company("greenhouse", "bridge", "");
  greenhouse = [](const Request&) {
    return json_answer(greenhouse_body(postings(1)), "W/\"" + std::string(10'000, 'e') + "\"");
  };
  tick();
  EXPECT_EQ(host.sql("SELECT etag FROM discovered_companies"), "");
  EXPECT_EQ(count("jobs"), 1);
}

TEST_F(AtsFixture, ReceiptsBalanceOverRandomBoards) {
  add_company("greenhouse", "bridge", "");
  for (int round = 0; round < 300; ++round) {
    std::vector<FakePosting> board;
    for (std::uint64_t n = host.random() % 30; n > 0; --n) {
      FakePosting posting;
      posting.id = static_cast<std::int64_t>(host.random() % 25);
      posting.title = host.random() % 10 == 0 ? "" : "Engineer " + std::to_string(posting.id);
      posting.location = host.random() % 3 == 0 ? "Boston, MA" : "Remote";
      posting.content = std::string("<p>Text ") + (host.random() % 4 == 0 ? "b" : "a") + "</p>";
      board.push_back(posting);
    }
    greenhouse = [&](const Request&) { return json_answer(greenhouse_body(board)); };
    make_due();
    tick();
    ASSERT_EQ(last("status"), "success") << last("error");
    const auto stats = last_stats();
    if (stats["notModified"] == 1) continue;
    ASSERT_EQ(stats["fetched"].get<std::size_t>(), board.size());
    ASSERT_EQ(stats["fetched"].get<int>(),
              stats["added"].get<int>() + stats["updated"].get<int>() +
                  stats["unchanged"].get<int>() + stats["filtered"].get<int>() +
                  stats["rejected"].get<int>() + stats["duplicate"].get<int>())
        << stats;
  }
  EXPECT_EQ(count("(SELECT 1 FROM jobs GROUP BY board, external_id HAVING count(*) > 1)"), 0);
}

}  // namespace
}  // namespace spearyx::testing
