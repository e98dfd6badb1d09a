#pragma once

/// What is equal for the spellings of one name, in a statement; the columns `slug_key` hold it for slugs.
#define SPEARYX_SLUG_KEY(text)                          \
  "replace(replace(replace(replace(replace(lower(" text \
  "), ' ', ''), '-', ''), '_', ''), '.', ''),"          \
  " ',', '')"
