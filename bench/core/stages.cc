#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "boundary/export.h"
#include "model/company.h"
#include "normalize/category/category.h"
#include "normalize/pay/salary.h"
#include "normalize/posting.h"
#include "normalize/scope/scope.h"
#include "normalize/text/html_text.h"
#include "sources/reader.h"
#include "store/jobs.h"
#include "support/hash.h"

/// The stages of a sync one by one, so that the benchmark can time each; nothing here is shipped.
/// An instance holds one listing. Every stage returns a figure that depends on all of its work.
namespace spearyx::bench {
namespace {

constexpr UnixSeconds kNow = 1'780'000'000;

Listing listing;
std::vector<Job> jobs;

}  // namespace

SPEARYX_EXPORT("reserve") char* reserve(std::uint32_t size) {
  return static_cast<char*>(std::malloc(size));
}

/// Reads a page of a source, by its place in the table; returns how many postings it keeps.
SPEARYX_EXPORT("read")
std::uint32_t read(std::uint32_t source, const char* body, std::uint32_t size) {
  listing = Listing();
  Company company;
  company.slug = "bench";
  const auto which = static_cast<Source>(source);
  const std::string_view page(body, size);
  const bool is_read = info(which).has_boards()
                           ? board_reader(which).read_page(page, company, listing).has_value()
                           : feed_reader(which).read_page(page, {}, listing).has_value();
  return is_read ? static_cast<std::uint32_t>(listing.postings().size()) : 0;
}

/// Hashes a whole body, as is done before it is read.
SPEARYX_EXPORT("hash_body") std::uint32_t hash_body(const char* body, std::uint32_t size) {
  return static_cast<std::uint32_t>(hash_hex({body, size}).front());
}

SPEARYX_EXPORT("hash_postings") std::uint32_t hash_postings() {
  std::uint32_t sum = 0;
  for (const Posting& posting : listing.postings()) {
    sum += static_cast<std::uint32_t>(normalize::content_hash(posting).front());
  }
  return sum;
}

SPEARYX_EXPORT("unwrap_html") std::uint32_t unwrap_html() {
  std::size_t size = 0;
  for (const Posting& posting : listing.postings()) {
    size += normalize::description_html(posting).size();
  }
  return static_cast<std::uint32_t>(size);
}

/// Everything that is derived from a posting; keeps the jobs for the stages below.
SPEARYX_EXPORT("normalize") std::uint32_t normalize_postings() {
  jobs.clear();
  const normalize::Categoriser categoriser;
  for (const Posting& posting : listing.postings()) {
    jobs.push_back(normalize::to_job(posting, "0123456789abcdef", categoriser).job);
  }
  return static_cast<std::uint32_t>(jobs.size());
}

SPEARYX_EXPORT("extract_text") std::uint32_t extract_text() {
  std::size_t size = 0;
  for (const Job& job : jobs) size += normalize::html_text(job.description_raw).size();
  return static_cast<std::uint32_t>(size);
}

SPEARYX_EXPORT("make_categoriser") std::uint32_t make_categoriser() {
  const normalize::Categoriser categoriser;
  return static_cast<std::uint32_t>(categoriser.categorise("Engineer", {}, "").category_id);
}

SPEARYX_EXPORT("categorize") std::uint32_t categorize() {
  const normalize::Categoriser categoriser;
  int sum = 0;
  for (const Job& job : jobs) {
    sum += categoriser.categorise(job.title, {}, job.description).category_id;
  }
  return static_cast<std::uint32_t>(sum);
}

SPEARYX_EXPORT("find_salary") std::uint32_t find_salary() {
  std::uint32_t found = 0;
  for (const Job& job : jobs) {
    found += normalize::parse_salary(normalize::html_text(job.description_raw)) ? 1 : 0;
  }
  return found;
}

SPEARYX_EXPORT("find_scope") std::uint32_t find_scope() {
  std::size_t found = 0;
  for (const Job& job : jobs) {
    found += normalize::scope_from_body(normalize::html_text(job.description_raw)).size();
  }
  return static_cast<std::uint32_t>(found);
}

SPEARYX_EXPORT("compose_statements") std::uint32_t compose_statements() {
  store::Upserts upserts({Source::kGreenhouse, "bench"}, kNow);
  for (const Job& job : jobs) upserts.add(job);
  return static_cast<std::uint32_t>(upserts.take().size());
}

}  // namespace spearyx::bench
