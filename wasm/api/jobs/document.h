#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "normalize/category/category.h"
#include "store/batch.h"
#include "support/json_object.h"
#include "support/time.h"

namespace spearyx::api {

/// The columns of a `JobRow`, of the table `jobs` under the name j.
#define SPEARYX_JOB_COLUMNS                                                                      \
  "j.id, j.title, j.company, coalesce(j.company_key, lower(j.company)) AS company_key, j.board," \
  " j.description, j.pay_range, j.post_date, j.source_url,"                                      \
  " j.source_name, j.location, j.remote_type, j.remote_scope, j.category_id, j.salary_min,"      \
  " j.salary_max, j.salary_currency, j.salary_period, j.salary_usd_year, j.expires_at,"          \
  " j.level, j.employment_type, j.utc_offset_min, j.utc_offset_max,"                             \
  " j.created_at, j.updated_at, j.closed_at, j.leader_id, j.copies, j.places, j.reposts,"        \
  " j.role_since"

/// The SQL that joins the postings of rows f of the search index, whose keys end in their ids.
#define SPEARYX_JOBS_BY_KEY "JOIN jobs AS j ON j.id = (f.rowid & 1073741823)"

/// A posting as lists show it. Amounts are read as the database has them, whole or not.
struct JobRow {
  std::int64_t id = 0;
  std::string title;
  std::string company;
  std::string company_key;
  /// The slug of its board; "" at a feed.
  std::string board;
  std::optional<std::string> description;
  std::optional<std::string> pay_range;
  std::optional<std::int64_t> post_date;
  std::string source_url;
  std::string source_name;
  std::optional<std::string> location;
  std::string remote_type;
  std::optional<std::string> remote_scope;
  std::int64_t category_id = 17;
  std::optional<double> salary_min;
  std::optional<double> salary_max;
  std::optional<std::string> salary_currency;
  std::optional<std::string> salary_period;
  std::optional<std::int64_t> salary_usd_year;
  std::optional<std::string> level;
  std::optional<std::string> employment_type;
  std::optional<std::int64_t> utc_offset_min;
  std::optional<std::int64_t> utc_offset_max;
  std::optional<std::int64_t> expires_at;
  std::int64_t created_at = 0;
  std::int64_t updated_at = 0;
  std::optional<std::int64_t> closed_at;
  /// The role of the posting: its leader, unless it leads itself; the number of copies that it
  /// leads; the number of times it was opened again; and the time since when it is known where it
  /// was closed under another id.
  std::optional<std::int64_t> leader_id;
  std::int64_t copies = 0;
  std::int64_t reposts = 0;
  std::optional<std::int64_t> role_since;
  /// The locations of the first postings of its role, a JSON array, its own first.
  std::optional<std::string> places;
  /// The description as its source states it, where a single posting is asked for.
  std::string description_raw;
};

/// The date by which a posting is listed: that of its source, else that of its first sight.
[[nodiscard]] UnixSeconds listed_at(const JobRow& job);

/// The time as "2026-08-08T14:00:00.000Z", or null.
[[nodiscard]] Json iso_date(std::optional<UnixSeconds> time);

/// A category in the API's names.
[[nodiscard]] Json to_document(const normalize::Category& category);

/// The time at which the role of the posting was first seen, under any id.
[[nodiscard]] UnixSeconds first_seen(const JobRow& job);

/// The places of a role, each once.
[[nodiscard]] Json places_of(const JobRow& job);

/// The posting in the API's names, with its category and its role.
[[nodiscard]] Json to_document(const JobRow& job);

}  // namespace spearyx::api
