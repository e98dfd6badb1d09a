#pragma once

#include <vector>

#include "model/posting.h"
#include "store/candidates.h"
#include "store/jobs.h"

namespace spearyx::sync {

/// The boards that the postings of a run link to, each once. The number is limited, so that a
/// posting with hundreds of links fills no table. Links to the board that is synced do not count.
class LinkedBoards {
 public:
  explicit LinkedBoards(const store::Board& own) : own_(own) {}

  void add(const Job& job);
  [[nodiscard]] const std::vector<store::LinkedBoard>& boards() const { return boards_; }

 private:
  [[nodiscard]] bool is_known(const store::LinkedBoard& board) const;

  store::Board own_;
  std::vector<store::LinkedBoard> boards_;
};

}  // namespace spearyx::sync
