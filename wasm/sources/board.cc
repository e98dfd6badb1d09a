#include "sources/board.h"

#include "sources/greenhouse/greenhouse.h"
#include "sources/lever/lever.h"

namespace spearyx {
namespace {

constexpr BoardSource kGreenhouseBoards{Source::kGreenhouse, 0, greenhouse::page_path,
                                        greenhouse::probe_path, greenhouse::read_page};
constexpr BoardSource kLeverBoards{Source::kLever, lever::kPageSize, lever::page_path,
                                   lever::probe_path, lever::read_page};

}  // namespace

const BoardSource& board_source(Source source) {
  switch (source) {
    case Source::kLever:
      return kLeverBoards;
    case Source::kGreenhouse:
    case Source::kRemoteOk:
    case Source::kHimalayas:
      break;
  }
  return kGreenhouseBoards;
}

}  // namespace spearyx
