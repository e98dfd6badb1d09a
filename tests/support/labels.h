#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Hand-made labels of recorded postings (../shared/labels, its README has the conventions), and how the
/// core answers them: each labelled posting goes through its source's own reader and `to_job`.
namespace spearyx::testing {

enum class LabelKind : std::uint8_t { kRemote, kCategory, kSalary, kScope };

/// "remote", "category", "salary", "scope": the names of the files, too.
inline constexpr std::string_view kLabelKinds[] = {"remote", "category", "salary", "scope"};

enum class LabelOutcome : std::uint8_t {
  kRight,
  kWrong,
  /// The source has no reader, or its reader none for an answer of this form.
  kNoReader,
  /// The posting is not in its file, or its reader refuses it.
  kNotRead,
};

/// One line of a label file, and what the core says.
struct LabelAnswer {
  std::string source;
  std::string file;
  std::string external_id;
  /// The label's author was sure of it; doubtful labels are reported apart.
  bool is_sure = false;
  std::string note;
  LabelOutcome outcome = LabelOutcome::kNotRead;
  /// In the form of the label file, columns joined by spaces.
  std::string expected;
  std::string answered;
  std::string title;
};

/// Tells whether the label files and the payloads are beside the project.
[[nodiscard]] bool has_labels();

/// Asks the core for every line of a label file. Whether a posting is remote is asked of the rules of
/// remote work; everything else is asked as if the posting were remote.
[[nodiscard]] std::vector<LabelAnswer> answer_labels(LabelKind kind);

/// How many of the lines with a reader are answered right.
struct LabelScore {
  std::int64_t right = 0;
  std::int64_t asked = 0;

  void add(const LabelAnswer& answer);
  /// In percent; 100 where nothing was asked.
  [[nodiscard]] double percent() const;
};

}  // namespace spearyx::testing
