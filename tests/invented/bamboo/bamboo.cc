#include "normalize/company/identity.h"
#include "sources/reader.h"

/// The Bamboo board API, https://bamboo.example/docs.
namespace spearyx::bamboo {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  std::optional<wire::Views> openings;
};

struct WireOpening {
  wire::Field id;
  wire::Field title;
  wire::Field link;
  wire::Field place;
  wire::Field isRemote;
  wire::Field html;
  wire::Field posted;
};

namespace {

void read_opening(const WireOpening& wire, const Company& company, Listing& listing) {
  if (!listing.meet(wire::id(wire.id), wire.title.str)) return;
  wire::SoftFields fields(listing);
  if (!fields.flag(wire.isRemote, "workplace")) return listing.filter("isRemote says on-site");
  Posting posting;
  posting.title = wire::text(wire.title);
  posting.company = normalize::company_name(company);
  posting.url = wire::code(wire.link);
  posting.location = fields.text(wire.place, "place");
  posting.description = fields.html(wire.html);
  posting.post_date = fields.date(wire.posted);
  posting.remote_reason = "isRemote says remote";
  listing.keep(std::move(posting));
}

/// The slug is the host; one answer holds the whole board, and there is no smaller question.
std::string probe_path(std::string_view /*slug*/) { return "/openings.json"; }

std::string page_path(std::string_view slug, std::int64_t /*skip*/) { return probe_path(slug); }

Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.openings) return fail(ErrorCode::kUnexpectedShape, "no list of openings");
  wire::read_each<WireOpening>(*page.openings, listing, [&](const WireOpening& opening) {
    read_opening(opening, company, listing);
  });
  return std::ssize(*page.openings);
}

}  // namespace
}  // namespace spearyx::bamboo

template <>
const spearyx::BoardReader spearyx::kReader<spearyx::Source::kBamboo>{
    .shape = {.list = "openings", .marks = {"isRemote"}},
    .page_path = bamboo::page_path,
    .probe_path = bamboo::probe_path,
    .read_page = bamboo::read_page};
