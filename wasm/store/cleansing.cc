#include "store/cleansing.h"

#include <utility>

namespace spearyx::store {
namespace {

#define TEXT_COLUMNS \
  "id, source_name, description_raw, description, full_description, is_cleansed, content_hash"

constexpr std::string_view kOne = "SELECT " TEXT_COLUMNS " FROM jobs WHERE id = ?1";

constexpr std::string_view kAtUrl = "SELECT " TEXT_COLUMNS
                                    " FROM jobs WHERE source_url = ?1"
                                    " ORDER BY closed_at IS NOT NULL, id DESC LIMIT 1";

// The constants are written out, so that the partial index of what is waiting serves.
constexpr std::string_view kWaiting = "SELECT " TEXT_COLUMNS
                                      " FROM jobs WHERE is_cleansed = 0 AND closed_at IS NULL"
                                      " ORDER BY id DESC LIMIT ?1";

constexpr std::string_view kStore = R"sql(
UPDATE jobs SET full_description = ?3, description = ?4, is_cleansed = 1
WHERE id = ?1 AND content_hash = ?2
)sql";

}  // namespace

Query<StoredText> stored_text_of(std::int64_t id) { return {"stored text", kOne, {id}}; }

Query<StoredText> stored_text_at(std::string url) {
  return {"stored text by its address", kAtUrl, {std::move(url)}};
}

Query<StoredText> waiting_texts(std::int64_t limit) { return {"waiting texts", kWaiting, {limit}}; }

Statement store_cleansed(const StoredText& text, std::string html, std::string summary) {
  return {kStore, {text.id, text.content_hash, std::move(html), std::move(summary)}};
}

}  // namespace spearyx::store
