#include "api/jobs/change_document.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "api/jobs/document.h"

namespace spearyx::api {
namespace {

Json names_in(std::string_view list) {
  Json names = Json::array();
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find(','));
    names.push_back(name);
    list.remove_prefix(std::min(list.size(), name.size() + 1));
  }
  return names;
}

}  // namespace

Json history_entry(const ChangeRow& change) {
  Json values = parse_json(change.details.value_or(""));
  if (!values.is_object()) values = Json::object();
  return json_object({{"change", change.change},
                      {"fields", names_in(change.fields)},
                      {"values", std::move(values)},
                      {"at", iso_date(change.changed_at)}});
}

Json to_document(const ChangeRow& change) {
  Json document = history_entry(change);
  document["cursor"] = std::to_string(change.seq);
  document["id"] = change.job_id;
  return document;
}

}  // namespace spearyx::api
