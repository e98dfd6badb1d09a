#include "sync/board_sync.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "normalize/company/identity.h"
#include "normalize/posting.h"
#include "normalize/text/text.h"
#include "schedule/timing.h"
#include "sources/reader.h"
#include "store/companies.h"
#include "store/source_state.h"
#include "support/hash.h"
#include "support/static_text.h"
#include "support/utf8.h"
#include "sync/difference.h"
#include "sync/write_changes.h"

namespace spearyx::sync {
namespace {

/// The most pages of a board: no board is this long, but a broken server may never end its listing.
constexpr std::int64_t kMaxPages = 50;
/// The time that a board that went away rests as a candidate before discovery looks for it again.
constexpr UnixSeconds kRecycleAfter = 7 * kDay;
/// The time for which "not modified" is believed; then a board is asked for its whole listing.
constexpr UnixSeconds kLongestBelief = 3 * kDay;

/// The prefix of stored body hashes: it names the version of the derivation, so that a listing is
/// read again where that has changed.
constexpr std::string_view kValidatorPrefix =
    kStaticText<[] { return std::string(normalize::kDerivation) + ":"; }>;

std::string validator(const ContentHash& hash) {
  return std::string(kValidatorPrefix) + hash.hex();
}

std::string title_of(const Company& company) {
  return company.name.empty() ? company.slug : company.name;
}

std::vector<std::int64_t> ids_of(const std::vector<store::KnownPosting>& postings) {
  std::vector<std::int64_t> ids;
  for (const store::KnownPosting& posting : postings) ids.push_back(posting.id);
  return ids;
}

}  // namespace

BoardSync::BoardSync(const Context& context, Company company)
    : context_(context),
      before_(std::move(company)),
      company_(before_),
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
  company_ = before_;
  statements_.clear();
  roles_.clear();
  receipt_.forget_postings();
  log_.error(describe(error));
  if (auto recorded = record_failure(error); !recorded) {
    log_.error(describe(recorded.error()));
    company_ = before_;
    statements_.clear();
  }
  return result(error);
}

Result<void> BoardSync::sync() {
  if (!normalize::is_valid_slug(company_.source, company_.slug)) {
    return fail(ErrorCode::kInvalidSlug, company_.slug);
  }
  auto reading = read(etag_to_send());
  if (!reading) return std::unexpected(std::move(reading.error()));
  if (context_.rests > 0) statements_.push_back(store::forget_rests(company_.source, now()));
  keep_validators(*reading);
  if (reading->listing) return apply_listing(*reading);
  receipt_.not_modified = 1;
  log_.success("Not modified: " + std::to_string(company_.remote_job_count) +
               " remote postings stay as they are");
  company_ = schedule::after_unchanged(std::move(company_), rotation());
  return {};
}

Result<BoardSync::Reading> BoardSync::read(const std::string& known_etag) {
  const BoardReader& source = board_reader(company_.source);
  const std::string origin = base_url(company_.source, context_.variables, company_.slug);
  // An ETag, or the hash of a page, speaks for one page, and so for a listing of one page only.
  const bool is_of_one_page = before_.page_count == 1;
  Reading reading;
  Listing listing;
  ContentHash hash;
  bool is_last = false;
  for (std::int64_t skip = 0, page = 1; !is_last && page <= kMaxPages; ++page) {
    auto answer = fetch_.get(origin + source.page_path(company_.slug, skip),
                             is_of_one_page && skip == 0 ? known_etag : std::string());
    if (!answer) return std::unexpected(std::move(answer.error()));
    reading.etag = std::move(answer->etag);
    reading.pages = page;
    reading.is_whole = !answer->not_modified;
    if (answer->not_modified) return reading;
    hash.bytes(answer->body);
    reading.body_hash = validator(hash);
    if (is_of_one_page && reading.body_hash == before_.body_hash) return reading;
    const std::int64_t distinct_before = listing.distinct();
    repair_utf8(answer->body);
    const auto count = source.read_page(answer->body, company_, listing);
    if (!count) return std::unexpected(count.error());
    // A server that ignores `skip` sends its first page for ever.
    is_last =
        source.page_size == 0 || *count < source.page_size || listing.distinct() == distinct_before;
    skip += *count;
  }
  if (reading.body_hash != before_.body_hash) reading.listing = std::move(listing);
  return reading;
}

std::string BoardSync::etag_to_send() const {
  const bool is_derived_alike = company_.body_hash.starts_with(kValidatorPrefix);
  const UnixSeconds age = now() - company_.validated_at;
  const bool was_seen_whole = age >= 0 && age < kLongestBelief;
  return is_derived_alike && was_seen_whole ? company_.etag : std::string();
}

void BoardSync::keep_validators(const Reading& reading) {
  if (!reading.is_whole) return;
  company_.validated_at = now();
  company_.body_hash = reading.body_hash;
  company_.etag = reading.pages == 1 ? reading.etag : std::string();
  company_.page_count = reading.pages;
}

Result<void> BoardSync::apply_listing(const Reading& reading) {
  const Listing& listing = *reading.listing;
  log_.info("Listing: " + std::to_string(listing.counts().fetched) + " postings, " +
            std::to_string(listing.postings().size()) + " remote");
  std::string name = normalize::clean_title(listing.company_name);
  if (!name.empty()) company_.name = std::move(name);

  auto known = known_postings();
  if (!known) return std::unexpected(std::move(known.error()));
  Difference difference = compare(listing, *std::move(known), now());
  const bool is_suspicious = company_.suspect_since == 0 &&
                             schedule::is_suspicious(company_.job_count, listing.distinct());
  std::vector<Statement> writes;
  store::RoleKeys written =
      write_changes(listing, difference, {company_.source, company_.slug}, now(), receipt_, writes);
  if (!is_suspicious) {
    if (auto looked = look_again(reading, difference.gone); !looked) return looked;
    // Before anything is opened: it may be what is closed here, under another id.
    close(difference.gone);
  }
  std::ranges::move(writes, std::back_inserter(statements_));
  std::ranges::move(written, std::back_inserter(roles_));
  place_roles();
  if (is_suspicious) {
    log_.warning(std::string(error_meaning(ErrorCode::kSuspectListing)) + ": " +
                 std::to_string(company_.job_count) + " postings before, " +
                 std::to_string(listing.distinct()) + " now; nothing is closed");
    company_ = schedule::after_suspicion(std::move(company_), rotation());
    return {};
  }
  company_ = schedule::after_listing(
      std::move(company_),
      {.job_count = listing.distinct(),
       .remote_job_count = receipt_.added + receipt_.updated + receipt_.unchanged,
       .opened = difference.added},
      rotation());
  log_.success(std::to_string(receipt_.added) + " added, " + std::to_string(receipt_.updated) +
               " updated, " + std::to_string(receipt_.unchanged) + " unchanged, " +
               std::to_string(receipt_.closed) + " closed");
  return {};
}

Result<void> BoardSync::look_again(const Reading& reading, std::vector<store::KnownPosting>& gone) {
  const auto has_vanished = [](const Listing& listing) {
    return [&listing](const store::KnownPosting& posting) {
      return !listing.has(posting.external_id);
    };
  };
  if (reading.pages == 1 || std::ranges::none_of(gone, has_vanished(*reading.listing))) return {};
  log_.info("Postings are gone from a listing in pages: looking for them again");
  context_.gate.expect_requests(reading.pages);
  const auto again = read({});
  if (!again) return std::unexpected(again.error());
  // Where the listing is the known one again, none is gone.
  std::erase_if(gone, [&](const store::KnownPosting& posting) {
    return has_vanished(*reading.listing)(posting) &&
           (!again->listing || again->listing->has(posting.external_id));
  });
  return {};
}

Result<std::vector<store::KnownPosting>> BoardSync::known_postings() {
  return store::ask(context_.host, store::known_postings({company_.source, company_.slug}));
}

void BoardSync::close(const std::vector<store::KnownPosting>& postings) {
  if (postings.empty()) return;
  statements_.push_back(store::close_jobs(ids_of(postings), now()));
  receipt_.closed = std::ssize(postings);
  for (const store::KnownPosting& posting : postings) {
    if (posting.role_key) roles_.push_back(*posting.role_key);
  }
}

void BoardSync::place_roles() {
  if (roles_.empty()) return;
  statements_.push_back(
      store::place_roles({company_.source, company_.slug}, std::exchange(roles_, {})));
}

Result<void> BoardSync::record_failure(const Error& error) {
  UnixSeconds rest_s = std::clamp(error.retry_after_s.value_or(0), UnixSeconds{0}, kDay);
  if (is_source_fault(error)) {
    const UnixSeconds source_rest_s = schedule::cooldown(error, context_.rests + 1, jitter());
    log_.warning(std::string(info(company_.source).display_name) + " rests for " +
                 std::to_string(source_rest_s) + " s");
    statements_.push_back(
        store::rest_source(company_.source, now() + source_rest_s, context_.rests + 1, error));
    rest_s = std::max(rest_s, source_rest_s);
  }
  stops_tick_ = is_source_fault(error) || passes_by_itself(error.code);
  company_ = schedule::after_failure(before_, error, rest_s, rotation());
  const bool is_gone = error.code == ErrorCode::kBoardNotFound && schedule::was_not_found(before_);
  return is_gone ? record_gone() : Result<void>();
}

Result<void> BoardSync::record_gone() {
  auto known = known_postings();
  if (!known) return std::unexpected(std::move(known.error()));
  std::erase_if(*known, [](const store::KnownPosting& posting) { return posting.is_closed != 0; });
  close(*known);
  place_roles();
  log_.warning("The board is gone: " + std::to_string(known->size()) +
               " postings closed, the company is a candidate again");
  statements_.push_back(store::recycle_candidate(company_.slug, now() + kRecycleAfter));
  return {};
}

RunResult BoardSync::result(std::optional<Error> error) {
  receipt_.duration_ms = context_.host.now_ms() - started_ms_;
  return {.source = std::string(name_of(company_.source)),
          .slug = company_.slug,
          .company = company_,
          .statements = std::move(statements_),
          .stats = receipt_.to_json(),
          .error = std::move(error),
          .logs_json = log_.to_json(),
          .stops_tick = stops_tick_};
}

schedule::Rotation BoardSync::rotation() const {
  return {.now = now(),
          .interval_s = context_.settings.interval_s,
          .mean_root_rate = context_.mean_root_rate,
          .jitter = jitter()};
}

double BoardSync::jitter() const { return schedule::jitter_from(context_.host.random()); }

}  // namespace spearyx::sync
