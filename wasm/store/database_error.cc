#include "store/database_error.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace spearyx::store {
namespace {

struct Complaint {
  std::string_view part;
  ErrorCode code;
};

constexpr auto kComplaints = std::to_array<Complaint>({
    {"daily row read limit", ErrorCode::kQuotaExceeded},
    {"daily row write limit", ErrorCode::kQuotaExceeded},
    {"Network connection lost", ErrorCode::kDatabaseBusy},
    {"storage caused object to be reset", ErrorCode::kDatabaseBusy},
    {"reset because its code was updated", ErrorCode::kDatabaseBusy},
    {"Cannot resolve D1 DB due to transient issue", ErrorCode::kDatabaseBusy},
    {"exceeded timeout", ErrorCode::kDatabaseBusy},
    {"is overloaded", ErrorCode::kDatabaseBusy},
    {"Too many requests queued", ErrorCode::kDatabaseBusy},
    {"exceeded its memory limit", ErrorCode::kDatabaseBusy},
    {"SQLITE_BUSY", ErrorCode::kDatabaseBusy},
    {"database is locked", ErrorCode::kDatabaseBusy},
});

}  // namespace

Error database_error(std::string message) {
  const auto known = std::ranges::find_if(kComplaints, [&message](const Complaint& complaint) {
    return message.contains(complaint.part);
  });
  return {known == kComplaints.end() ? ErrorCode::kDatabase : known->code, std::move(message)};
}

}  // namespace spearyx::store
