#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "normalize/scope/countries.h"
#include "normalize/text/words.h"

/// The places that a text mentions, from which `remote_scope` and `scope_from_body` make scopes.
namespace spearyx::normalize {

struct Mention {
  std::size_t begin;  // words, half-open
  std::size_t end;
  Place place;
};

/// Finds the places in the order of the words, none overlapping another. Abbreviations are resolved
/// by the words beside them, "Georgia" by the other places; excluded places, time zones,
/// headquarters and preferences are left out.
[[nodiscard]] std::vector<Mention> find_mentions(std::span<const Word> words);

/// Finds the places in prose, where "us" is a pronoun and "turkey" a bird: only those that are
/// written as names, and "worldwide" and its like.
[[nodiscard]] std::vector<Mention> find_mentions_in_prose(std::span<const Word> words);

/// Whether a word means remote work: "remote", "remotely", "anywhere" and their like.
[[nodiscard]] bool is_remote_word(std::string_view folded);

/// Adds the codes of a place, "US" or "AT,CH,DE", to a scope, which stays sorted and free of
/// duplicates.
void add_codes(std::vector<std::string_view>& scope, std::string_view codes);

}  // namespace spearyx::normalize
