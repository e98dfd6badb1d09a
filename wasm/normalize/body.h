#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalize/remote/denial.h"
#include "normalize/text/text_words.h"

/// The explicit statements of a description in plain text about the place of work.
namespace spearyx::normalize {

struct BodyStatements {
  /// The scope, as `remote_scope` has it.
  std::vector<std::string_view> scope;
  /// The sentence that states the scope first.
  std::string scope_words;
  /// The first outright denial that the job is remote, or else the first hint of one.
  Denial denial;
};

/// Reads a description sentence by sentence. `words` are the words of the text, by which sentences
/// without a word of the matter are passed over.
[[nodiscard]] BodyStatements read_body(std::string_view plain_text, const TextWords& words);
[[nodiscard]] inline BodyStatements read_body(std::string_view plain_text) {
  return read_body(plain_text, TextWords(plain_text));
}

}  // namespace spearyx::normalize
