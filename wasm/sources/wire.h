#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalize/remote/rule.h"
#include "sources/listing.h"
#include "support/decode.h"
#include "support/result.h"
#include "support/time.h"

/// The tools that the readers of all sources share. A page is first cut into one view per posting.
/// A posting is then decoded on its own into a struct of `Field`s, and each field is read by its
/// meaning. So a malformed posting is rejected and the rest goes on, and a malformed field costs no
/// posting.
namespace spearyx::wire {

/// A value as it is written; empty where an object lacks it.
using Field = glz::raw_json_view;
using Views = std::vector<Field>;

/// The fields in which a source states pay, as far as it has them.
struct PayFields {
  Field min{};
  Field max{};
  Field currency{};
  Field period{};
};

/// The outer form of a source's answer.
struct Shape {
  /// The name of the list of postings in the object that the source answers; "" where it answers the
  /// list itself.
  std::string_view list;
  /// Members of the answer or of a posting that no other source of the same list has, as far as we know.
  std::array<std::string_view, 4> marks{};
  /// The members of a posting that state its place, each with a dot before the member of a member.
  std::array<std::string_view, 3> place{};
};

/// The result of decoding a page as an error that quotes the place in the body.
[[nodiscard]] Result<void> explain(const glz::error_ctx& outcome, std::string_view body);

/// Decodes a whole page, which is UTF-8: `kMalformedJson` where it is not JSON to its end,
/// `kUnexpectedShape` where it is JSON of another form.
template <typename Page>
[[nodiscard]] Result<void> read_whole(Page& page, std::string_view body) {
  return explain(decode(page, body), body);
}

/// Decodes one value, mostly a struct of fields; false where it is of another form.
template <typename Value>
[[nodiscard]] bool read_one(Value& value, std::string_view json) {
  const auto outcome = decode(value, json);
  return !outcome && outcome.count == json.size();
}

/// Reads the elements of a page one by one, each decoded into a struct of fields.
template <typename Element, typename Read>
void read_each(const Views& page, Listing& listing, Read read) {
  for (const Field& json : page) {
    Element element;
    if (read_one(element, json.str)) {
      read(element);
    } else {
      listing.reject_malformed();
    }
  }
}

/// Whether a field is absent or null.
[[nodiscard]] bool is_absent(const Field& field);

/// The text of a JSON string, for links and codes; "" for anything else. Half a surrogate pair is
/// U+FFFD.
[[nodiscard]] std::string code(const Field& field);

/// A JSON integer as it is written; "" for anything else.
[[nodiscard]] std::string integer(const Field& field);

/// A JSON string or integer, for ids that a source sends as either.
[[nodiscard]] std::string id(const Field& field);

/// A JSON string or integer as text for human readers, cleansed by `normalize::plain_text`.
[[nodiscard]] std::string text(const Field& field);

/// The raw text between the quotes of a JSON string; "" for anything else.
[[nodiscard]] std::string_view quoted(const Field& field);

/// A JSON number, or one in quotes with or without words behind it, without its fraction; 0 for
/// anything else, so also for "120,000" and "90k".
[[nodiscard]] std::int64_t whole(const Field& field);
/// A number as `whole` reads it, with its hundredths.
[[nodiscard]] double decimal(const Field& field);

/// A moment, from a number of seconds or milliseconds, which may stand in quotes, or from a date of
/// ISO 8601, in UTC where it has no offset. The size of a number tells its unit. Nothing for
/// anything else, or where the moment is implausible for a posting.
[[nodiscard]] std::optional<UnixSeconds> moment(const Field& field);

/// The verdict of `normalize::settle`, which reads title and description only where they matter.
[[nodiscard]] normalize::RemoteVerdict settle(const normalize::RemoteVerdict& by_fields,
                                              const Field& title,
                                              std::initializer_list<Field> description);

/// A reader of the soft fields of a posting. A field of another type than expected is unknown, and
/// counted in the listing under the words for its subject. Absent and null ones are just absent.
class SoftFields {
 public:
  explicit SoftFields(Listing& listing) : listing_(listing) {}

  [[nodiscard]] std::string text(const Field& field, std::string_view what);
  /// A text that rules of this system read, rather than people.
  [[nodiscard]] std::string code(const Field& field, std::string_view what);
  /// A text as a list of one; an empty list where it is not stated.
  [[nodiscard]] std::vector<std::string> one(const Field& field, std::string_view what);
  /// A list of texts.
  [[nodiscard]] std::vector<std::string> texts(const Field& field, std::string_view what);
  [[nodiscard]] std::optional<UnixSeconds> date(const Field& field);
  /// An amount of money; 0 for one that is not stated.
  [[nodiscard]] double amount(const Field& field);
  /// Enters pay into a posting. Without an amount, currency and period say nothing: some sources fill
  /// them in everywhere.
  void pay(const PayFields& pay, Posting& posting);
  /// A boolean; nothing where neither is stated.
  [[nodiscard]] std::optional<bool> flag(const Field& field, std::string_view what);
  /// A description, between its quotes.
  [[nodiscard]] std::string_view html(const Field& field);
  /// A description, or where there is none, HTML made of the plain text that the source sends
  /// beside it.
  [[nodiscard]] std::string html_or_plain(const Field& html_field, const Field& plain);
  /// The elements of a list; a text alone is a list of one.
  [[nodiscard]] Views list(const Field& field, std::string_view what);

  /// A struct of fields.
  template <typename Object>
  [[nodiscard]] Object object(const Field& field, std::string_view what) {
    Object object;
    if (is_absent(field) || read_one(object, field.str)) return object;
    listing_.count_unknown(what);
    return {};
  }

  /// Structs of fields.
  template <typename Object>
  [[nodiscard]] std::vector<Object> objects(const Field& field, std::string_view what) {
    std::vector<Object> objects;
    for (const Field& element : list(field, what)) {
      objects.push_back(object<Object>(element, what));
    }
    return objects;
  }

 private:
  /// Counts a field that is stated, but not in the expected form.
  void count_if_stated(const Field& field, std::string_view what);

  Listing& listing_;
};

}  // namespace spearyx::wire
