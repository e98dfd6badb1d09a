/// Any bytes as a request to the API over a database with a few postings, and its body as what a
/// sync worker answers, where it is asked: never an internal error, and what says that it is JSON
/// is.
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "api/api.h"
#include "fuzz.h"
#include "support/sqlite_host.h"
#include "support/utf8.h"

namespace spearyx::testing {
namespace {

constexpr std::array kMethods{"GET", "GET", "GET", "HEAD", "OPTIONS", "POST", "PUT"};

SqliteHost& database() {
  static SqliteHost host;
  static const bool kIsFilled = [] {
    for (int i = 0; i < 30; ++i) {
      const std::string number = std::to_string(i);
      host.sql(
          "INSERT INTO jobs (source_name, board, external_id, title, company, source_url, "
          "description,"
          " remote_scope, category_id, post_date, description_raw, content_hash, created_at, "
          "updated_at)"
          " VALUES ('greenhouse','acme','" +
          number + "','C++ Engineer " + number +
          "','Acme',"
          "'https://acme.example/" +
          number +
          "','We build bridges.','[\"US\"]',1,1785000000,"
          "'<p>We build bridges.</p>','h" +
          number + "',1785000000,1785000000)");
    }
    return true;
  }();
  static_cast<void>(kIsFilled);
  host.sent.clear();
  host.logged.clear();
  return host;
}

/// The bytes up to the separator, which are taken away.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

/// As the platform hands addresses over: whatever is no ASCII or blank comes percent-encoded.
std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain = byte > 0x20 && byte < 0x7F;
    out += is_plain
               ? std::string(1, c)
               : std::string{'%', "0123456789ABCDEF"[byte >> 4U], "0123456789ABCDEF"[byte & 15U]};
  }
  return out;
}

bool is_json(const api::HttpResponse& response) {
  return std::ranges::any_of(response.headers, [](const Header& header) {
    return header.name == "content-type" && header.value.starts_with("application/json");
  });
}

}  // namespace

void fuzz(std::string_view input) {
  if (input.empty()) return;
  api::HttpRequest request;
  request.method = kMethods[static_cast<unsigned char>(input.front()) % kMethods.size()];
  input.remove_prefix(1);
  request.origin = "https://jobs.example";
  request.path = encoded(take(input, '?'));
  if (!request.path.starts_with('/')) request.path = "/api/v3/" + request.path;
  request.query = encoded(take(input, '\n'));
  request.authorization = "Bearer " + std::string(take(input, '\n'));
  request.body = input;
  request.sync_token = "a";
  SqliteHost& host = database();
  host.web = [&](const Request&) {
    Response answer;
    answer.status = 200;
    answer.body = request.body;
    return answer;
  };
  const api::HttpResponse response = api::handle(host, request);
  FUZZ_CHECK(response.status >= 200 && response.status < 600 && response.status != 500);
  FUZZ_CHECK(is_valid_utf8(response.body));
  if (is_json(response) && request.method != std::string("HEAD")) {
    FUZZ_CHECK(response.body.empty() || nlohmann::json::accept(response.body));
  }
}

}  // namespace spearyx::testing
