#pragma once

#include <string_view>
#include <vector>

#include "model/posting.h"
#include "normalize/body.h"
#include "normalize/posting.h"

namespace spearyx::normalize {

/// The scope of a posting, and the field that states it.
struct ScopeChoice {
  std::vector<std::string_view> codes;
  ScopeEvidence evidence;
};

/// Chooses between the statements of a posting about where one may live.
/// 1. A list of countries, where the source has one. An empty one, the world, gives way to what the
///    text demands and to the title.
/// 2. Location and further places. A wider statement, in the title beside "remote" or in the text, beats
///    them, as does any where they say "anywhere"; "work from anywhere" in a text beats no country. Where
///    they name cities only, the country that the source names in a field counts.
/// 3. The title's end, the text, the offices, the country that the source names.
[[nodiscard]] ScopeChoice choose_scope(const Posting& posting, const BodyStatements& body);

}  // namespace spearyx::normalize
