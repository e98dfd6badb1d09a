#include "sync/feed_sync.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "schedule/timing.h"
#include "sources/reader.h"
#include "store/candidates.h"
#include "store/source_state.h"
#include "support/hash.h"
#include "support/heap_sort.h"
#include "support/json.h"
#include "support/utf8.h"
#include "sync/difference.h"
#include "sync/write_changes.h"

namespace spearyx::sync {
namespace {

std::string ids_of(std::span<const Posting> postings) {
  Json ids = Json::array();
  for (const Posting& posting : postings) ids.push_back(posting.external_id);
  return dump(ids);
}

/// The postings from `first` on whose company is a guess.
std::span<const UnnamedCompany> unnamed_from(const Listing& listing, std::size_t first) {
  return {std::ranges::lower_bound(listing.unnamed(), first, {}, &UnnamedCompany::posting),
          listing.unnamed().end()};
}

/// The companies that are to be named, each as an address and a guess.
std::string addresses_of(const Listing& listing, std::span<const UnnamedCompany> unnamed) {
  Json companies = Json::array();
  for (const auto& [posting, address] : unnamed) {
    companies.push_back({address, listing.postings()[posting].company});
  }
  return dump(companies);
}

std::string companies_of(const Listing& listing, const Difference& difference) {
  Json names = Json::array();
  for (const auto& write : difference.writes) {
    names.push_back(listing.postings()[write.posting].company);
  }
  return dump(names);
}

}  // namespace

FeedSync::FeedSync(const Context& context, FeedTurn turn)
    : context_(context),
      turn_(std::move(turn)),
      feed_(feed_reader(turn_.source)),
      progress_(turn_.progress),
      log_(context.host),
      fetch_(context.host, context.gate, log_, receipt_),
      started_ms_(context.host.now_ms()) {}

RunResult FeedSync::run() {
  log_.info("Syncing " + std::string(display_name()) +
            (tag().empty()
                 ? std::string()
                 : ", tag " + std::string(tag()) + " (" + std::to_string(tag_index() + 1) + " of " +
                       std::to_string(feed_.tags.size()) + ")"));
  const Result<void> done = walk();
  if (!done && is_our_fault(done.error().code)) return give_up(done.error());
  apply_listing();
  progress_.end_turn();
  if (!done) {
    log_.error(describe(done.error()));
    record_failure(done.error());
    return result(done.error());
  }
  if (context_.rests > 0) statements_.push_back(store::forget_rests(turn_.source, now()));
  return result(std::nullopt);
}

RunResult FeedSync::give_up(const Error& error) {
  progress_ = turn_.progress;
  statements_.clear();
  receipt_.forget_postings();
  log_.error(describe(error));
  record_failure(error);
  return result(error);
}

Result<void> FeedSync::walk() {
  progress_.begin_turn();
  for (std::int64_t pages = 0; pages < turn_.pages && !progress_.unread.empty(); ++pages) {
    const std::string position = progress_.unread.front();
    const std::size_t first = listing_.postings().size();
    auto page = read(position);
    if (!page && page.error().code == ErrorCode::kBadRequest && !position.empty()) {
      log_.warning("The position is no longer valid; the feed is read again from its newest end");
      progress_.begin_again();
      return {};
    }
    if (!page) return std::unexpected(std::move(page.error()));
    const auto has_new = look_up(first);
    if (!has_new) return std::unexpected(has_new.error());
    log_notice(page->notice);
    visited_.push_back(position);
    if (std::ranges::contains(visited_, page->next) && !page->next.empty()) {
      log_.warning("The feed leads back to a page that was just read");
      progress_.begin_again();
      return {};
    }
    progress_.advance(std::move(page->next), *has_new);
  }
  return {};
}

Result<FeedPage> FeedSync::read(const std::string& position) {
  const FeedRequest request{.tag = tag(), .position = position};
  const std::string url = base_url(turn_.source, context_.variables) + feed_.page_path(request);
  auto answer = fetch_.get(url, "");
  if (answer) {
    repair_utf8(answer->body);
    return feed_.read_page(answer->body, request, listing_);
  }
  // A feed has no boards that could be gone.
  if (answer.error().code == ErrorCode::kBoardNotFound) {
    answer.error().code = ErrorCode::kUnexpectedStatus;
  }
  return std::unexpected(std::move(answer.error()));
}

Result<bool> FeedSync::look_up(std::size_t first) {
  const auto postings = std::span(listing_.postings()).subspan(first);
  std::string ids = ids_of(postings);
  store::Batch batch;
  const auto known_place = batch.ask(store::known_among({turn_.source, ""}, ids));
  std::optional<store::Place<store::OverdueRow>> overdue_place;
  if (visited_.empty()) overdue_place = batch.ask(overdue_postings(std::move(ids)));
  const auto unnamed = unnamed_from(listing_, first);
  std::optional<store::Place<store::KnownName>> names_place;
  if (!unnamed.empty())
    names_place = batch.ask(store::known_names(addresses_of(listing_, unnamed)));
  const auto answers = batch.send(context_.host);
  if (!answers) return std::unexpected(answers.error());
  if (names_place) {
    auto names = answers->rows(*names_place);
    if (!names) return std::unexpected(std::move(names.error()));
    for (store::KnownName& known : *names) {
      const auto place = static_cast<std::size_t>(known.place);
      listing_.name_company(unnamed[place].posting, std::move(known.name));
    }
  }
  auto known = answers->rows(known_place);
  if (!known) return std::unexpected(std::move(known.error()));
  const bool has_new = known->size() < postings.size();
  std::ranges::move(*known, std::back_inserter(known_));
  if (!overdue_place) return has_new;
  auto overdue = answers->rows(*overdue_place);
  if (!overdue) return std::unexpected(std::move(overdue.error()));
  overdue_ = *std::move(overdue);
  return has_new;
}

store::Query<store::OverdueRow> FeedSync::overdue_postings(std::string external_ids_json) const {
  if (feed_.end == FeedEnd::kExpired) return store::expired_postings(turn_.source, now());
  return store::unseen_postings(turn_.source, now() - turn_.max_age_s,
                                std::move(external_ids_json));
}

void FeedSync::apply_listing() {
  heap_sort(known_, &store::KnownPosting::external_id);
  Difference difference = compare(listing_, known_, now());
  std::vector<Statement> writes;
  store::RoleKeys roles =
      write_changes(listing_, difference, {turn_.source, ""}, now(), receipt_, writes);
  forget_extended();
  for (const store::KnownPosting& denied : difference.gone) {
    overdue_.push_back({.id = denied.id, .role_key = denied.role_key});
  }
  // Before anything is opened: it may be what is closed here, under another id.
  std::ranges::move(close_overdue(), std::back_inserter(roles));
  std::ranges::move(writes, std::back_inserter(statements_));
  if (!roles.empty()) {
    statements_.push_back(store::place_roles({turn_.source, ""}, std::move(roles)));
  }
  if (difference.added > 0) {
    statements_.push_back(store::add_candidates(companies_of(listing_, difference), now()));
  }
  if (feed_.end == FeedEnd::kUnseen && !known_.empty()) {
    statements_.push_back(store::mark_seen(turn_.source, ids_of(listing_.postings()), now()));
  }
  log_.success(std::to_string(receipt_.fetched) + " postings: " + std::to_string(receipt_.added) +
               " added, " + std::to_string(receipt_.updated) + " updated, " +
               std::to_string(receipt_.unchanged) + " unchanged, " +
               std::to_string(receipt_.filtered.total()) + " filtered, " +
               std::to_string(receipt_.closed) + " closed");
}

store::RoleKeys FeedSync::close_overdue() {
  if (overdue_.empty()) return {};
  std::vector<std::int64_t> ids;
  store::RoleKeys roles;
  for (const store::OverdueRow& row : overdue_) {
    ids.push_back(row.id);
    if (row.role_key) roles.push_back(*row.role_key);
  }
  statements_.push_back(store::close_jobs(ids, now()));
  receipt_.closed = std::ssize(overdue_);
  return roles;
}

void FeedSync::forget_extended() {
  for (const Posting& posting : listing_.postings()) {
    if (!posting.expires_at || *posting.expires_at <= now()) continue;
    const auto known = std::ranges::lower_bound(known_, posting.external_id, {},
                                                &store::KnownPosting::external_id);
    if (known == known_.end() || known->external_id != posting.external_id) continue;
    std::erase_if(overdue_, [&](const store::OverdueRow& row) { return row.id == known->id; });
  }
}

void FeedSync::record_failure(const Error& error) {
  // Where the database is at fault, it comes first that the feed's next turn is in peace.
  if (passes_by_itself(error.code)) return;
  const std::int64_t rests = context_.rests + 1;
  const double jitter = schedule::jitter_from(context_.host.random());
  const UnixSeconds rest_s = is_source_fault(error) ? schedule::cooldown(error, rests, jitter)
                                                    : schedule::backoff(rests, jitter);
  log_.warning(std::string(display_name()) + " rests for " + std::to_string(rest_s) + " s");
  statements_.push_back(store::rest_source(turn_.source, now() + rest_s, rests, error));
}

void FeedSync::log_notice(const std::string& notice) {
  if (notice.empty()) return;
  std::string hash = hash_hex(notice);
  if (hash == progress_.notice) return;
  log_.info(std::string(display_name()) + " says: " + notice);
  progress_.notice = std::move(hash);
}

std::size_t FeedSync::tag_index() const {
  const std::size_t count = std::max<std::size_t>(1, feed_.tags.size());
  return static_cast<std::size_t>(turn_.progress.turn) % count;
}

std::string_view FeedSync::tag() const {
  return feed_.tags.empty() ? std::string_view() : feed_.tags[tag_index()];
}

RunResult FeedSync::result(std::optional<Error> error) {
  receipt_.duration_ms = context_.host.now_ms() - started_ms_;
  Json stats = receipt_.to_json();
  if (!tag().empty()) {
    stats["tag"] = tag();
    stats["tagIndex"] = tag_index();
    stats["totalTags"] = feed_.tags.size();
  }
  const std::string source(name_of(turn_.source));
  Json cursor = Json::object();
  if (progress_ != turn_.progress) cursor[source] = progress_.to_json();
  return {.source = source,
          .slug = {},
          .company = std::nullopt,
          .statements = std::move(statements_),
          .cursor = std::move(cursor),
          .stats = std::move(stats),
          .error = std::move(error),
          .logs_json = log_.to_json()};
}

}  // namespace spearyx::sync
