#include "store/roles.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "api/handlers.h"
#include "api/jobs/role.h"
#include "support/json_object.h"

namespace spearyx::api {
namespace {

using store::RolePosting;

/// The postings with these ids, in this order. Fails where one is not open.
std::expected<std::vector<RolePosting>, ApiError> read_postings(
    Context& context, const std::vector<std::int64_t>& ids) {
  const auto rows = ask(context, store::role_postings(dump(Json(ids))));
  if (!rows) return std::unexpected(rows.error());
  std::vector<RolePosting> postings;
  for (const std::int64_t id : ids) {
    const auto row = std::ranges::find(*rows, id, &RolePosting::id);
    if (row == rows->end()) return refuse(404, "not_found", "There is no such open posting.");
    postings.push_back(*row);
  }
  return postings;
}

Answer answer(std::int64_t id, bool has_changed) {
  return {.body = dump(
              json_object({{"success", true}, {"data", {{"id", id}, {"changed", has_changed}}}}))};
}

ApiResult carry_out(Context& context, std::int64_t id, store::RoleDecision decision) {
  store::Batch batch;
  const auto place = batch.ask(std::move(decision.change));
  batch.add(std::move(decision.then));
  BatchReader reader(context, batch);
  const auto changed = reader.rows(place);
  if (reader.error()) return std::unexpected(*reader.error());
  if (changed.empty()) {
    return refuse(409, "changed_meanwhile", "The posting has just changed; ask again.");
  }
  return answer(id, true);
}

}  // namespace

ApiResult post_job_split(Context& context) {
  const auto id = posting_id(context.captures.front());
  if (!id) return refuse(404, "not_found", "There is no such posting.");
  const auto postings = read_postings(context, {*id});
  if (!postings) return std::unexpected(postings.error());
  const RolePosting& posting = postings->front();
  const bool is_alone = posting.leader_id == posting.id && posting.copies == 0;
  return is_alone ? answer(*id, false)
                  : carry_out(context, *id, store::split_role(posting, context.now));
}

ApiResult post_job_join(Context& context) {
  const auto id = posting_id(context.captures.front());
  if (!id) return refuse(404, "not_found", "There is no such posting.");
  const std::int64_t other = number_in(parse_json(context.request.body), "id");
  if (other <= 0) {
    return refuse(400, "invalid_body", R"(The body must be JSON such as {"id": 12}.)");
  }
  const auto postings = read_postings(context, {*id, other});
  if (!postings) return std::unexpected(postings.error());
  const RolePosting& first = postings->front();
  const RolePosting& second = postings->back();
  return first.leader_id == second.leader_id
             ? answer(*id, false)
             : carry_out(context, *id, store::join_roles(first, second, context.now));
}

}  // namespace spearyx::api
