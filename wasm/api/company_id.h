#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace spearyx::api {

/// The fixed segments beside that of an id in "/companies/{id}".
inline constexpr std::array<std::string_view, 2> kFixedCompanyPaths{"retry", "suggest"};

/// A company as addresses name it: by its key, and where that is not enough, by places of it.
struct CompanyId {
  struct Place {
    std::string source;
    /// The slug of a board; "" at a feed.
    std::string board;

    bool operator==(const Place&) const = default;
  };

  /// The key that the spellings of its name share.
  std::string key;
  std::vector<Place> places{};

  /// The id as a text: "acme", "acme~lever~acme-labs", "acme~lever~acme-labs~remoteok~". It is no
  /// fixed segment ("suggest~"), and signs alone are written by their bytes: "~!" as "0x7e21".
  [[nodiscard]] std::string text() const;
  /// The words of the index for its postings, without their state: one for each place.
  [[nodiscard]] std::vector<std::string> index_words() const;
};

/// The id that a text gives; any other text is a name. The key of a name is that of
/// normalize/company/identity.h; that of a name of signs alone is itself in lower case.
[[nodiscard]] CompanyId read_company_id(std::string_view text);

}  // namespace spearyx::api
