#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalize/remote/denial.h"
#include "normalize/text/text_words.h"

/// What a description in plain text states in so many words about the place of work.
namespace spearyx::normalize {

struct BodyStatements {
  /// From where it may be done, as `remote_scope` has it.
  std::vector<std::string_view> scope;
  /// The sentence that first says so.
  std::string scope_words;
  /// The first outright denial that it is remote, or else the first hint of one.
  Denial denial;
};

/// Reads a description sentence by sentence. `words` are those of the text: where none speak of the matter,
/// a sentence is not read at all.
[[nodiscard]] BodyStatements read_body(std::string_view plain_text, const TextWords& words);
[[nodiscard]] inline BodyStatements read_body(std::string_view plain_text) {
  return read_body(plain_text, TextWords(plain_text));
}

}  // namespace spearyx::normalize
