#include "sync/spare_cleansing.h"

#include <array>
#include <utility>
#include <vector>

#include "normalize/cleansing.h"
#include "store/cleansing.h"
#include "store/rows.h"

namespace spearyx::sync {

Result<std::int64_t> cleanse_waiting(Host& host) {
  const std::array question{store::waiting_texts(kSpareTexts)};
  const auto answer = store::BatchResult::run(host, question);
  if (!answer) return std::unexpected(answer.error());
  const auto waiting = answer->rows<store::StoredText>(0);
  if (!waiting) return std::unexpected(waiting.error());
  std::vector<Statement> batch;
  for (const store::StoredText& text : *waiting) {
    auto cleansed = normalize::cleanse_description(text.description_raw, text.source_name);
    batch.push_back(
        store::store_cleansed(text, std::move(cleansed.html), std::move(cleansed.summary)));
  }
  if (batch.empty()) return 0;
  const auto stored = store::BatchResult::run(host, batch);
  if (!stored) return std::unexpected(stored.error());
  return static_cast<std::int64_t>(batch.size());
}

}  // namespace spearyx::sync
