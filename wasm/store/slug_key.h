#pragma once

/// The SQL for the key that all spellings of one name share; the columns `slug_key` hold it for
/// slugs.
#define SPEARYX_SLUG_KEY(text)                          \
  "replace(replace(replace(replace(replace(lower(" text \
  "), ' ', ''), '-', ''), '_', ''), '.', ''),"          \
  " ',', '')"
