#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "normalize/text/text.h"
#include "support/utf8.h"
#include "support/windows1252.h"

// Mojibake is a run of characters that are, byte for byte, UTF-8. Whether such a run is damage or
// honest text is decided by what correct text never holds: C1 control characters, several sequences
// in a row, or a capital accented letter glued to a symbol inside a word.
namespace spearyx::normalize {
namespace {

constexpr bool is_c1_control(char32_t c) { return c >= 0x80 && c <= 0x9F; }

/// The byte that was misread as this character, if any.
std::optional<std::uint8_t> misread_byte(char32_t c) {
  if (c >= 0x80 && c <= 0xFF) return static_cast<std::uint8_t>(c);
  for (std::size_t i = 0; i < kWindows1252.size(); ++i) {
    if (kWindows1252[i] == c) return static_cast<std::uint8_t>(0x80 + i);
  }
  return std::nullopt;
}

/// A character whose two to four bytes were read as characters.
struct Sequence {
  char32_t original = 0;
  std::size_t length = 0;  // bytes it takes now
  std::uint8_t lead = 0;
  std::uint8_t second = 0;
  char32_t last_misread = 0;
  bool has_c1 = false;
};

std::optional<Sequence> read_sequence(std::string_view text, std::size_t at) {
  std::array<char, 4> bytes{};
  std::array<Utf8Char, 4> misread{};
  std::size_t count = 0;
  for (std::size_t next = at; count < bytes.size() && next < text.size(); ++count) {
    misread[count] = decode_utf8(text, next);
    const auto byte = misread_byte(misread[count].code_point);
    if (!byte) break;
    bytes[count] = static_cast<char>(*byte);
    next += misread[count].length;
  }
  if (count < 2) return std::nullopt;
  const Utf8Char original = decode_utf8({bytes.data(), count}, 0);
  if (original.length < 2 || !is_valid_utf8({bytes.data(), original.length})) return std::nullopt;

  Sequence sequence{.original = original.code_point,
                    .lead = static_cast<std::uint8_t>(bytes[0]),
                    .second = static_cast<std::uint8_t>(bytes[1]),
                    .last_misread = misread[original.length - 1].code_point};
  for (std::size_t i = 0; i < original.length; ++i) {
    sequence.length += misread[i].length;
    sequence.has_c1 |= is_c1_control(misread[i].code_point);
  }
  // A control character is worth restoring only as a step of text damaged twice.
  if (is_c1_control(sequence.original) && !sequence.has_c1) return std::nullopt;
  return sequence;
}

/// A run of sequences without a gap between them.
struct Run {
  std::string original;
  std::size_t length = 0;
  std::size_t sequences = 0;
  bool has_c1 = false;
  Sequence first;
};

Run read_run(std::string_view text, std::size_t at) {
  Run run;
  while (const auto sequence = read_sequence(text, at + run.length)) {
    if (run.sequences++ == 0) run.first = *sequence;
    append_utf8(run.original, sequence->original);
    run.length += sequence->length;
    run.has_c1 |= sequence->has_c1;
    if (at + run.length >= text.size()) break;
  }
  return run;
}

constexpr bool is_upper(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
}

constexpr bool is_letter(char32_t c) {
  return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0x17F && c != 0xF7);
}

char32_t character_before(std::string_view text, std::size_t at) {
  while (at > 0) {
    const auto byte = static_cast<std::uint8_t>(text[--at]);
    if ((byte & 0xC0U) != 0x80) return decode_utf8(text, at).code_point;
  }
  return 0;
}

char32_t character_at(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_utf8(text, at).code_point : 0;
}

constexpr bool is_quoted_by(char32_t before, char32_t after) {
  return (before == U'«' && after == U'»') || (before == U'‹' && after == U'›') ||
         (before == U'“' && after == U'”') || (before == U'‘' && after == U'’') ||
         (before == U'„' && (after == U'“' || after == U'”')) ||
         (before == U'‚' && (after == U'‘' || after == U'’')) ||
         (before == U'”' && after == U'”') || (before == U'’' && after == U'’') ||
         (before == U'»' && after == U'«');
}

/// Whether a pair is a letter of real postings: Latin, Greek, Cyrillic or Arabic. Other two-byte
/// leads (É, È, Ö, Ü, ß …) more often end a word before a quotation mark; of those only ș and ț
/// come back.
constexpr bool is_plausible_pair(const Sequence& s) {
  const bool is_romanian = s.lead == 0xC8 && s.second >= 0x98 && s.second <= 0x9B;
  return is_romanian || (s.lead >= 0xC2 && s.lead <= 0xC5) || (s.lead >= 0xCE && s.lead <= 0xD1) ||
         s.lead == 0xD8 || s.lead == 0xD9;
}

/// Whether a single pair without a control character is broken: "Ã³" in "KrakÃ³w" is, but not "Ã…"
/// in "AMANHÃ…". No word in capitals ends in Â.
bool is_broken_pair(const Sequence& s, char32_t before, char32_t after) {
  if (!is_plausible_pair(s) || is_quoted_by(before, s.last_misread)) return false;
  return s.lead == 0xC2 || !is_upper(before) || is_letter(after);
}

/// Whether a triple is broken: typographic signs, kana, Vietnamese, full-width forms and emoji.
/// Letters as ends of words (é, à, á, hâlâ) followed by a no-break space and a quotation mark are
/// left alone.
bool is_broken_triple(const Sequence& s, char32_t after) {
  switch (s.lead) {
    case 0xE1:
      return (s.second == 0xBA || s.second == 0xBB) && is_letter(after);
    case 0xE2:
      return s.second < 0xA0 && s.second != 0x85 && (s.second < 0x91 || s.second > 0x94);
    case 0xE3:
      return s.second <= 0x83;
    case 0xEF:
      return true;
    case 0xF0:
      return s.second == 0x9F;
    default:
      return false;
  }
}

bool is_mojibake(const Run& run, std::string_view text, std::size_t at) {
  if (run.sequences == 0) return false;
  if (run.has_c1 || run.sequences > 1) return true;
  const char32_t after = character_at(text, at + run.length);
  if (run.first.lead >= 0xE0) return is_broken_triple(run.first, after);
  return is_broken_pair(run.first, character_before(text, at), after);
}

/// The first byte of a misread lead byte: every lead byte, C2 to F4, was misread as a character
/// that begins with it in UTF-8.
constexpr char kFirstByteOfLead = '\xC3';

std::string repair_once(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  std::size_t at = text.find(kFirstByteOfLead);
  while (at != text.npos) {
    const Run run = read_run(text, at);
    if (is_mojibake(run, text, at)) {
      out.append(text, copied, at - copied).append(run.original);
      copied = at + run.length;
    }
    at = text.find(kFirstByteOfLead, at + std::max<std::size_t>(run.length, 1));
  }
  return out.append(text, copied);
}

/// The rest of a character that was cut in half, and the text to put in its place.
struct Half {
  std::size_t length = 0;
  std::string_view original{};
};

/// Reads the first half of a pair. The second half of "à" and of a no-break space is itself a
/// no-break space, which is folded into a plain one. So the first half stands behind a small
/// letter, where no correct text has such a capital.
Half read_half_pair(std::string_view text, std::size_t at, const Utf8Char& lead) {
  const char32_t before = character_before(text, at);
  const bool follows_small = is_letter(before) && !is_upper(before);
  const char32_t after = character_at(text, at + lead.length);
  if (!follows_small || (after != 0 && after != ' ')) return {};
  return {lead.length, lead.code_point == U'Ã' && after == ' ' ? "à" : ""};
}

/// Reads the first bytes of a character at the end of a text that was cut to a length.
Half read_half_triple(std::string_view text, std::size_t at, const Utf8Char& lead) {
  constexpr std::size_t kMostLeft = 2;
  std::array<std::uint8_t, 1 + kMostLeft> bytes{};
  std::size_t count = 0;
  std::size_t next = at;
  for (; count < bytes.size() && next < text.size(); ++count) {
    const Utf8Char misread = decode_utf8(text, next);
    const auto byte = misread_byte(misread.code_point);
    if (!byte) return {};
    bytes[count] = *byte;
    next += misread.length;
  }
  if (next < text.size() || count < 2 || lead.code_point < 0xE0) return {};
  const Sequence sequence{.lead = bytes[0], .second = bytes[1]};
  const bool is_symbol = sequence.lead == 0xE2 || sequence.lead == 0xE3 || sequence.lead == 0xF0;
  if (!is_symbol || !is_broken_triple(sequence, 0)) return {};
  return {next - at};
}

Half read_half(std::string_view text, std::size_t at) {
  const Utf8Char lead = decode_utf8(text, at);
  const bool is_pair = lead.code_point == U'Ã' || lead.code_point == U'Â';
  return is_pair ? read_half_pair(text, at, lead) : read_half_triple(text, at, lead);
}

std::string without_halves(std::string_view text) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t at = text.find(kFirstByteOfLead); at != text.npos;) {
    const Half half = read_half(text, at);
    if (half.length > 0) {
      out.append(text, copied, at - copied).append(half.original);
      copied = at + half.length;
    }
    at = text.find(kFirstByteOfLead, at + std::max<std::size_t>(half.length, 1));
  }
  return out.append(text, copied);
}

}  // namespace

std::string repair_mojibake(std::string_view text) {
  // Text damaged twice needs two passes; the bound keeps hostile input linear.
  constexpr int kMaxPasses = 3;
  std::string out(text);
  for (int pass = 0; pass < kMaxPasses && out.find(kFirstByteOfLead) != out.npos; ++pass) {
    std::string repaired = repair_once(out);
    if (repaired.size() == out.size()) break;
    out = std::move(repaired);
  }
  return out.contains(kFirstByteOfLead) ? without_halves(out) : out;
}

}  // namespace spearyx::normalize
