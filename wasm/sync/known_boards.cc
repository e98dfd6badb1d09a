#include "sync/known_boards.h"

#include <algorithm>
#include <string>

#include "normalize/company/identity.h"
#include "normalize/text/text.h"

namespace spearyx::sync {
namespace {

bool is_same_slug(Source source, std::string_view a, std::string_view b) {
  return info(source).slugs.has_case ? a == b : normalize::iequals(a, b);
}

}  // namespace

const store::KnownBoard* KnownBoards::find(Source source, std::string_view slug) const {
  const auto found = std::ranges::find_if(boards_, [&](const store::KnownBoard& board) {
    return board.source == name_of(source) && is_same_slug(source, board.slug, slug);
  });
  return found == boards_.end() ? nullptr : &*found;
}

const store::KnownBoard* KnownBoards::find_namesake(Source source, std::string_view slug) const {
  const std::string key = normalize::company_key(slug);
  const auto found = std::ranges::find_if(boards_, [&](const store::KnownBoard& board) {
    return board.source == name_of(source) && board.status == CompanyStatus::kActive &&
           !is_same_slug(source, board.slug, slug) && normalize::company_key(board.slug) == key;
  });
  return found == boards_.end() ? nullptr : &*found;
}

void KnownBoards::add(const store::FoundBoard& board) {
  boards_.push_back(
      {.source = std::string(name_of(board.source)),
       .slug = board.slug,
       .status = board.job_count == 0 ? CompanyStatus::kEmpty : CompanyStatus::kActive});
}

}  // namespace spearyx::sync
