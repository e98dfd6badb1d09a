#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Texts as the search index spells them, which is what the view `job_documents` and the tokenizer of
/// `jobs_fts` make of a posting's: migrations/0001_create_schema.sql.
namespace spearyx::api {

/// The text in lower case, with Latin letters without marks ("Łódź" → "lodz", "ß" → "ss") and spaces around
/// each Chinese, Japanese and Korean letter. Other letters and signs stay.
[[nodiscard]] std::string index_text(std::string_view text);

/// The words of such a text, as the index tells them apart.
[[nodiscard]] std::vector<std::string> indexed_words(std::string_view text);

/// A company's name as it is suggested by: such a text without spaces and signs, up to the first sign that
/// names seldom hold.
[[nodiscard]] std::string suggestion_key(std::string_view name);

}  // namespace spearyx::api
