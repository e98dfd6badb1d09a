#include "inspect/payload.h"

#include <string>

#include "sources/wire.h"
#include "support/utf8.h"

namespace spearyx::inspect {

// The wire formats. Reflection needs types with linkage, hence no anonymous namespace.

/// Greenhouse and Himalayas wrap their postings in an object.
struct WirePage {
  std::optional<wire::Views> jobs;
  std::optional<glz::raw_json_view> totalCount;
};

/// Fields that only the postings of one source have.
struct WireMarks {
  // Greenhouse
  std::optional<glz::raw_json_view> absolute_url;
  std::optional<glz::raw_json_view> internal_job_id;
  // Lever
  std::optional<glz::raw_json_view> hostedUrl;
  std::optional<glz::raw_json_view> workplaceType;
  // Remote OK, its notice included
  std::optional<glz::raw_json_view> position;
  std::optional<glz::raw_json_view> legal;
  // Himalayas
  std::optional<glz::raw_json_view> guid;
  std::optional<glz::raw_json_view> companySlug;
};

namespace {

/// The list's name in the object that the source answers; none where it answers the list itself.
constexpr std::string_view list_name(Source source) {
  switch (source) {
    case Source::kGreenhouse:
    case Source::kHimalayas:
      return "jobs";
    case Source::kLever:
    case Source::kRemoteOk:
      return "";
  }
  return "";
}

std::optional<Source> source_by_marks(std::string_view posting) {
  WireMarks marks;
  if (!wire::read_one(marks, posting)) return std::nullopt;
  if (marks.absolute_url || marks.internal_job_id) return Source::kGreenhouse;
  if (marks.hostedUrl || marks.workplaceType) return Source::kLever;
  if (marks.position || marks.legal) return Source::kRemoteOk;
  if (marks.guid || marks.companySlug) return Source::kHimalayas;
  return std::nullopt;
}

/// The first posting that tells decides.
std::optional<Source> detect(const Payload& payload) {
  for (const std::string_view posting : payload.postings) {
    if (const auto source = source_by_marks(posting)) return source;
  }
  return std::nullopt;
}

Result<Payload> cut_list(std::string_view text) {
  wire::Views list;
  if (auto read = wire::read_whole(list, text); !read) return std::unexpected(read.error());
  // A feed of Remote OK has its notice at least.
  Payload payload{.source = Source::kLever, .postings = {}};
  for (const glz::raw_json_view& posting : list) payload.postings.push_back(posting.str);
  return payload;
}

Result<Payload> cut_object(std::string_view text) {
  WirePage page;
  if (auto read = wire::read_whole(page, text); !read) return std::unexpected(read.error());
  if (!page.jobs) return fail(ErrorCode::kUnexpectedShape, "no list of jobs");
  Payload payload{.source = page.totalCount ? Source::kHimalayas : Source::kGreenhouse,
                  .postings = {}};
  for (const glz::raw_json_view& posting : *page.jobs) payload.postings.push_back(posting.str);
  return payload;
}

/// Cutting is lenient inside the postings; where none can be told, what is broken comes first.
std::unexpected<Error> unknown_source(std::string_view text) {
  if (const auto outcome = validate_json(text)) {
    return fail(ErrorCode::kMalformedJson, "at byte " + std::to_string(outcome.count));
  }
  return fail(ErrorCode::kUnexpectedShape, "no posting has a field that tells its source");
}

}  // namespace

Result<Payload> read_payload(std::string_view text, std::optional<Source> chosen) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return fail(ErrorCode::kMalformedJson, "there is no text");
  if (const std::size_t valid = valid_utf8_prefix(text); valid < text.size()) {
    return fail(ErrorCode::kMalformedJson, "not UTF-8 at byte " + std::to_string(valid));
  }
  const bool is_object = text[first] == '{';
  auto payload = is_object ? cut_object(text) : cut_list(text);
  if (!payload) return payload;
  const auto source = chosen ? chosen : detect(*payload);
  if (!source && !payload->postings.empty()) {
    return unknown_source(text);
  }
  payload->source = source.value_or(payload->source);
  if (is_object != list_name(payload->source).empty()) return payload;
  return fail(ErrorCode::kUnexpectedShape,
              std::string(info(payload->source).display_name) +
                  (is_object ? " answers a list, and this is an object"
                             : " answers an object with a list of jobs, and this is a list"));
}

std::string payload_of(Source source, std::string_view posting) {
  const std::string list = "[" + std::string(posting) + "]";
  const std::string name(list_name(source));
  return name.empty() ? list : "{\"" + name + "\":" + list + "}";
}

}  // namespace spearyx::inspect
