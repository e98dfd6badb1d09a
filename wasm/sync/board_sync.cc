#include "sync/board_sync.h"

#include <array>
#include <utility>

#include "normalize/identity.h"
#include "normalize/posting.h"
#include "normalize/text.h"
#include "schedule/timing.h"
#include "store/companies.h"
#include "store/jobs.h"
#include "store/request_slots.h"
#include "store/rows.h"
#include "support/hash.h"
#include "support/static_text.h"
#include "support/utf8.h"
#include "sync/take_over.h"

namespace spearyx::sync {
namespace {

/// No board is this long; a server that never ends its listing is.
constexpr std::int64_t kMaxPages = 50;
/// How long a board that went away rests as a candidate before discovery looks for it again.
constexpr UnixSeconds kRecycleAfter = 7 * kDay;

/// What a body was derived by stands before its hash, so that a listing is read again where that
/// has changed.
constexpr std::string_view kValidatorPrefix =
    kStaticText<[] { return std::string(normalize::kDerivation) + ":"; }>;

std::string validator(const ContentHash& hash) {
  return std::string(kValidatorPrefix) + hash.hex();
}

bool was_not_found(const Company& company) {
  return company.last_error.starts_with(error_id(ErrorCode::kBoardNotFound));
}

std::string title_of(const Company& company) {
  return company.name.empty() ? company.slug : company.name;
}

}  // namespace

BoardSync::BoardSync(const Context& context, Company company)
    : context_(context),
      company_(std::move(company)),
      log_(context.host),
      fetch_(context.host, context.gate, log_, receipt_),
      started_ms_(context.host.now_ms()) {}

RunResult BoardSync::run() {
  log_.info("Syncing " + title_of(company_) + " from " +
            std::string(info(company_.source).display_name));
  Result<void> done = sync();
  return done ? result(std::nullopt) : give_up(done.error());
}

RunResult BoardSync::give_up(const Error& error) {
  statements_.clear();
  Receipt cost;
  cost.requests = receipt_.requests;
  cost.bytes = receipt_.bytes;
  receipt_ = cost;
  log_.error(describe(error));
  if (auto recorded = record_failure(error); !recorded) log_.error(describe(recorded.error()));
  return result(error);
}

Result<void> BoardSync::sync() {
  if (!normalize::is_valid_slug(company_.slug)) {
    return fail(ErrorCode::kInvalidSlug, company_.slug);
  }
  auto listing = fetch_listing();
  if (!listing) return std::unexpected(std::move(listing.error()));
  if (context_.refusals > 0) statements_.push_back(store::end_cooldown(company_.source, now()));
  if (listing->has_value()) return take_over(**listing);
  receipt_.not_modified = 1;
  company_.suspect_since = 0;
  log_.success("Not modified: " + std::to_string(company_.remote_job_count) +
               " remote postings stay as they are");
  keep_company(company_.job_count == 0 ? "empty" : "active", company_.job_count == 0
                                                                 ? schedule::kEmptyBoardInterval
                                                                 : context_.settings.interval_s);
  return {};
}

Result<std::optional<Listing>> BoardSync::fetch_listing() {
  const BoardSource& source = board_source(company_.source);
  const std::string origin = base_url(company_.source, context_.variables);
  Listing listing;
  ContentHash hash;
  std::string etag;
  std::int64_t pages = 0;
  for (std::int64_t skip = 0; pages < kMaxPages; ++pages) {
    // An ETag speaks for one page, and so for a listing of one page only.
    const bool is_first_of_one = company_.page_count == 1 && skip == 0;
    const std::string& known_etag = is_first_of_one && is_derived_alike() ? company_.etag : "";
    auto answer = fetch_.get(origin + source.page_path(company_.slug, skip), known_etag);
    if (!answer) return std::unexpected(std::move(answer.error()));
    if (answer->not_modified) return std::nullopt;
    hash.bytes(answer->body);
    if (is_first_of_one && validator(hash) == company_.body_hash) return std::nullopt;
    const std::int64_t distinct_before = listing.distinct();
    repair_utf8(answer->body);
    const auto count = source.read_page(answer->body, company_, listing);
    if (!count) return std::unexpected(count.error());
    etag = std::move(answer->etag);
    const bool is_last = source.page_size == 0 || *count < source.page_size;
    // A server that ignores `skip` sends its first page for ever.
    if (is_last || listing.distinct() == distinct_before) {
      ++pages;
      break;
    }
    skip += *count;
  }
  std::string body_hash = validator(hash);
  if (body_hash == company_.body_hash) return std::nullopt;
  company_.body_hash = std::move(body_hash);
  company_.etag = pages == 1 ? std::move(etag) : std::string();
  company_.page_count = pages;
  return listing;
}

bool BoardSync::is_derived_alike() const {
  return company_.body_hash.starts_with(kValidatorPrefix);
}

Result<void> BoardSync::take_over(const Listing& listing) {
  log_.info("Listing: " + std::to_string(listing.counts().fetched) + " postings, " +
            std::to_string(listing.postings().size()) + " remote");
  std::string name = normalize::clean_title(listing.company_name);
  if (!name.empty()) company_.name = std::move(name);

  auto known = known_postings();
  if (!known) return std::unexpected(std::move(known.error()));
  const Difference difference = compare(listing, *std::move(known), now());
  sync::take_over(listing, difference, {company_.source, company_.slug}, now(), receipt_,
                  statements_);

  const bool is_suspect = company_.suspect_since == 0 &&
                          schedule::is_suspicious(company_.job_count, listing.distinct());
  if (is_suspect) {
    // Neither believed nor recognised next time: the old figures stay, the validators go.
    log_.warning(std::string(error_meaning(ErrorCode::kSuspectListing)) + ": " +
                 std::to_string(company_.job_count) + " postings before, " +
                 std::to_string(listing.distinct()) + " now; nothing is closed");
    company_.suspect_since = now();
    company_.etag.clear();
    company_.body_hash.clear();
    keep_company("active", schedule::kSuspectInterval);
    return {};
  }
  close(difference.gone);
  company_.suspect_since = 0;
  company_.job_count = listing.distinct();
  company_.remote_job_count = static_cast<std::int64_t>(listing.postings().size());
  const bool is_empty = company_.job_count == 0;
  keep_company(is_empty ? "empty" : "active",
               is_empty ? schedule::kEmptyBoardInterval : context_.settings.interval_s);
  log_.success(std::to_string(receipt_.added) + " added, " + std::to_string(receipt_.updated) +
               " updated, " + std::to_string(receipt_.unchanged) + " unchanged, " +
               std::to_string(receipt_.closed) + " closed");
  return {};
}

Result<std::vector<store::KnownPosting>> BoardSync::known_postings() {
  const std::array batch{store::known_postings({company_.source, company_.slug})};
  const auto answer = store::BatchResult::run(context_.host, batch);
  if (!answer) return std::unexpected(answer.error());
  return answer->rows<store::KnownPosting>(0);
}

void BoardSync::close(const std::vector<std::int64_t>& ids) {
  if (ids.empty()) return;
  statements_.push_back(store::close_jobs(ids, now()));
  receipt_.closed = static_cast<std::int64_t>(ids.size());
}

void BoardSync::keep_company(std::string_view status, UnixSeconds interval_s) {
  const UnixSeconds next = now() + schedule::spread(interval_s, jitter());
  statements_.push_back(
      store::update_synced(company_, {.status = status, .next_sync_at = next, .now = now()}));
}

Result<void> BoardSync::record_failure(const Error& error) {
  const bool is_gone = error.code == ErrorCode::kBoardNotFound && was_not_found(company_);
  ++company_.failures;
  company_.last_error = describe(error);
  if (is_gone) return record_gone();
  UnixSeconds next = now() + schedule::backoff(company_.failures, jitter());
  if (is_source_fault(error.code)) {
    const std::int64_t refusals = context_.refusals + 1;
    const UnixSeconds rest_s = schedule::cooldown(error, refusals, jitter());
    log_.warning(std::string(info(company_.source).display_name) + " rests for " +
                 std::to_string(rest_s) + " s");
    statements_.push_back(store::cool_down(company_.source, now() + rest_s, refusals, error));
    next = std::max(next, now() + rest_s);
    stops_tick_ = true;
  }
  const bool is_hopeless = error.code == ErrorCode::kInvalidSlug;
  statements_.push_back(is_hopeless ? store::pause(company_)
                                    : store::update_failed(company_, next));
  return {};
}

Result<void> BoardSync::record_gone() {
  auto known = known_postings();
  if (!known) return std::unexpected(std::move(known.error()));
  std::vector<std::int64_t> open;
  for (const store::KnownPosting& posting : *known) {
    if (posting.is_closed == 0) open.push_back(posting.id);
  }
  close(open);
  log_.warning("The board is gone: " + std::to_string(open.size()) +
               " postings closed, the company is a candidate again");
  statements_.push_back(store::mark_gone(company_));
  statements_.push_back(store::recycle_candidate(company_.slug, now() + kRecycleAfter));
  return {};
}

RunResult BoardSync::result(std::optional<Error> error) {
  receipt_.duration_ms = context_.host.now_ms() - started_ms_;
  return {.statements = std::move(statements_),
          .stats = receipt_.to_json(),
          .error = std::move(error),
          .logs_json = log_.to_json(),
          .stops_tick = stops_tick_};
}

double BoardSync::jitter() const { return schedule::jitter_from(context_.host.random()); }

}  // namespace spearyx::sync
