#pragma once

#include <cstddef>
#include <span>

#include "normalize/remote/rule.h"
#include "normalize/text/phrases.h"
#include "normalize/text/words.h"

/// The words for places of work, in the languages that postings come in.
namespace spearyx::normalize {

/// The longest phrase at a word that says remote, hybrid or on-site: "work from home", "vor Ort", "zdalnie".
[[nodiscard]] PhraseMatch workplace_phrase(std::span<const Word> words, std::size_t at);

/// The decision that such a phrase states; `kNotStated` where there is none.
[[nodiscard]] RemoteDecision workplace_of(const PhraseMatch& phrase);

}  // namespace spearyx::normalize
