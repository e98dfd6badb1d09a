/// The body of an answer, read as each source's: every posting is accounted for once, and what is
/// kept becomes a row that the database and a reader can take.
#include <algorithm>
#include <utility>

#include "fuzz.h"
#include "normalize/category/category.h"
#include "normalize/posting.h"
#include "normalize/text/text.h"
#include "sources/reader.h"
#include "support/utf8.h"

namespace spearyx::testing {
namespace {

constexpr std::size_t kMostJobs = 20;

void check_text(const std::string& text) {
  FUZZ_CHECK(is_valid_utf8(text));
  FUZZ_CHECK(text.find('\0') == std::string::npos);
}

void check_job(const Posting& posting) {
  static const normalize::Categoriser kCategoriser;
  const std::string hash = normalize::content_hash(posting);
  FUZZ_CHECK(hash == normalize::content_hash(posting));
  const Job job = normalize::to_job(posting, hash, kCategoriser).job;
  FUZZ_CHECK(!job.title.empty());
  FUZZ_CHECK(!job.external_id.empty());
  for (const std::string& text : {job.title, job.company, job.location, job.description})
    check_text(text);
  FUZZ_CHECK(job.category_id >= 1 &&
             std::cmp_less_equal(job.category_id, normalize::kCategories.size()));
  const std::string link = normalize::ascii_lower(job.source_url);
  FUZZ_CHECK(link.starts_with("http://") || link.starts_with("https://"));
}

void check_listing(const Listing& listing) {
  const Receipt& counts = listing.counts();
  const auto kept = static_cast<std::int64_t>(listing.postings().size());
  FUZZ_CHECK(counts.fetched ==
             kept + counts.filtered.total() + counts.rejected.total() + counts.duplicate);
  const auto jobs = listing.postings().size();
  for (std::size_t i = 0; i < std::min(jobs, kMostJobs); ++i) check_job(listing.postings()[i]);
}

void check_no_address(const Listing& listing) {
  for (const Posting& posting : listing.postings()) {
    const std::string text = normalize::ascii_lower(posting.description + "\n" + posting.company);
    FUZZ_CHECK(text.find("please mention the word") == std::string::npos);
  }
}

void read_board(Source source, std::string_view body) {
  Listing listing;
  Company company;
  company.slug = "acme";
  company.name = "Acme";
  if (board_reader(source).read_page(body, company, listing)) check_listing(listing);
}

void read_feed(Source source, std::string_view body) {
  Listing listing;
  const FeedRequest request{.tag = {}, .position = {}};
  if (!feed_reader(source).read_page(body, request, listing)) return;
  check_listing(listing);
  if (source == Source::kRemoteOk) check_no_address(listing);
}

}  // namespace

void fuzz(std::string_view input) {
  std::string body(input);
  repair_utf8(body);
  for (const SourceInfo& row : kSources) {
    row.has_boards() ? read_board(row.source, body) : read_feed(row.source, body);
  }
}

}  // namespace spearyx::testing
