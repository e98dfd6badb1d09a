#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "dice.h"
#include "model/source.h"
#include "support/time.h"

/// Looks at boards that open postings: how long a new posting waits until it is seen, where boards are
/// asked at fixed intervals and where they are asked by the rules of schedule/rotation.h.
namespace spearyx::testing {

struct Period {
  UnixSeconds begin = 0;
  UnixSeconds end = 0;
};

struct SimulatedBoard {
  Source source{};
  /// When its postings open, in order.
  std::vector<UnixSeconds> openings;
};

struct Looks {
  std::int64_t requests = 0;
  std::int64_t postings = 0;
  /// From the opening of a posting to the next look at its board, be that after the period's end.
  double mean_delay_s = 0;
  UnixSeconds longest_wait_s = 0;
};

/// Looks when and as the rules say, one mean for each source as in the ATS worker, with nothing known of
/// the boards at first.
[[nodiscard]] Looks look_adaptively(const std::vector<SimulatedBoard>& boards, Period period,
                                    UnixSeconds interval_s, Dice& dice);

/// Looks at all boards alike, as often as makes `requests` in the period.
[[nodiscard]] Looks look_regularly(const std::vector<SimulatedBoard>& boards, Period period,
                                   std::int64_t requests, Dice& dice);

/// Adaptive looks beside fixed ones with as many requests.
struct Comparison {
  Looks adaptive;
  Looks fixed;
  /// The requests that fixed looks at the interval asked for would have taken.
  double requests_asked_for = 0;

  /// The share of the mean delay that is gone.
  [[nodiscard]] double gain() const;
  /// The adaptive looks' requests ÷ those asked for.
  [[nodiscard]] double requests() const;
  /// Takes another one in, whose postings weigh as much as those before.
  void add(const Comparison& other);
};

[[nodiscard]] Comparison compare_looks(const std::vector<SimulatedBoard>& boards, Period period,
                                       UnixSeconds interval_s, Dice& dice);

/// Postings that boards open in a day: `median` × exp(`sigma` × a normal number).
struct LogNormal {
  int count = 0;
  double median = 0;
  double sigma = 0;
};

[[nodiscard]] std::vector<SimulatedBoard> log_normal_boards(const LogNormal& rates, Period period,
                                                            Dice& dice);

/// Real boards as they were recorded every few hours.
struct Recording {
  Period period;
  std::vector<SimulatedBoard> boards;
};

/// Reads a recording from a table such as ../shared/activity/board-activity.tsv; an empty one where there
/// is no such file. A posting opened at a random moment between the last round without it and the first
/// with it.
[[nodiscard]] Recording read_activity(const std::filesystem::path& file, Dice& dice);

}  // namespace spearyx::testing
