#pragma once

#include "api/context.h"
#include "normalize/cleansing.h"
#include "store/cleansing.h"

namespace spearyx::api {

/// The cleansed description: as stored, or else cleansed now and stored, unless the posting has
/// changed in the meantime. A store that fails is logged and does no harm: the next reader tries
/// again.
[[nodiscard]] normalize::CleansedText cleanse(Context& context, store::StoredText text);

}  // namespace spearyx::api
