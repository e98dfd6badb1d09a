#include <map>

#include "aggregator_fixture.h"
#include "ats_fixture.h"
#include "discovery_fixture.h"
#include "good_order.h"
#include "sources/reader.h"
#include "store/leases.h"
#include "support/search_index.h"
#include "sync/rescue.h"

namespace spearyx::testing {
namespace {

using Fate = SqliteHost::Fate;

/// The fault at one call of a tick. Stalls outlast the lease.
struct Fault {
  const char* name;
  Fate fate;
  /// The shim saw the process trap and records that.
  bool is_recorded = false;
  /// The next tick comes during the stall.
  bool meets_another = false;
};

void PrintTo(const Fault& fault, std::ostream* out) { *out << fault.name; }

constexpr std::array kFaults{
    Fault{.name = "DiesBefore", .fate = Fate::kDiesBefore},
    Fault{.name = "DiesAfter", .fate = Fate::kDiesAfter},
    Fault{.name = "Traps", .fate = Fate::kDiesAfter, .is_recorded = true},
    Fault{.name = "Fails", .fate = Fate::kFails},
    Fault{.name = "AnswerLost", .fate = Fate::kAnswerLost},
    Fault{.name = "BreaksOff", .fate = Fate::kBreaksOff},
    Fault{.name = "StallsBefore", .fate = Fate::kStallsBefore},
    Fault{.name = "StallsAfter", .fate = Fate::kStallsAfter},
    Fault{.name = "OvertakenBefore", .fate = Fate::kStallsBefore, .meets_another = true},
    Fault{.name = "OvertakenAfter", .fate = Fate::kStallsAfter, .meets_another = true},
};

/// A tick that a fault disturbs, in a world of its own: what goes before is the constructor's, what
/// comes after are further ticks in peace.
template <typename Fixture>
class Story : public Fixture {
 public:
  explicit Story(std::string worker) : worker_(std::move(worker)) {
    Fixture::SetUp();
    host.sql("DELETE FROM potential_companies");
    note_second_outcomes(host);
  }
  void TestBody() override {}

  virtual void turn() { this->tick(); }

  /// The turn, in which the call with this number (from 1) meets the fault; how many calls it made.
  int disturbed_turn(const Fault& fault, int at) {
    host.calls = 0;
    host.fates = [&fault, at](int call) { return call == at ? fault.fate : Fate::kWorks; };
    host.stall_ms = (store::kLeaseSeconds + 1) * 1'000;
    if (fault.meets_another) host.meanwhile = [this] { turn_of_another(); };
    turn();
    const int calls = host.calls;
    const bool has_trapped = std::exchange(host.is_dead, false) && fault.is_recorded;
    if (has_trapped) sync::record_trap(host, worker_, this->event.invocation, "unreachable");
    host.fates = [](int) { return Fate::kWorks; };
    return calls;
  }

  /// Two such turns, one after the other.
  void disturb_twice(const Fault& fault, int at) {
    disturbed_turn(fault, at);
    wait();
    disturbed_turn(fault, at);
  }

  /// Everything that was left undone is done.
  void go_on() {
    wait();
    expect_good_order(host);
    for (int i = 0; i < peaceful_turns; ++i) {
      turn();
      wait();
    }
    expect_good_order(host);
    expect_search_index_in_step(host);
  }

  /// Requests to one source keep their distance.
  void expect_spacing() {
    std::map<std::string, std::vector<UnixMillis>> times;
    for (const auto& sent : host.sent) {
      times[sent.request.url.substr(0, sent.request.url.find('/', 8))].push_back(sent.at_ms);
    }
    for (auto& [origin, list] : times) {
      std::ranges::sort(list);
      for (std::size_t i = 1; i < list.size(); ++i) {
        EXPECT_GE(list[i] - list[i - 1], spacing_ms) << origin;
      }
    }
  }

  /// The rows that the database must hold in the end, whatever happened, one a line.
  std::string kept() {
    std::string all;
    for (const char* what :
         {"source_name, board, external_id, title, closed_at IS NULL, content_hash "
          "FROM jobs",
          "source_name, board, external_id, nth, change, fields FROM ("
          "  SELECT *, row_number() OVER (PARTITION BY job_id ORDER BY seq) AS nth"
          "  FROM job_changes JOIN jobs ON jobs.id = job_id)",
          "source, sum(added), sum(closed) FROM job_days GROUP BY source",
          "source, slug, name, status, job_count, remote_job_count, page_count, "
          "iif(status = 'gone', '', failures) FROM discovered_companies",
          "slug, status, failures FROM potential_companies", "source, failures FROM source_state",
          "worker, lease_until FROM batch_state"}) {
      auto lines = host.rows(std::string("SELECT ") + what);
      std::ranges::sort(lines);
      for (const std::string& line : lines) all.append(line).append("\n");
    }
    return all;
  }

  using Fixture::host;

 protected:
  int peaceful_turns = 4;
  UnixMillis spacing_ms = 1'000;

 private:
  void wait() { host.clock_ms += 10 * 60'000; }

  void turn_of_another() {
    const sync::Event own = this->event;
    turn();
    this->event = own;
  }

  std::string worker_;
};

/// The turn of the story with the fault at its first call, then at its second, and so on to the
/// last one of an undisturbed turn.
template <typename Tale>
void expect_no_harm_at_any_call(const Fault& fault) {
  Tale undisturbed;
  const int calls = undisturbed.disturbed_turn(fault, 0);
  undisturbed.go_on();
  const std::string expected = undisturbed.kept();
  ASSERT_GE(calls, 3) << "a claim, a request and a commit at least";
  for (int at = 1; at <= calls; ++at) {
    SCOPED_TRACE("call " + std::to_string(at) + " of " + std::to_string(calls));
    Tale tale;
    ASSERT_GE(tale.disturbed_turn(fault, at), at) << "the fault was not reached";
    tale.go_on();
    EXPECT_EQ(tale.kept(), expected);
    tale.expect_spacing();
  }
}

/// The same where the turn that follows is killed, too, at the same call.
template <typename Tale>
void expect_no_harm_of_two_kills(Fate fate, bool is_recorded) {
  const Fault fault{.name = "Kill", .fate = fate, .is_recorded = is_recorded};
  Tale undisturbed;
  const int calls = undisturbed.disturbed_turn(fault, 0);
  undisturbed.go_on();
  const std::string expected = undisturbed.kept();
  for (int at = 1; at <= calls; ++at) {
    SCOPED_TRACE("call " + std::to_string(at) + " of " + std::to_string(calls));
    Tale tale;
    tale.disturb_twice(fault, at);
    tale.go_on();
    EXPECT_EQ(tale.kept(), expected);
    tale.expect_spacing();
  }
}

/// Two boards that nobody has asked yet, of which one fails the first time.
class FirstSync : public Story<AtsFixture> {
 public:
  FirstSync() : Story("ats") {
    add_company("greenhouse", "bridge", "");
    add_company("greenhouse", "canal", "");
    greenhouse = [this](const Request& request) -> Result<Response> {
      const bool is_canal = request.url.find("/canal/") != std::string::npos;
      if (is_canal && !std::exchange(has_failed_, true)) return status_answer(500);
      return json_answer(greenhouse_body(is_canal ? postings(4, 500) : board_));
    };
  }

 protected:
  std::vector<FakePosting> board_ = postings(12);

 private:
  bool has_failed_ = false;
};

/// The same boards known, of which one has changed.
class NextSync final : public FirstSync {
 public:
  NextSync() {
    tick();
    board_[0].title = "Chief Engineer";
    board_.erase(board_.begin() + 1);
    board_.push_back(postings(1, 99).front());
    make_due();
  }
};

/// Ten known boards: one has changed, one is gone for the first time, the others are as they were.
class TenBoards final : public Story<AtsFixture> {
 public:
  TenBoards() : Story("ats") {
    peaceful_turns = 14;  // who was cut off goes alone
    for (int i = 0; i < 10; ++i) add_company("greenhouse", "c" + std::to_string(i), "");
    greenhouse = [this](const Request& request) -> Result<Response> {
      const bool is_changing = request.url.contains("/c3/");
      if (request.url.contains("/c6/") && is_gone_) return status_answer(404);
      return json_answer(greenhouse_body(
          postings(is_changing ? changing_ : 2, is_changing ? 900 : number_in(request.url) * 10)));
    };
    tick();
    changing_ = 5;
    is_gone_ = true;
    make_due();
  }

 private:
  static std::int64_t number_in(const std::string& url) {
    return url[url.find("/boards/c") + 9] - '0' + 1;
  }

  std::int64_t changing_ = 2;
  bool is_gone_ = false;
};

/// A board that is gone for the second time, and one that is there.
class BoardGone final : public Story<AtsFixture> {
 public:
  BoardGone() : Story("ats") {
    add_company("lever", "bridge", "");
    add_company("lever", "canal", "");
    tick();
    lever = [](const Request& request) -> Result<Response> {
      if (request.url.find("/bridge?") != std::string::npos) return status_answer(404);
      return json_answer(lever_body(postings(2)));
    };
    make_due();
    tick();
    make_due();
  }
};

/// A tag of RemoteOK, which fails the first time; one posting is new, one known, one overdue.
class TagOfRemoteOk final : public Story<AggregatorFixture> {
 public:
  TagOfRemoteOk() : Story("aggregator") {
    peaceful_turns =
        static_cast<int>(feed_reader(Source::kRemoteOk).tags.size());  // the last is the same tag's
    spacing_ms = 2'000;
    for (const std::vector<int>& ids : {std::vector{1, 2}, std::vector{2}}) {
      offer(ids);
      turn();
      host.clock_ms += 35LL * 86'400'000;
    }
    offer({2, 3});
    remoteok = [this](const Request& request) -> Result<Response> {
      if (!std::exchange(has_failed_, true)) return status_answer(500);
      return remoteok_answer(request);
    };
  }
  void turn() override { tick(Source::kRemoteOk); }

 private:
  void offer(const std::vector<int>& ids) {
    remoteok_jobs.clear();
    for (const int id : ids) remoteok_jobs.push_back(remoteok_job(id, {"dev"}));
    host.sql("UPDATE batch_state SET cursor = '{}' WHERE worker = 'aggregator'");
  }

  bool has_failed_ = false;
};

/// Two of the three pages of Himalayas.
class PagesOfHimalayas final : public Story<AggregatorFixture> {
 public:
  PagesOfHimalayas() : Story("aggregator") {
    spacing_ms = 2'000;
    himalayas_jobs = himalayas_postings(45, 1);
    event.variables["HIMALAYAS_PAGES"] = "2";
  }
  void turn() override { tick(Source::kHimalayas); }
};

/// A board at each source, one that is nowhere, and one that is nameless.
class Discovery final : public Story<DiscoveryFixture> {
 public:
  Discovery() : Story("discovery") {
    add_board("greenhouse", "acme", 1);
    add_board("lever", "blueheron", 1);
    for (const char* slug : {"acme", "blue-heron", "ghost", "a/b"}) add_candidate(slug);
  }
};

class FaultAtEveryCall : public ::testing::TestWithParam<Fault> {};

TEST_P(FaultAtEveryCall, OfAFirstSync) { expect_no_harm_at_any_call<FirstSync>(GetParam()); }
TEST_P(FaultAtEveryCall, OfTheNextSync) { expect_no_harm_at_any_call<NextSync>(GetParam()); }
TEST_P(FaultAtEveryCall, OfTenBoards) { expect_no_harm_at_any_call<TenBoards>(GetParam()); }
TEST_P(FaultAtEveryCall, OfABoardGone) { expect_no_harm_at_any_call<BoardGone>(GetParam()); }
TEST_P(FaultAtEveryCall, OfRemoteOk) { expect_no_harm_at_any_call<TagOfRemoteOk>(GetParam()); }
TEST_P(FaultAtEveryCall, OfHimalayas) { expect_no_harm_at_any_call<PagesOfHimalayas>(GetParam()); }
TEST_P(FaultAtEveryCall, OfDiscovery) { expect_no_harm_at_any_call<Discovery>(GetParam()); }

TEST(TwoKillsInARow, OfOneBoardAndOfTen) {
  for (const Fate fate : {Fate::kDiesBefore, Fate::kDiesAfter}) {
    expect_no_harm_of_two_kills<NextSync>(fate, false);
    expect_no_harm_of_two_kills<TenBoards>(fate, false);
  }
  expect_no_harm_of_two_kills<TenBoards>(Fate::kDiesAfter, true);
}

TEST(TwoKillsInARow, OfFeedsAndOfDiscovery) {
  for (const Fate fate : {Fate::kDiesBefore, Fate::kDiesAfter}) {
    expect_no_harm_of_two_kills<PagesOfHimalayas>(fate, false);
    expect_no_harm_of_two_kills<Discovery>(fate, false);
  }
}

INSTANTIATE_TEST_SUITE_P(Faults, FaultAtEveryCall, ::testing::ValuesIn(kFaults),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace spearyx::testing
