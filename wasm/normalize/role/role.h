#pragma once

#include <string_view>

#include "model/posting.h"
#include "normalize/text/text_words.h"

namespace spearyx::normalize {

/// Sets the fields by which roles are compared (model/role.h): the key, of the employer and of the
/// title without decorations, and the sketch of the plain text, whose words come along. A posting
/// without an employer has a key of its own.
void set_role(Job& job, std::string_view plain_text, const TextWords& words);

}  // namespace spearyx::normalize
