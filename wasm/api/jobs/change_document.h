#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "support/json_object.h"

namespace spearyx::api {

/// The columns of a `ChangeRow`, of the table `job_changes` under the name c.
#define SPEARYX_CHANGE_COLUMNS "c.seq, c.job_id, c.change, c.fields, c.changed_at, c.details"

/// A change of a posting.
struct ChangeRow {
  std::int64_t seq = 0;
  std::int64_t job_id = 0;
  std::string change;
  /// The names of the changed fields, separated by commas.
  std::string fields;
  std::int64_t changed_at = 0;
  /// The short fields before and after, a JSON object.
  std::optional<std::string> details;
  /// Fields of the posting, where they are asked for.
  std::string title;
  std::string company;
};

/// A change in the history of its posting, in the API's names.
[[nodiscard]] Json history_entry(const ChangeRow& change);

/// The change in the list of all changes, in the API's names.
[[nodiscard]] Json to_document(const ChangeRow& change);

}  // namespace spearyx::api
