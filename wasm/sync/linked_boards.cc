#include "sync/linked_boards.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "normalize/company/board_reference.h"
#include "normalize/text/text.h"

namespace spearyx::sync {
namespace {

constexpr std::size_t kMostBoards = 20;

bool is_same(const store::LinkedBoard& board, Source source, std::string_view slug) {
  if (board.source != source) return false;
  return info(source).slugs.has_case ? board.slug == slug : normalize::iequals(board.slug, slug);
}

}  // namespace

void LinkedBoards::add(const Job& job) {
  std::vector<normalize::BoardReference> links = normalize::boards_linked_in(job.description_raw);
  if (auto apply = normalize::parse_board_reference(job.source_url)) {
    links.push_back(*std::move(apply));
  }
  for (normalize::BoardReference& link : links) {
    if (!link.source || boards_.size() == kMostBoards) continue;
    store::LinkedBoard board{*link.source, std::move(link.slug)};
    if (!is_known(board)) boards_.push_back(std::move(board));
  }
}

bool LinkedBoards::is_known(const store::LinkedBoard& board) const {
  return is_same(board, own_.source, own_.slug) ||
         std::ranges::any_of(boards_, [&](const store::LinkedBoard& other) {
           return is_same(other, board.source, board.slug);
         });
}

}  // namespace spearyx::sync
