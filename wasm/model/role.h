#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Roles: all postings of one job of one employer, however often and wherever it is posted.
namespace spearyx {

/// A run of characters in the sketch of a text.
struct SketchPart {
  std::size_t begin;
  std::size_t size;

  [[nodiscard]] constexpr std::string_view of(std::string_view sketch) const {
    return sketch.substr(begin, size);
  }
};

/// The layout of a sketch, 59 ASCII characters: how many words the text has, and of the whole text, of
/// its first 200 words and of its first 30 so many minimal hashes of three words in a row. Texts that
/// share a part of their word triples agree in that part of the places. The last part is no part of
/// the text: it stands for the words of the title that the role's key leaves out.
namespace sketch {
inline constexpr SketchPart kLength{0, 4};
inline constexpr SketchPart kWhole{4, 32};
inline constexpr SketchPart kHead{36, 12};
inline constexpr SketchPart kOpening{48, 8};
inline constexpr SketchPart kText{0, 56};
inline constexpr SketchPart kNames{56, 3};
inline constexpr std::size_t kSize = 59;

inline constexpr std::int64_t kHeadWords = 200;
inline constexpr std::int64_t kOpeningWords = 30;
}  // namespace sketch

/// The number of words in the text of a sketch; 0 for anything else.
[[nodiscard]] std::int64_t words_in(std::string_view sketch);

/// The thresholds of likeness; `store/roles.cc` uses the same ones in SQL.
namespace likeness {
/// The estimated share of the shorter text's word triples that stand in the longer one, in percent.
inline constexpr std::int64_t kSharePercent = 77;
/// The places that must agree across boards or feeds, where one text may be the beginning of the
/// other: those of the head, or where a text is short, of the opening.
inline constexpr std::int64_t kHeadPlaces = 10;
inline constexpr std::int64_t kOpeningPlaces = 7;
/// The greatest length of a short text in words, and the least length of one that can be recognised
/// elsewhere.
inline constexpr std::int64_t kShortText = 150;
inline constexpr std::int64_t kLeastText = 20;
/// The most postings of a key that one posting is compared with.
inline constexpr std::size_t kMostCompared = 8;
}  // namespace likeness

/// A posting as the rule of roles sees it.
struct RoleMember {
  std::string source;
  /// "" for feeds.
  std::string board;
  /// The key of employer and title; postings of different keys are different roles.
  std::int64_t key = 0;
  /// The sketch of the posting's text; "" where there is none; `=` and a number where a role was
  /// joined by hand.
  std::string text;
};

/// Whether two postings have one key and texts of one role. On one board these are texts of which the
/// shorter is mostly part of the longer; where titles differ in names alone, only the very same. Elsewhere
/// one may also be the beginning of the other, but it has to say enough to be known again. Without a text
/// only postings of one board are one role.
[[nodiscard]] bool is_one_role(const RoleMember& a, const RoleMember& b);

/// The leader of each posting, as a place in the list; a leader is its own. Postings of employers
/// come before those of feeds, and earlier ones before later ones. Each posting is compared with
/// the first `kMostCompared` of its key before it, and takes the leader of the first one that it is
/// one role with.
[[nodiscard]] std::vector<std::size_t> role_leaders(std::span<const RoleMember> postings);

}  // namespace spearyx
