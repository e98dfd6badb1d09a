#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/text/plain_text.h"
#include "normalize/text/text.h"
#include "normalize/text/web_url.h"
#include "sources/reader.h"
#include "support/percent.h"
#include "support/scan.h"

/// The RemoteOK feed, https://remoteok.com/api: the newest hundred postings, or fewer, with a tag.
///
/// Each description ends with a tag that is the requester's own address in base64. The reader cuts
/// it off before anything else happens to the text, so that a posting is the same whoever asks, and
/// no failure of this reader quotes the body.
namespace spearyx::remoteok {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePosting {
  wire::Field id;
  wire::Field position;
  wire::Field tags;
  wire::Field company;
  wire::Field location;
  wire::Field description;
  wire::Field url;
  wire::Field apply_url;
  wire::Field epoch;
  wire::Field date;
  wire::Field salary_min;
  wire::Field salary_max;
};

namespace {

/// The tags in the order of their turns.
constexpr std::array<std::string_view, 13> kTags{
    "dev",     "engineer",  "devops",  "design",  "marketing", "developer", "frontend",
    "backend", "fullstack", "product", "project", "data",      "support"};

/// The words in front of the requester's address.
constexpr std::string_view kAddressMark = "please mention the word";

std::string_view without_address(std::string_view text) {
  const auto may_begin = [](auto byte) { return (byte | 0x20) == kAddressMark.front(); };
  std::size_t at = find_byte(text, 0, may_begin);
  while (at < text.size() &&
         !normalize::iequals(text.substr(at, kAddressMark.size()), kAddressMark)) {
    at = find_byte(text, at + 1, may_begin);
  }
  return text.substr(0, at);
}

/// The text with real newlines: they come as a backslash and an n.
std::string repaired(std::string_view text) {
  return normalize::unescape_newlines(without_address(text));
}

std::string plain(const wire::Field& field, std::string_view what, wire::SoftFields& fields) {
  return normalize::plain_text(repaired(fields.code(field, what)));
}

/// Whether the element is the notice that the feed begins with, whose members differ from time to
/// time.
bool is_notice(const WirePosting& posting) {
  return posting.id.str.empty() && posting.position.str.empty();
}

/// Whether the posting has the tag that was asked for, because the source does not always heed the
/// parameter; without one, any of our tags.
bool is_tagged(const std::vector<std::string>& tags, std::string_view asked) {
  return std::ranges::any_of(tags, [asked](const std::string& tag) {
    const auto is_same = [&tag](std::string_view other) { return normalize::iequals(tag, other); };
    return asked.empty() ? std::ranges::any_of(kTags, is_same) : is_same(asked);
  });
}

std::string link(const WirePosting& posting, wire::SoftFields& fields) {
  std::string url = fields.code(posting.url, "link");
  return normalize::is_web_url(url) ? url : fields.code(posting.apply_url, "link");
}

Posting to_posting(const WirePosting& wire, std::vector<std::string> tags,
                   wire::SoftFields& fields) {
  Posting posting;
  posting.title = normalize::plain_text(repaired(wire::code(wire.position)));
  posting.company = plain(wire.company, "company", fields);
  posting.url = link(wire, fields);
  posting.location = plain(wire.location, "place", fields);
  posting.labels = std::move(tags);
  posting.description = without_address(fields.html(wire.description));
  posting.description_format = DescriptionFormat::kHtmlOfOneLine;
  // The same moment stands in both.
  const auto epoch = fields.date(wire.epoch);
  posting.post_date = epoch ? epoch : fields.date(wire.date);
  // 0 and 0 where nothing is stated; neither currency nor period ever is.
  fields.pay({.min = wire.salary_min, .max = wire.salary_max}, posting);
  return posting;
}

void read_element(const WirePosting& wire, std::string_view tag, Listing& listing) {
  if (is_notice(wire)) return listing.skip();
  if (!listing.meet(wire::id(wire.id), wire.position.str)) return;
  wire::SoftFields fields(listing);
  std::vector<std::string> tags = fields.texts(wire.tags, "tags");
  if (!is_tagged(tags, tag)) return listing.filter("not tagged as asked");
  listing.keep(to_posting(wire, std::move(tags), fields));
}

std::string page_path(const FeedRequest& request) {
  return "/api?tag=" + encode_percent(request.tag);
}

/// Reads a page, `[notice, posting, …]`.
Result<FeedPage> read_page(std::string_view body, const FeedRequest& request, Listing& listing) {
  wire::Views page;
  // The detail would quote the body, and with it perhaps the requester's address.
  if (auto read = wire::read_whole(page, body); !read) return fail(read.error().code);
  wire::read_each<WirePosting>(page, listing, [&](const WirePosting& element) {
    read_element(element, request.tag, listing);
  });
  return FeedPage{};
}

}  // namespace
}  // namespace spearyx::remoteok

template <>
const spearyx::FeedReader spearyx::kReader<spearyx::Source::kRemoteOk>{
    .shape = {.list = "", .marks = {"position", "legal"}, .place = {"location"}},
    .tags = remoteok::kTags,
    .end = FeedEnd::kUnseen,
    .page_path = remoteok::page_path,
    .read_page = remoteok::read_page};
