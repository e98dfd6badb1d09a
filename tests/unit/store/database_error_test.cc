#include "store/database_error.h"

#include <gtest/gtest.h>

#include <string>

namespace spearyx::store {
namespace {

struct Complaint {
  std::string name;
  std::string message;
  ErrorCode code;
};

void PrintTo(const Complaint& complaint, std::ostream* out) { *out << complaint.name; }

class DatabaseError : public ::testing::TestWithParam<Complaint> {};

TEST_P(DatabaseError, IsSortedByItsMessageAndKeepsIt) {
  const Error error = database_error(GetParam().message);
  EXPECT_EQ(error_id(error.code), error_id(GetParam().code));
  EXPECT_EQ(error.detail, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    Messages, DatabaseError,
    ::testing::Values(
        Complaint{"DailyReads", "D1_ERROR: exceeded D1's free tier daily row read limit",
                  ErrorCode::kQuotaExceeded},
        Complaint{"DailyWrites", "D1_ERROR: exceeded D1's free tier daily row write limit",
                  ErrorCode::kQuotaExceeded},
        Complaint{"Connection", "D1_ERROR: Network connection lost.", ErrorCode::kDatabaseBusy},
        Complaint{"Reset", "D1_ERROR: D1 DB storage caused object to be reset.",
                  ErrorCode::kDatabaseBusy},
        Complaint{"Timeout",
                  "D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be "
                  "reset.",
                  ErrorCode::kDatabaseBusy},
        Complaint{"Overloaded", "D1_ERROR: D1 DB is overloaded. Requests queued for too long.",
                  ErrorCode::kDatabaseBusy},
        Complaint{"Queue", "D1_ERROR: D1 DB is overloaded. Too many requests queued.",
                  ErrorCode::kDatabaseBusy},
        Complaint{"Memory", "D1_ERROR: D1 DB's isolate exceeded its memory limit and was reset.",
                  ErrorCode::kDatabaseBusy},
        Complaint{"Locked", "D1_ERROR: database is locked: SQLITE_BUSY", ErrorCode::kDatabaseBusy},
        Complaint{"Constraint", "D1_ERROR: NOT NULL constraint failed: jobs.title",
                  ErrorCode::kDatabase},
        Complaint{"Syntax", "D1_ERROR: near \"FORM\": syntax error", ErrorCode::kDatabase}),
    [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace spearyx::store
