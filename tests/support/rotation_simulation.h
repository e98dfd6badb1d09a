#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "dice.h"
#include "model/source.h"
#include "support/time.h"

/// Simulated looks at boards that open postings: the delay until a new posting is seen, with boards
/// asked at fixed intervals and by the rules of schedule/rotation.h.
namespace spearyx::testing {

struct Period {
  UnixSeconds begin = 0;
  UnixSeconds end = 0;
};

struct SimulatedBoard {
  Source source{};
  /// The times at which the board's postings open, in order.
  std::vector<UnixSeconds> openings;
};

struct Looks {
  std::int64_t requests = 0;
  std::int64_t postings = 0;
  /// The mean time from the opening of a posting to the next look at its board, even behind the
  /// period's end.
  double mean_delay_s = 0;
  UnixSeconds longest_wait_s = 0;
};

/// Looks by the rules, with one mean for each source as in the ATS worker, and with nothing known
/// of the boards at first.
[[nodiscard]] Looks look_adaptively(const std::vector<SimulatedBoard>& boards, Period period,
                                    UnixSeconds interval_s, Dice& dice);

/// Looks at all boards alike, at the interval that makes `requests` in the period.
[[nodiscard]] Looks look_regularly(const std::vector<SimulatedBoard>& boards, Period period,
                                   std::int64_t requests, Dice& dice);

/// Adaptive looks beside fixed ones with as many requests.
struct Comparison {
  Looks adaptive;
  Looks fixed;
  /// The requests of fixed looks at the configured interval.
  double requests_asked_for = 0;

  /// The share by which the mean delay shrinks.
  [[nodiscard]] double gain() const;
  /// The adaptive looks' requests, divided by those of fixed looks at the configured interval.
  [[nodiscard]] double requests() const;
  /// Adds another comparison, whose postings weigh as much as those before.
  void add(const Comparison& other);
};

[[nodiscard]] Comparison compare_looks(const std::vector<SimulatedBoard>& boards, Period period,
                                       UnixSeconds interval_s, Dice& dice);

/// A distribution of the postings that boards open in a day: `median` × exp(`sigma` × a normal
/// number).
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
