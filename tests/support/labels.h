#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Hand-made labels of recorded postings (../shared/labels, its README has the conventions), and
/// the core's answers to them: each labelled posting goes through its source's own reader and
/// `to_job`.
namespace spearyx::testing {

enum class LabelKind : std::uint8_t { kRemote, kCategory, kSalary, kScope };

/// The kinds of labels, which are also the names of the files.
inline constexpr std::string_view kLabelKinds[] = {"remote", "category", "salary", "scope"};

enum class LabelOutcome : std::uint8_t {
  kRight,
  kWrong,
  /// The source has no reader, or its reader does not read an answer of this form.
  kNoReader,
  /// The posting is not in its file, or its reader refuses it.
  kNotRead,
};

/// One line of a label file, and the core's answer.
struct LabelAnswer {
  std::string source;
  std::string file;
  std::string external_id;
  /// The sureness of the label's author; doubtful labels are reported apart.
  bool is_sure = false;
  std::string note;
  LabelOutcome outcome = LabelOutcome::kNotRead;
  /// The label in the form of its file, columns joined by spaces.
  std::string expected;
  std::string answered;
  std::string title;
};

/// Tells whether the label files and the payloads are beside the project.
[[nodiscard]] bool has_labels();

/// Asks the core for every line of a label file. The rules of remote work answer whether a posting
/// is remote; everything else is answered as if it were remote.
[[nodiscard]] std::vector<LabelAnswer> answer_labels(LabelKind kind);

/// The number of lines with a right answer, of those with a reader.
struct LabelScore {
  std::int64_t right = 0;
  std::int64_t asked = 0;

  void add(const LabelAnswer& answer);
  /// The share in percent; 100 where nothing was asked.
  [[nodiscard]] double percent() const;
};

}  // namespace spearyx::testing
