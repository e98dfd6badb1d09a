#include "sources/reader.h"

/// The Sprout feed, https://sprout.example/docs: the newest postings, all remote, asked once an hour.
namespace spearyx::sprout {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WireSeed {
  wire::Field number;
  wire::Field name;
  wire::Field firm;
  wire::Field href;
  wire::Field countries;
  wire::Field text;
  wire::Field at;
};

namespace {

void read_seed(const WireSeed& wire, Listing& listing) {
  if (!listing.meet(wire::integer(wire.number), wire.name.str)) return;
  wire::SoftFields fields(listing);
  Posting posting;
  posting.title = wire::text(wire.name);
  posting.company = fields.text(wire.firm, "company");
  posting.url = wire::code(wire.href);
  posting.places = fields.texts(wire.countries, "place");
  posting.description = fields.html(wire.text);
  posting.post_date = fields.date(wire.at);
  listing.keep(std::move(posting));
}

std::string page_path(const FeedRequest& /*request*/) { return "/seeds.json"; }

Result<FeedPage> read_page(std::string_view body, const FeedRequest& /*request*/,
                           Listing& listing) {
  wire::Views page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  wire::read_each<WireSeed>(page, listing,
                            [&listing](const WireSeed& seed) { read_seed(seed, listing); });
  return FeedPage{};
}

}  // namespace
}  // namespace spearyx::sprout

template <>
const spearyx::FeedReader spearyx::kReader<spearyx::Source::kSprout>{
    .shape = {.list = "", .marks = {"firm", "href"}},
    .max_age_days = 14,
    .page_path = sprout::page_path,
    .read_page = sprout::read_page};
