#include "sync/spare_cleansing.h"

#include <iterator>
#include <utility>

#include "normalize/cleansing.h"
#include "store/cleansing.h"

namespace spearyx::sync {

namespace {

/// How many descriptions a tick cleanses at most.
constexpr std::int64_t kSpareTexts = 10;

}  // namespace

Result<std::int64_t> cleanse_waiting(Host& host) {
  const auto waiting = store::ask(host, store::waiting_texts(kSpareTexts));
  if (!waiting) return std::unexpected(waiting.error());
  if (waiting->empty()) return 0;
  store::Batch batch;
  for (const store::StoredText& text : *waiting) {
    auto cleansed = normalize::cleanse_description(text.description_raw, text.source_name);
    batch.add(store::store_cleansed(text, std::move(cleansed.html), std::move(cleansed.summary)));
  }
  const auto stored = batch.send(host);
  if (!stored) return std::unexpected(stored.error());
  return std::ssize(*waiting);
}

}  // namespace spearyx::sync
