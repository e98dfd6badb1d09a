#include <algorithm>
#include <array>
#include <optional>

#include "sql/api_fixture.h"
#include "support/dice.h"

namespace spearyx::testing {
namespace {

constexpr std::array kListWords{"engineer", "designer", "rust", "remote", "senior", "team"};
constexpr std::array kListSources{"greenhouse", "lever", "remoteok"};
constexpr std::array kListScopes{"'[\"US\"]'", "'[\"DE\",\"EU\"]'", "'[\"CA\",\"US\"]'", "NULL"};
constexpr std::array kListLevels{"NULL", "'junior'", "'senior'", "'lead'"};
constexpr std::array kListTypes{"NULL", "'full-time'", "'contract'"};
constexpr std::array kListZones{"NULL, NULL", "-480, 120", "330, 345", "60, 60"};
constexpr std::array kScopeNames{"US", "DE", "EU", "CA", "WORLD"};
constexpr std::array kListCompanies{"Acme", "Blue Heron", "Wren, Inc."};

/// A request for a list, and the same in plain SQL.
struct Asked {
  std::string query;
  std::string condition = "1";
  std::string order = "list_key DESC";
  /// Set for the order of the best match, which plain SQL does not know: any order will do.
  bool is_by_match = false;
  std::int64_t limit = 30;
  std::int64_t offset = 0;

  void add(const std::string& parameter, const std::string& narrower) {
    query += (query.empty() ? "?" : "&") + parameter;
    condition += " AND " + narrower;
  }
};

/// Compares lists with what plain SQL finds, under filters, orders and places that dice decide.
class Lists : public ApiFixture {
 protected:
  void SetUp() override {
    for (int i = 1; i <= 500; ++i) add_posting(i);
    for (int i = 0; i < 200; ++i) change_posting();
  }

  void add_posting(int i) {
    const bool is_open = !dice_.one_in(5);
    const std::string salary = dice_.one_in(2) ? "NULL" : std::to_string(500 * dice_.roll(300));
    host.sql(
        "INSERT INTO jobs (source_name, board, external_id, title, company, source_url,"
        " description, remote_scope, level, employment_type, utc_offset_min, utc_offset_max,"
        " category_id, post_date, salary_usd_year, closed_at, leader_id,"
        " content_hash, created_at, updated_at) VALUES ('" +
        std::string(dice_.pick(kListSources)) + "', " + (dice_.one_in(2) ? "''" : "'acme'") +
        ", 'e" + std::to_string(i) + "', '" + text(3) + "', '" + dice_.pick(kListCompanies) +
        "', 'https://example.com/" + std::to_string(i) + "', '" + text(6) + "', " +
        dice_.pick(kListScopes) + ", " + dice_.pick(kListLevels) + ", " + dice_.pick(kListTypes) +
        ", " + dice_.pick(kListZones) + ", " + std::to_string(1 + dice_.roll(4)) + ", " +
        (dice_.one_in(8) ? "NULL" : date()) + ", " + salary + ", " +
        (is_open ? "NULL" : "1786000000") + ", " + (is_open && dice_.one_in(6) ? "1" : "NULL") +
        ", 'h', " + date() + ", 1785000000)");
  }

  void change_posting() {
    constexpr std::array kChanges{"closed_at = 1786000000, leader_id = NULL",
                                  "closed_at = NULL",
                                  "leader_id = iif(closed_at IS NULL, 1, NULL)",
                                  "leader_id = NULL",
                                  "category_id = 1 + category_id % 4",
                                  "remote_scope = '[\"CA\",\"US\"]'",
                                  "remote_scope = NULL",
                                  "level = 'senior'",
                                  "employment_type = NULL",
                                  "utc_offset_min = 0, utc_offset_max = 0",
                                  "source_name = 'lever'",
                                  "title = 'rust engineer'",
                                  "copies = copies + 1"};
    host.sql(std::string("UPDATE jobs SET ") + dice_.pick(kChanges) +
             " WHERE id = " + std::to_string(1 + dice_.roll(500)));
    if (dice_.one_in(20)) {
      host.sql("DELETE FROM jobs WHERE id = " + std::to_string(1 + dice_.roll(500)));
    }
  }

  std::string date() {
    return std::to_string(1'786'000'000 - 40'000 - 86'400 * dice_.roll(40) + dice_.roll(3));
  }

  std::string text(int words) {
    std::string all;
    for (int i = 0; i < words; ++i)
      all += (i == 0 ? "" : " ") + std::string(dice_.pick(kListWords));
    return all;
  }

  static std::string holds(const std::string& words) {
    std::string any;
    for (const char* column : {"title", "company", "description"}) {
      any += (any.empty() ? "(" : " OR ") + std::string("instr(' ' || ") + column + " || ' ', ' " +
             words + " ') > 0";
    }
    return any + ")";
  }

  Asked ask_something() {
    Asked asked;
    add_state(asked);
    if (dice_.one_in(3)) asked.add("category=1,3", "category_id IN (1, 3)");
    if (dice_.one_in(3)) asked.add("source=lever,remoteok", "source_name IN ('lever', 'remoteok')");
    if (dice_.one_in(4)) asked.add("company=ACME", "'acme' IN (lower(company), board)");
    if (dice_.one_in(3)) add_scopes(asked);
    if (dice_.one_in(4)) add_salary(asked);
    if (dice_.one_in(4)) add_question(asked);
    if (dice_.one_in(4)) {
      const std::string days = std::to_string(1 + dice_.roll(30));
      asked.add("postedWithin=" + days,
                "coalesce(post_date, created_at) >= 1786000000 - 86400 * " + days);
    }
    if (dice_.one_in(3)) add_search(asked);
    add_order(asked);
    add_place(asked);
    return asked;
  }

  void add_state(Asked& asked) {
    switch (dice_.roll(6)) {
      case 0:
        return asked.add("duplicates=show", "closed_at IS NULL");
      case 1:
        return asked.add("status=closed", "closed_at IS NOT NULL");
      case 2:
        return asked.add("status=all", "leader_id IS NULL");
      default:
        return asked.add("status=open", "closed_at IS NULL AND leader_id IS NULL");
    }
  }

  void add_scopes(Asked& asked) {
    const std::string first = dice_.pick(kScopeNames);
    const std::string second = dice_.one_in(2) ? first : dice_.pick(kScopeNames);
    asked.add("remote=" + first + "," + second,
              "EXISTS (SELECT 1 FROM json_each(remote_scope) WHERE value IN ('" + first + "', '" +
                  second + "'))");
  }

  void add_salary(Asked& asked) {
    const std::string least = std::to_string(500 * dice_.roll(300));
    asked.add("salaryMin=" + least, "salary_usd_year >= " + least);
  }

  void add_question(Asked& asked) {
    switch (dice_.roll(6)) {
      case 0:
        return asked.add("livesIn=DE",
                         "EXISTS (SELECT 1 FROM json_each(remote_scope)"
                         " WHERE value IN ('DE', 'EU', 'EUROPE', 'EMEA', 'WORLD'))");
      case 1:
        return asked.add("livesIn=US&placeUnknown=include",
                         "(remote_scope IS NULL OR EXISTS (SELECT 1 FROM json_each(remote_scope)"
                         " WHERE value IN ('US', 'NORTH_AMERICA', 'WORLD')))");
      case 2:
        return asked.add("level=senior,lead", "level IN ('senior', 'lead')");
      case 3:
        return asked.add("employmentType=contract", "employment_type = 'contract'");
      case 4:
        return asked.add("hours=1", "utc_offset_min <= 60 AND utc_offset_max >= 60");
      default:
        return asked.add("openedSince=2026-07-20", "created_at >= 1784505600");
    }
  }

  void add_search(Asked& asked) {
    const std::string first = dice_.pick(kListWords);
    const std::string second = dice_.pick(kListWords);
    switch (dice_.roll(4)) {
      case 0:
        asked.add("search=" + first + "+" + second, holds(first) + " AND " + holds(second));
        break;
      case 1:
        asked.add("search=%22" + first + "+" + second + "%22", holds(first + " " + second));
        break;
      case 2:
        asked.add("search=" + first + "+-" + second, holds(first) + " AND NOT " + holds(second));
        break;
      default:
        asked.add("search=" + first, holds(first));
    }
    asked.is_by_match = true;
  }

  void add_order(Asked& asked) {
    struct Order {
      const char* name;
      const char* sql;
    };
    constexpr std::array kOrders{Order{"newest", "list_key DESC"}, Order{"oldest", "list_key"},
                                 Order{"title-asc", "title COLLATE NOCASE, id"},
                                 Order{"title-desc", "title COLLATE NOCASE DESC, id DESC"},
                                 Order{"recently-added", "id DESC"}};
    if (dice_.one_in(2)) return;
    const Order& order = dice_.pick(kOrders);
    asked.add(std::string("sortBy=") + order.name, "1");
    asked.order = order.sql;
    asked.is_by_match = false;
  }

  void add_place(Asked& asked) {
    asked.limit = 1 + dice_.roll(100);
    asked.add("limit=" + std::to_string(asked.limit), "1");
    if (dice_.one_in(2)) return;
    asked.offset = dice_.roll(std::min<std::int64_t>(100, 279 - 2 * asked.limit));
    asked.add("offset=" + std::to_string(asked.offset), "1");
  }

  std::vector<std::string> ids_of(const Asked& asked, const std::string& among = "jobs") {
    return host.rows("SELECT id FROM " + among + " WHERE " + asked.condition + " ORDER BY " +
                     asked.order);
  }

  void compare(const Asked& asked) {
    SCOPED_TRACE(asked.query);
    const auto document = get("/jobs" + asked.query);
    ASSERT_EQ(last.status, 200) << last.body;
    std::vector<std::string> listed;
    for (const auto& job : document["data"]["jobs"]) listed.push_back(job["id"].dump());
    const auto all = ids_of(asked);
    const auto& meta = document["meta"];
    expect_total(document["data"]["total"], meta["totalIsExact"], std::ssize(all));
    if (meta.contains("sortedAmongNewest")) {
      for (const std::string& id : listed) EXPECT_TRUE(std::ranges::contains(all, id)) << id;
    } else {
      expect_page(asked, listed, all);
      const bool has_more = asked.offset + std::ssize(listed) < std::ssize(all) && !listed.empty();
      EXPECT_EQ(document["data"]["hasMore"].get<bool>() || meta.contains("endsAfter"), has_more);
    }
  }

  static void expect_total(std::int64_t total, bool is_exact, std::int64_t expected) {
    if (is_exact) {
      EXPECT_EQ(total, expected);
    } else {
      EXPECT_LE(total, expected);
    }
  }

  static void expect_page(const Asked& asked, const std::vector<std::string>& listed,
                          const std::vector<std::string>& all) {
    const auto begin = std::min<std::size_t>(all.size(), static_cast<std::size_t>(asked.offset));
    const auto count =
        std::min<std::size_t>(all.size() - begin, static_cast<std::size_t>(asked.limit));
    if (asked.is_by_match) {
      EXPECT_EQ(listed.size(), count);
      for (const std::string& id : listed) EXPECT_TRUE(std::ranges::contains(all, id)) << id;
      return;
    }
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(begin);
    EXPECT_EQ(listed, std::vector(first, first + static_cast<std::ptrdiff_t>(count)));
  }

  Dice dice_{1};
};

TEST_F(Lists, AreThoseOfPlainSql) {
  for (int i = 0; i < 600 && !HasFailure(); ++i) compare(ask_something());
}

TEST_F(Lists, AreCountedAsPlainSqlCounts) {
  EXPECT_EQ(host.rows("SELECT source, category_id, postings FROM shown_counts WHERE postings > 0"),
            host.rows("SELECT source_name, category_id, count(*) FROM jobs"
                      " WHERE closed_at IS NULL AND leader_id IS NULL GROUP BY 1, 2"));
  EXPECT_EQ(host.rows("SELECT source, category_id, key, value FROM shown_counts, json_each(marked)"
                      " ORDER BY 1, 2, 3"),
            host.rows("SELECT source_name, category_id, value, count(*) FROM jobs, json_each(marks)"
                      " WHERE closed_at IS NULL AND leader_id IS NULL AND value IS NOT NULL"
                      " GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"));
}

TEST_F(Lists, HaveTheFacetsOfPlainSql) {
  const auto facets = get("/jobs?facets=true&category=1,3&source=lever,remoteok")["data"]["facets"];
  const auto expected = [&](const std::string& value, const std::string& from) {
    nlohmann::json counts = nlohmann::json::object();
    for (const std::string& row :
         host.rows("SELECT " + value + ", count(*) FROM " + from +
                   " WHERE closed_at IS NULL AND leader_id IS NULL AND category_id IN (1, 3)"
                   " AND source_name IN ('lever', 'remoteok') GROUP BY 1")) {
      const std::size_t bar = row.find('|');
      counts[row.substr(0, bar)] = std::stoi(row.substr(bar + 1));
    }
    return counts;
  };
  EXPECT_EQ(facets["category"], expected("category_id", "jobs"));
  EXPECT_EQ(facets["source"], expected("source_name", "jobs"));
  EXPECT_EQ(facets["remote"], expected("value", "jobs, json_each(remote_scope)"));
}

}  // namespace
}  // namespace spearyx::testing
