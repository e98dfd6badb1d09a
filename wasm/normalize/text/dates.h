#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "support/time.h"

/// Dates as the sources send them. The parsers are strict: a field out of range, a missing offset
/// or a byte too many is a refusal, not a guess. The calendar is the proleptic Gregorian one, the
/// time zone UTC; no locale and no time-zone database take part.
namespace spearyx::normalize {

/// Parses RFC 3339 (ISO 8601 with date, time and offset): "2026-08-08T10:00:00-04:00", "…Z", any
/// fraction of a second (dropped). Greenhouse, RemoteOK.
[[nodiscard]] std::optional<UnixSeconds> parse_iso8601(std::string_view text);

/// Parses a date with or without a time, in UTC because it has no offset: "2026-08-08 10:00:00
/// UTC", "2026-08-08 10:00:00", "2026-08-08". Recruitee, older Jobicy, Workable.
[[nodiscard]] std::optional<UnixSeconds> parse_utc(std::string_view text);

/// Parses decimal seconds, optionally signed, as RemoteOK sent them for `epoch` in 2021.
[[nodiscard]] std::optional<UnixSeconds> parse_unix_seconds(std::string_view text);

/// Parses an HTTP-date of RFC 9110, section 5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT" and the two
/// obsolete forms. `now` settles the century of a two-digit year: never more than 50 years ahead.
[[nodiscard]] std::optional<UnixSeconds> parse_http_date(std::string_view text, UnixSeconds now);

/// The longest `Retry-After` that is believed; longer ones are cut to it.
inline constexpr UnixSeconds kMaxRetryAfter = 365 * kDay;

/// Parses a `Retry-After` (RFC 9110, section 10.2.3), delay or date, as seconds from `now`; a date
/// that has passed is 0.
[[nodiscard]] std::optional<UnixSeconds> parse_retry_after(std::string_view text, UnixSeconds now);

/// The date if it lies in the years 1990 to 2100, else nothing: a posting from the year 0, 1970 or
/// 9999 has a broken date, and unknown is stored as NULL. Chains:
/// `plausible_date(parse_iso8601(text))`, `plausible_date(to_seconds(created_at_ms))`.
[[nodiscard]] std::optional<UnixSeconds> plausible_date(std::optional<UnixSeconds> date);

/// The time as ISO 8601: "2026-08-08T14:00:00Z".
[[nodiscard]] std::string iso8601(UnixSeconds time);

/// The time as JavaScript's `toISOString` writes it: "2026-08-08T14:00:00.250Z".
[[nodiscard]] std::string iso8601_ms(UnixMillis time);

/// The time as RFC 9110 and RSS write it: "Sat, 08 Aug 2026 14:00:00 GMT".
[[nodiscard]] std::string http_date(UnixSeconds time);

}  // namespace spearyx::normalize
