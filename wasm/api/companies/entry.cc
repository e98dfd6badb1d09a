#include <string>
#include <string_view>
#include <vector>

#include "api/handlers.h"
#include "model/source.h"
#include "normalize/company/board_reference.h"
#include "support/json_object.h"

namespace spearyx::api {
namespace {

// A board that is known already is due at once, unless it is paused.
constexpr std::string_view kEnterBoard = R"sql(
INSERT INTO discovered_companies (source, slug) VALUES (?1, ?2)
ON CONFLICT (source, slug) DO UPDATE SET
  next_sync_at = iif(status = 'paused', next_sync_at, -?3),
  status = iif(status = 'paused', status, 'active')
RETURNING status AS text
)sql";
constexpr std::string_view kKnownBoard =
    "SELECT slug AS text FROM discovered_companies WHERE source = ?1 AND slug = ?2";

constexpr std::string_view kEnterCandidate = R"sql(
INSERT INTO potential_companies (slug) VALUES (?1)
ON CONFLICT (slug) DO UPDATE SET next_check_at = -?2,
  status = iif(status = 'not_found', 'pending', status)
RETURNING status AS text
)sql";
constexpr std::string_view kKnownCandidate =
    "SELECT slug AS text FROM potential_companies WHERE slug = ?1";

/// The text of the body: `{"company": slug or URL}`, also under the names slug and url.
std::string reference_in(std::string_view body) {
  const Json document = parse_json(body);
  for (const char* name : {"company", "slug", "url"}) {
    std::string text = text_in(document, name);
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace

// The address of a board tells its source: the board is entered and due at once. A slug alone is a
// candidate for discovery.
ApiResult post_company(Context& context) {
  const std::string text = reference_in(context.request.body);
  if (text.empty() || text.size() > 2'000) {
    return refuse(400, "invalid_body",
                  R"(The body must be JSON such as {"company": "acme"} or )"
                  R"({"company": "https://jobs.lever.co/acme"}.)");
  }
  const auto reference = normalize::parse_board_reference(text);
  if (!reference) return refuse(400, "invalid_parameter", reference.error().detail);
  const bool is_board = reference->source.has_value();
  std::vector<Bind> key{reference->slug};
  if (is_board) key.insert(key.begin(), std::string(name_of(*reference->source)));
  store::Batch batch;
  const auto known = batch.ask(
      store::Query<TextRow>{"known company", is_board ? kKnownBoard : kKnownCandidate, key});
  key.emplace_back(context.now);
  const auto entered = batch.ask(
      store::Query<TextRow>{"entered company", is_board ? kEnterBoard : kEnterCandidate, key});
  BatchReader reader(context, batch);
  const bool is_new = reader.rows(known).empty();
  const auto status = reader.first(entered);
  if (reader.error()) return std::unexpected(*reader.error());
  return Answer{
      .body = dump(json_object({{"success", true},
                                {"data",
                                 {{"source", is_board ? Json(name_of(*reference->source)) : Json()},
                                  {"slug", reference->slug},
                                  {"kind", is_board ? "board" : "candidate"},
                                  {"isNew", is_new},
                                  {"status", status->text}}}})),
      .status = is_new ? 201 : 200};
}

}  // namespace spearyx::api
