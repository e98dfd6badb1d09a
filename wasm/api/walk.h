#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/context.h"

namespace spearyx::api {

/// A walk along a list whose filters no index knows. One statement is that of a page: the rows of a
/// first stretch that the filter lets through. The other tells the end of the stretch, where the
/// list goes on behind it; without an end the stretch is the whole list.
struct Walk {
  std::string_view page;
  std::string_view end;
};

/// The cursor of the page behind this one; "" where the list ends. A full page, with a row more
/// than `limit`, loses that row and goes on behind its last one, any other page behind its stretch.
template <typename Row, typename CursorOf>
std::expected<std::string, ApiError> next_cursor(Context& context, const Walk& walk,
                                                 std::vector<Bind> binds_of_end,
                                                 std::vector<Row>& rows, std::int64_t limit,
                                                 CursorOf cursor_of) {
  if (std::cmp_greater(rows.size(), limit)) {
    rows.pop_back();
    return cursor_of(rows.back());
  }
  if (walk.end.empty()) return "";
  const auto end =
      ask(context, store::Query<TextRow>{"end of the walk", walk.end, std::move(binds_of_end)});
  if (!end) return std::unexpected(end.error());
  return end->empty() ? "" : end->front().text;
}

}  // namespace spearyx::api
