#include "sync/board_payload.h"

#include <cstddef>
#include <utility>

#include "model/receipt.h"
#include "normalize/company/identity.h"
#include "schedule/timing.h"
#include "sources/reader.h"
#include "store/source_state.h"
#include "support/json_object.h"
#include "support/utf8.h"
#include "sync/polite_fetch.h"
#include "sync/request_gate.h"
#include "sync/run_log.h"
#include "sync/settings.h"

namespace spearyx::sync {
namespace {

/// A payload passes two workers as JSON, which has each several times in memory.
constexpr std::size_t kMaxPayloadBytes = 8U << 20U;

Result<std::string> payload_of(Host& host, const Event& event, RequestGate& gate,
                               Traffic& traffic) {
  const auto& [source, slug] = *event.company;
  if (!normalize::is_valid_slug(source, slug)) return fail(ErrorCode::kInvalidSlug, slug);
  RunLog log(host);
  PoliteFetch fetch(host, gate, log, traffic);
  const std::string origin = base_url(source, event.variables, slug);
  auto answer = fetch.get(origin + board_reader(source).page_path(slug, 0), {});
  if (!answer) return std::unexpected(std::move(answer.error()));
  if (answer->body.size() > kMaxPayloadBytes) {
    return fail(ErrorCode::kBodyTooLarge, "more than 8 MiB are not handed over");
  }
  repair_utf8(answer->body);
  return std::move(answer->body);
}

/// Puts the source to rest, as it asks for: for all workers.
void rest(Host& host, Source source, std::int64_t rests, const Error& error) {
  const double jitter = schedule::jitter_from(host.random());
  const UnixSeconds until_s = to_seconds(host.now_ms()) + schedule::cooldown(error, rests, jitter);
  store::Batch batch;
  batch.add(store::rest_source(source, until_s, rests, error));
  (void)batch.send(host);
}

}  // namespace

std::string fetch_payload(Host& host, const Event& event) {
  RequestGate gate(host, event.company->source);
  Traffic traffic;
  const auto payload = payload_of(host, event, gate, traffic);
  if (payload) return dump(json_object({{"payload", *payload}}));
  const Error& error = payload.error();
  // Before its first request it is what another run was told, which holds already.
  if (traffic.requests > 0 && is_source_fault(error)) {
    rest(host, event.company->source, gate.rests() + 1, error);
  }
  return dump(json_object({{"error", describe(error)}}));
}

}  // namespace spearyx::sync
