#include "sources/remoteok/remoteok.h"

#include <algorithm>
#include <optional>

#include "normalize/dates.h"
#include "normalize/identity.h"
#include "normalize/text.h"
#include "normalize/web_url.h"
#include "sanitize/entities.h"
#include "sources/wire.h"

namespace spearyx::remoteok {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.

/// What decides whether an element is a posting, and a wanted one.
struct WireHead {
  std::optional<glz::raw_json_view> id;
  std::optional<glz::raw_json_view> position;
  std::optional<std::vector<std::string>> tags;
};

/// The rest; read for wanted postings only.
struct WireRest {
  std::optional<std::string> position;
  std::optional<std::string> company;
  std::optional<std::string> location;
  std::optional<std::string> description;
  std::optional<std::string> url;
  std::optional<std::string> apply_url;
  std::optional<glz::raw_json_view> epoch;
  std::optional<std::string> date;
  std::optional<glz::raw_json_view> salary_min;
  std::optional<glz::raw_json_view> salary_max;
};

namespace {

/// What follows these words carries the requester's address.
constexpr std::string_view kAddressMark = "please mention the word";

std::string_view without_address(std::string_view text) {
  const auto found = std::ranges::search(
      text, kAddressMark, [](char a, char b) { return normalize::ascii_lower(a) == b; });
  return text.substr(0, static_cast<std::size_t>(found.begin() - text.begin()));
}

/// UTF-8 comes read as Latin-1, and newlines as a backslash and an n.
std::string repaired(const std::optional<std::string>& text) {
  if (!text) return {};
  return normalize::repair_mojibake(normalize::unescape_newlines(without_address(*text)));
}

/// Plain fields hold entities besides.
std::string plain(const std::optional<std::string>& text) {
  return normalize::fold_whitespace(sanitize::decode_entities(repaired(text)));
}

bool is_notice(const WireHead& head) { return !head.id && !head.position; }

bool is_tagged(const WireHead& head, std::string_view tag) {
  return head.tags && std::ranges::any_of(*head.tags, [tag](const std::string& one) {
           return normalize::iequals(one, tag);
         });
}

/// Until 2021 a string, now a number; the same moment stands in `date`.
std::optional<UnixSeconds> post_date(const WireRest& rest) {
  const auto epoch =
      normalize::plausible_date(normalize::parse_unix_seconds(wire::text_of(rest.epoch)));
  if (epoch) return epoch;
  return normalize::plausible_date(normalize::parse_iso8601(rest.date.value_or("")));
}

std::string link(const WireRest& rest) {
  for (const auto& url : {rest.url, rest.apply_url}) {
    if (url && normalize::is_web_url(*url)) return *url;
  }
  return {};
}

Posting to_posting(std::string id, WireHead& head, const WireRest& rest) {
  Posting posting;
  posting.external_id = std::move(id);
  posting.title = plain(rest.position);
  posting.company = plain(rest.company);
  posting.url = link(rest);
  posting.location = plain(rest.location);
  posting.tags = std::move(*head.tags);
  posting.description = repaired(rest.description);
  posting.post_date = post_date(rest);
  // 0 and 0 where nothing is stated; neither currency nor period ever is.
  posting.salary_min = wire::whole(rest.salary_min);
  posting.salary_max = wire::whole(rest.salary_max);
  return posting;
}

void read_element(std::string_view json, std::string_view tag, Listing& listing) {
  WireHead head;
  const bool is_readable = wire::read_one(head, json);
  if (is_readable && is_notice(head)) return;
  listing.count_fetched();
  if (!is_readable) return listing.reject("posting is malformed");
  const std::string id = wire::text_of(head.id);
  if (id.empty()) return listing.reject("id is missing");
  if (!listing.is_first_sight(id)) return;
  if (!is_tagged(head, tag)) return listing.filter("not tagged as asked");
  WireRest rest;
  if (!wire::read_one(rest, json)) return listing.reject("posting is malformed", id);
  Posting posting = to_posting(id, head, rest);
  if (posting.title.empty()) return listing.reject("title is missing", id);
  if (posting.url.empty()) return listing.reject("link is missing", id);
  listing.keep(std::move(posting));
}

}  // namespace

std::string page_path(const FeedRequest& request) {
  return "/api?tag=" + normalize::percent_encode_query(request.tag);
}

Result<FeedPage> read_page(std::string_view body, const FeedRequest& request, Listing& listing) {
  wire::Views page;
  // The detail would quote the body, and with it perhaps the requester's address.
  if (auto read = wire::read_whole(page, body); !read) return fail(read.error().code);
  for (const glz::raw_json_view& element : page) read_element(element.str, request.tag, listing);
  return FeedPage{};
}

}  // namespace spearyx::remoteok
