#pragma once

#include <string_view>
#include <vector>

#include "model/source.h"
#include "store/candidates.h"

namespace spearyx::sync {

/// The boards in the database that may belong to the candidates of a tick.
class KnownBoards {
 public:
  KnownBoards() = default;
  explicit KnownBoards(std::vector<store::KnownBoard> boards) : boards_(std::move(boards)) {}

  /// The board with this slug, in any case where the source's slugs have none.
  [[nodiscard]] const store::KnownBoard* find(Source source, std::string_view slug) const;

  /// The active board of the source whose slug is another spelling of the name.
  [[nodiscard]] const store::KnownBoard* find_namesake(Source source, std::string_view slug) const;

  void add(const store::FoundBoard& board);

 private:
  std::vector<store::KnownBoard> boards_;
};

}  // namespace spearyx::sync
