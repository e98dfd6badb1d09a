#pragma once

#include <vector>

#include "model/posting.h"
#include "store/candidates.h"
#include "store/jobs.h"

namespace spearyx::sync {

/// The boards that the postings of a run link to, each once; a few of them, so that a posting which
/// links to hundreds fills no table. A link to the board that is synced tells nothing.
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
