#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/remote/rule.h"
#include "normalize/scope/scope.h"
#include "normalize/text/text.h"
#include "sources/reader.h"
#include "support/percent.h"

/// The Greenhouse job board API, https://developers.greenhouse.io/job-board.html.
namespace spearyx::greenhouse {

// The wire format. Reflection needs types with linkage, hence no anonymous namespace.
struct WirePage {
  std::optional<wire::Views> jobs;
};

struct WireNamed {
  wire::Field name;
};

struct WireOffice {
  wire::Field name;
  wire::Field location;
};

struct WireMetadata {
  wire::Field name;
  wire::Field value;
};

struct WirePosting {
  wire::Field id;
  wire::Field title;
  wire::Field absolute_url;
  wire::Field company_name;
  wire::Field location;
  wire::Field offices;
  wire::Field departments;
  wire::Field metadata;
  wire::Field first_published;
  wire::Field content;
};

namespace {

/// The fields that decide whether a posting is wanted.
struct Head {
  std::string location;
  std::vector<WireOffice> offices;
  /// The names of the offices, in their order; "" where an office has none.
  std::vector<std::string> office_names;
  std::vector<WireMetadata> metadata;
};

std::vector<std::string> names_of(const wire::Field& list, std::string_view what,
                                  wire::SoftFields& fields) {
  std::vector<std::string> names;
  for (const WireNamed& entry : fields.objects<WireNamed>(list, what)) {
    std::string name = fields.text(entry.name, what);
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

Head read_head(const WirePosting& posting, wire::SoftFields& fields) {
  const auto location = fields.object<WireNamed>(posting.location, "place");
  Head head{.location = fields.text(location.name, "place"),
            .offices = fields.objects<WireOffice>(posting.offices, "place"),
            .office_names = {},
            .metadata = fields.objects<WireMetadata>(posting.metadata, "workplace")};
  for (const WireOffice& office : head.offices) {
    head.office_names.push_back(fields.text(office.name, "place"));
  }
  return head;
}

/// The values of an employer's own field, which holds a text, a list of texts, a boolean or
/// anything else.
std::vector<std::string> metadata_values(const wire::Field& value) {
  if (value.str == "true" || value.str == "false") return {std::string(value.str)};
  if (!value.str.starts_with('[')) return {wire::text(value)};
  std::vector<std::string> texts;
  wire::Views elements;
  if (!wire::read_one(elements, value.str)) return texts;
  for (const wire::Field& element : elements) texts.push_back(wire::text(element));
  return texts;
}

/// The value of the first text field whose name has one of these words.
std::string metadata_named(const Head& head, std::initializer_list<std::string_view> names) {
  for (const WireMetadata& field : head.metadata) {
    const std::string name = normalize::ascii_lower(wire::text(field.name));
    const bool is_named =
        std::ranges::any_of(names, [&](std::string_view wanted) { return name.contains(wanted); });
    if (is_named && field.value.str.starts_with('"')) return wire::text(field.value);
  }
  return {};
}

normalize::RemoteVerdict remote_verdict(const Head& head) {
  struct Entry {
    std::string name;
    std::vector<std::string> values;
  };
  std::vector<Entry> entries;
  for (const WireMetadata& field : head.metadata) {
    entries.push_back({wire::text(field.name), metadata_values(field.value)});
  }
  std::vector<normalize::Metadata> metadata;
  for (const Entry& entry : entries) {
    for (const std::string& value : entry.values) metadata.push_back({entry.name, value});
  }
  std::vector<std::string_view> offices(head.office_names.begin(), head.office_names.end());
  std::erase(offices, "");
  return normalize::greenhouse_remote(head.location, offices, metadata);
}

/// The names of the offices, and the places of those whose name does not say it, as "HQ".
std::vector<std::string> offices_of(Head head, wire::SoftFields& fields) {
  std::vector<std::string> offices = std::move(head.office_names);
  for (std::size_t i = 0; i < head.offices.size(); ++i) {
    if (!normalize::remote_scope(offices[i]).empty()) continue;
    offices.push_back(fields.text(head.offices[i].location, "place"));
  }
  std::erase(offices, "");
  return offices;
}

Posting to_posting(const WirePosting& wire, Head head, wire::SoftFields& fields) {
  Posting posting;
  posting.title = wire::text(wire.title);
  posting.employment_type =
      metadata_named(head, {"employment type", "time type", "contract type", "worker type"});
  posting.levels = {metadata_named(head, {"seniority", "experience level", "job level"})};
  posting.url = wire::code(wire.absolute_url);
  posting.location = std::move(head.location);
  posting.offices = offices_of(std::move(head), fields);
  posting.tags = names_of(wire.departments, "tags", fields);
  posting.post_date = fields.date(wire.first_published);
  posting.description = fields.html(wire.content);
  posting.description_format = DescriptionFormat::kEscapedHtml;
  return posting;
}

void read_posting(const WirePosting& wire, const Company& company, Listing& listing) {
  if (!listing.meet(wire::integer(wire.id), wire.title.str)) return;
  wire::SoftFields fields(listing);
  std::string company_name = fields.text(wire.company_name, "company");
  if (company_name.empty()) company_name = company.name;
  if (listing.company_name.empty()) listing.company_name = company_name;
  Head head = read_head(wire, fields);
  const normalize::RemoteVerdict verdict =
      wire::settle(remote_verdict(head), wire.title, {wire.content});
  if (verdict.decision != normalize::RemoteDecision::kRemote) return listing.filter(verdict.reason);
  Posting posting = to_posting(wire, std::move(head), fields);
  posting.company = std::move(company_name);
  listing.keep(std::move(posting), verdict);
}

/// The page without the postings' descriptions.
std::string probe_path(std::string_view slug) {
  return "/v1/boards/" + encode_path_segment(slug) + "/jobs";
}

/// The page; one answer holds the whole board.
std::string page_path(std::string_view slug, std::int64_t /*skip*/) {
  return probe_path(slug) + "?content=true";
}

Result<std::int64_t> read_page(std::string_view body, const Company& company, Listing& listing) {
  WirePage page;
  if (auto read = wire::read_whole(page, body); !read) return std::unexpected(read.error());
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  wire::read_each<WirePosting>(*page.jobs, listing, [&](const WirePosting& posting) {
    read_posting(posting, company, listing);
  });
  return std::ssize(*page.jobs);
}

}  // namespace
}  // namespace spearyx::greenhouse

template <>
const spearyx::BoardReader spearyx::kReader<spearyx::Source::kGreenhouse>{
    .shape = {.list = "jobs",
              .marks = {"meta", "absolute_url", "internal_job_id"},
              .place = {"location.name"}},
    .page_path = greenhouse::page_path,
    .probe_path = greenhouse::probe_path,
    .read_page = greenhouse::read_page};
