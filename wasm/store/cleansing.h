#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/batch.h"

namespace spearyx::store {

/// What is stored of a posting's description.
struct StoredText {
  std::int64_t id = 0;
  std::string source_name;
  std::string description_raw;
  std::optional<std::string> description;
  std::optional<std::string> full_description;
  std::int64_t is_cleansed = 0;
  std::string content_hash;
};

/// The text of one posting.
[[nodiscard]] Query<StoredText> stored_text_of(std::int64_t id);

/// The same of the posting with this address; of several the open one, else the last.
[[nodiscard]] Query<StoredText> stored_text_at(std::string url);

/// The newest open postings that nobody has cleansed yet.
[[nodiscard]] Query<StoredText> waiting_texts(std::int64_t limit);

/// Stores what became of a text, unless the posting has changed in the meantime.
[[nodiscard]] Statement store_cleansed(const StoredText& text, std::string html,
                                       std::string summary);

}  // namespace spearyx::store
