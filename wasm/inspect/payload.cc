#include "inspect/payload.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "sources/reader.h"
#include "support/utf8.h"

namespace spearyx::inspect {
namespace {

using Members = std::map<std::string, wire::Field, std::less<>>;

bool has_mark(const Members& members, const wire::Shape& shape) {
  return std::ranges::any_of(
      shape.marks, [&](std::string_view mark) { return !mark.empty() && members.contains(mark); });
}

bool has_mark(std::string_view element, const wire::Shape& shape) {
  Members members;
  return wire::read_one(members, element) && has_mark(members, shape);
}

/// An answer from outside: the members of the object that it is, or the list.
class Answer {
 public:
  static Result<Answer> of(std::string_view text, bool is_object) {
    Answer answer;
    auto read =
        is_object ? wire::read_whole(answer.members_, text) : wire::read_whole(answer.list_, text);
    if (!read) return std::unexpected(std::move(read.error()));
    answer.is_object_ = is_object;
    return answer;
  }

  /// The elements, if an answer of the source looks like this one.
  [[nodiscard]] std::optional<std::vector<std::string_view>> elements(
      const wire::Shape& shape) const {
    if (is_object_ == shape.list.empty()) return std::nullopt;
    wire::Views list = list_;
    if (is_object_) {
      const auto found = members_.find(shape.list);
      if (found == members_.end() || !wire::read_one(list, found->second.str)) return std::nullopt;
    }
    std::vector<std::string_view> elements;
    for (const wire::Field& element : list) elements.push_back(element.str);
    return elements;
  }

  [[nodiscard]] bool is_marked(const wire::Shape& shape) const { return has_mark(members_, shape); }

 private:
  Members members_;
  wire::Views list_;
  bool is_object_ = false;
};

/// Finds the source of an answer. The first posting with a mark decides; marks of the answer itself
/// count less.
std::optional<Payload> detect(const Answer& answer) {
  std::optional<Payload> first;
  std::optional<Payload> marked;
  for (const SourceInfo& row : kSources) {
    const wire::Shape& shape = shape_of(row.source);
    auto elements = answer.elements(shape);
    if (!elements) continue;
    const bool is_told = std::ranges::any_of(
        *elements, [&](std::string_view element) { return has_mark(element, shape); });
    Payload payload{row.source, *std::move(elements)};
    if (is_told) return payload;
    if (!marked && answer.is_marked(shape)) marked = payload;
    if (!first) first = std::move(payload);
  }
  if (marked) return marked;
  return first && first->elements.empty() ? first : std::nullopt;
}

/// The error for a payload without a known source. Cutting is lenient inside the postings, so a
/// syntax error comes first here.
std::unexpected<Error> unknown_source(std::string_view text, std::string_view complaint) {
  if (const auto outcome = validate_json(text)) {
    return fail(ErrorCode::kMalformedJson, "at byte " + std::to_string(outcome.count));
  }
  return fail(ErrorCode::kUnexpectedShape, std::string(complaint));
}

bool has_list(const Answer& answer) {
  return std::ranges::any_of(kSources, [&](const SourceInfo& row) {
    return answer.elements(shape_of(row.source)).has_value();
  });
}

std::string wanted_form(Source source) {
  const std::string_view list = shape_of(source).list;
  const std::string form =
      list.empty() ? "a list" : "an object with a list of " + std::string(list);
  return std::string(info(source).display_name) + " answers " + form + ", and this is none";
}

}  // namespace

Result<Payload> read_payload(std::string_view text, std::optional<Source> chosen) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return fail(ErrorCode::kMalformedJson, "there is no text");
  if (const std::size_t valid = valid_utf8_prefix(text); valid < text.size()) {
    return fail(ErrorCode::kMalformedJson, "not UTF-8 at byte " + std::to_string(valid));
  }
  const auto answer = Answer::of(text, text[first] == '{');
  if (!answer) return std::unexpected(answer.error());
  if (chosen) {
    auto elements = answer->elements(shape_of(*chosen));
    if (!elements) return unknown_source(text, wanted_form(*chosen));
    return Payload{*chosen, *std::move(elements)};
  }
  if (auto payload = detect(*answer)) return *std::move(payload);
  return unknown_source(text, has_list(*answer) ? "no posting has a field that tells its source"
                                                : "no list of postings");
}

}  // namespace spearyx::inspect
