#pragma once

#include <string_view>

#include "model/posting.h"
#include "normalize/text/text_words.h"

namespace spearyx::normalize {

/// Sets what tells whether a posting is one role with others (model/role.h): the key, of its employer and
/// of its title without decorations, and the sketch of its plain text, whose words come along. A posting
/// without an employer has a key of its own.
void set_role(Job& job, std::string_view plain_text, const TextWords& words);

}  // namespace spearyx::normalize
