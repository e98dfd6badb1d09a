#include "sync/board_search.h"

#include <algorithm>
#include <utility>

#include "normalize/company/identity.h"
#include "normalize/text/text.h"
#include "sources/reader.h"
#include "support/utf8.h"
#include "sync/settings.h"

namespace spearyx::sync {
namespace {

std::string list(const std::vector<std::string>& slugs) {
  std::string text;
  for (const std::string& slug : slugs) text.append(text.empty() ? "" : ", ").append(slug);
  return text;
}

}  // namespace

std::string SearchResult::describe() const {
  const std::string source(info(board.source).display_name);
  switch (kind) {
    case Kind::kNone:
      return source + " has none of " + list(asked) +
             (other.empty() ? "" : "; somebody else's is " + other);
    case Kind::kEmpty:
      return source + " has " + board.slug + ", but no postings";
    case Kind::kKnown:
      return source + " has " + board.slug + ", which is known";
    case Kind::kFound:
      // Of a board in pages only the first posting was asked for.
      return source + " has " + board.slug +
             (board_reader(board.source).page_size > 0
                  ? std::string(" with postings")
                  : " (" + std::to_string(board.job_count) + " postings, " +
                        std::to_string(board.remote_job_count) + " remote)");
    case Kind::kFailed:
      return source + " gave no answer: " + (error ? spearyx::describe(*error) : std::string()) +
             (asked.empty() ? "" : " for " + asked.back());
  }
  return source;
}

BoardSearch::BoardSearch(const Context& context, Source source)
    : context_(context),
      source_(source),
      fetch_(context.host, context.gate, context.log, context.traffic) {
  result_.board.source = source;
}

void BoardSearch::look_at(const std::string& slug) {
  const Result<bool> is_over = look_for(slug);
  is_over_ = is_over.value_or(true);
  if (is_over) return;
  result_.kind = SearchResult::Kind::kFailed;
  result_.error = is_over.error();
}

Result<bool> BoardSearch::look_for(const std::string& slug) {
  const store::KnownBoard* known = context_.known.find(source_, slug);
  if (known != nullptr && known->status == CompanyStatus::kEmpty) {
    return conclude(SearchResult::Kind::kEmpty, known->slug);
  }
  if (known != nullptr && known->status != CompanyStatus::kGone) {
    return conclude(SearchResult::Kind::kKnown, known->slug);
  }
  const std::string& stored_slug = known != nullptr ? known->slug : slug;
  const auto listing = ask(stored_slug);
  if (!listing && listing.error().code == ErrorCode::kBoardNotFound) return false;
  if (!listing) return std::unexpected(listing.error());
  if (is_beside_the_point(stored_slug, *listing)) return false;
  if (listing->distinct() == 0) return conclude(SearchResult::Kind::kEmpty, stored_slug);
  const auto other_slug = known_slug(stored_slug, *listing);
  if (!other_slug) return std::unexpected(other_slug.error());
  if (other_slug->has_value()) return conclude(SearchResult::Kind::kKnown, **other_slug);
  return conclude(SearchResult::Kind::kFound, stored_slug, *listing);
}

bool BoardSearch::is_beside_the_point(const std::string& slug, const Listing& listing) {
  if (context_.candidate.empty()) return false;
  if (listing.distinct() == 0) return info(source_).feigns_boards;
  if (normalize::may_be_named(context_.candidate, listing.company_name)) return false;
  if (result_.other.empty()) {
    result_.other = slug + " (" + normalize::clean_title(listing.company_name) + ")";
  }
  return true;
}

Result<Listing> BoardSearch::ask(const std::string& slug) {
  result_.asked.push_back(slug);
  const BoardReader& source = board_reader(source_);
  auto answer =
      fetch_.get(base_url(source_, context_.variables, slug) + source.probe_path(slug), "");
  if (!answer) return std::unexpected(answer.error());
  Company company;
  company.source = source_;
  company.slug = slug;
  Listing listing;
  repair_utf8(answer->body);
  const auto count = source.read_page(answer->body, company, listing);
  if (!count) return std::unexpected(count.error());
  if (*count > 0 && listing.distinct() == 0) {
    return fail(ErrorCode::kUnexpectedShape, "no posting has an id");
  }
  return listing;
}

Result<std::optional<std::string>> BoardSearch::known_slug(const std::string& slug,
                                                           const Listing& listing) {
  const store::KnownBoard* namesake = context_.known.find_namesake(source_, slug);
  if (namesake == nullptr) return std::nullopt;
  const auto other = ask(namesake->slug);
  if (!other && other.error().code == ErrorCode::kBoardNotFound) return std::nullopt;
  if (!other) return std::unexpected(other.error());
  return other->overlaps(listing) ? std::optional(namesake->slug) : std::nullopt;
}

bool BoardSearch::conclude(SearchResult::Kind kind, const std::string& slug,
                           const Listing& listing) {
  const bool is_empty = kind == SearchResult::Kind::kEmpty;
  // Of several empty boards the likeliest slug's counts; a board with postings beats them all.
  if (is_empty && result_.kind == SearchResult::Kind::kEmpty) return false;
  result_.kind = kind;
  result_.board.slug = slug;
  result_.board.name = normalize::clean_title(listing.company_name);
  result_.board.job_count = listing.distinct();
  result_.board.remote_job_count = static_cast<std::int64_t>(listing.postings().size());
  return !is_empty;
}

}  // namespace spearyx::sync
