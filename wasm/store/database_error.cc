#include "store/database_error.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace spearyx::store {
namespace {

constexpr std::array<std::string_view, 6> kTransient{
    "Network connection lost",
    "storage caused object to be reset",
    "reset because its code was updated",
    "Cannot resolve D1 DB due to transient issue",
    "SQLITE_BUSY",
    "database is locked",
};

}  // namespace

Error database_error(std::string message) {
  const bool is_transient = std::ranges::any_of(kTransient, [&message](std::string_view part) {
    return message.find(part) != std::string::npos;
  });
  return {is_transient ? ErrorCode::kDatabaseBusy : ErrorCode::kDatabase, std::move(message)};
}

}  // namespace spearyx::store
