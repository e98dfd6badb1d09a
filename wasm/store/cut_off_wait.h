#pragma once

/// How long a row waits whose run was cut off, by the column `failures` before that: not at all the
/// first time, then as `schedule::backoff` has it without its jitter, five minutes up to a day.
#define SPEARYX_CUT_OFF_WAIT \
  "CASE WHEN failures = 0 THEN 0 ELSE min(86400, 300 << min(failures - 1, 9)) END"
