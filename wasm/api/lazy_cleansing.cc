#include "api/lazy_cleansing.h"

#include <utility>

namespace spearyx::api {

normalize::CleansedText cleanse(Context& context, store::StoredText text) {
  if (text.is_cleansed != 0 && text.full_description) {
    return {.html = *std::move(text.full_description),
            .summary = std::move(text.description).value_or("")};
  }
  auto cleansed = normalize::cleanse_description(text.description_raw, text.source_name);
  store::Batch batch;
  batch.add(store::store_cleansed(text, cleansed.html, cleansed.summary));
  const BatchReader stored(context, batch);
  return cleansed;
}

}  // namespace spearyx::api
