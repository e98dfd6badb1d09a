#pragma once

#include "store/slug_key.h"

/// The SQL for source and slug of the companies that a text names: by a slug, in any spelling, or
/// by their name. `end` is put behind the text's key: nothing, or "|| '{'" for slugs that begin
/// with it as well.
#define SPEARYX_COMPANIES_NAMED(text, end)                                                       \
  "(SELECT * FROM (SELECT source, slug FROM company_names WHERE name = " text                    \
  " LIMIT 25) UNION SELECT * FROM (SELECT source, slug FROM discovered_companies WHERE slug_key" \
  " BETWEEN " SPEARYX_SLUG_KEY(text) " AND " SPEARYX_SLUG_KEY(text) end " LIMIT 25))"
