#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "api/context.h"
#include "api/job_document.h"

namespace spearyx::api {

/// What is stored of a posting's description.
struct StoredText {
  std::int64_t id = 0;
  std::string description_raw;
  std::optional<std::string> full_description;
  std::int64_t is_cleansed = 0;
  std::string content_hash;
};

/// A description that is safe to show.
struct CleansedText {
  std::string html;
  /// The first two hundred words as plain text.
  std::string summary;
};

/// One `StoredText`.
[[nodiscard]] Statement stored_text_of(std::int64_t id);

/// The cleansed description: as stored, or else cleansed now and stored, unless the posting has
/// changed in the meantime. A store that fails is logged and does no harm: the next reader tries
/// again.
[[nodiscard]] CleansedText cleanse(Context& context, const JobRow& job, StoredText text);

}  // namespace spearyx::api
