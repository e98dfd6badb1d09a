// labels [remote|category|salary|scope | SOURCE]…: what the core answers to the hand-made labels, every
// miss by name, and how many are right by source.
#include <algorithm>
#include <cstdio>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/labels.h"

namespace {

using namespace spearyx::testing;

/// The kinds and sources that are asked for; all of them where none is named.
class Wanted {
 public:
  explicit Wanted(std::span<char*> names) {
    for (const std::string_view name : names) {
      (std::ranges::contains(kLabelKinds, name) ? kinds_ : sources_).push_back(name);
    }
  }
  [[nodiscard]] bool has_kind(std::string_view name) const { return has(kinds_, name); }
  [[nodiscard]] bool has_source(std::string_view name) const { return has(sources_, name); }

 private:
  static bool has(const std::vector<std::string_view>& names, std::string_view name) {
    return names.empty() || std::ranges::contains(names, name);
  }
  std::vector<std::string_view> kinds_;
  std::vector<std::string_view> sources_;
};

struct Scores {
  LabelScore sure;
  LabelScore unsure;
  int without_reader = 0;

  void add(const LabelAnswer& answer) {
    (answer.is_sure ? sure : unsure).add(answer);
    without_reader += answer.outcome == LabelOutcome::kNoReader ? 1 : 0;
  }
  void print(const std::string& name) const {
    std::printf("  %-16s", name.c_str());
    if (without_reader > 0) {
      std::printf("%4d lines without a reader", without_reader);
    }
    if (sure.asked + unsure.asked > 0) {
      std::printf("sure %3lld of %3lld, %5.1f %%; unsure %2lld of %2lld",
                  static_cast<long long>(sure.right), static_cast<long long>(sure.asked),
                  sure.percent(), static_cast<long long>(unsure.right),
                  static_cast<long long>(unsure.asked));
    }
    std::printf("\n");
  }
};

void print_miss(const LabelAnswer& answer) {
  std::printf("  %s %s/%s %s \"%s\"\n    is %s, should be %s: %s\n",
              answer.is_sure ? "MISS" : "unsure", answer.source.c_str(), answer.file.c_str(),
              answer.external_id.c_str(), answer.title.c_str(), answer.answered.c_str(),
              answer.expected.c_str(), answer.note.c_str());
}

void report(LabelKind kind, const Wanted& wanted) {
  std::printf("%s\n", std::string(kLabelKinds[static_cast<std::size_t>(kind)]).c_str());
  std::map<std::string, Scores> by_source;
  Scores all;
  for (const LabelAnswer& answer : answer_labels(kind)) {
    if (!wanted.has_source(answer.source)) continue;
    by_source[answer.source].add(answer);
    all.add(answer);
    const bool is_missed =
        answer.outcome == LabelOutcome::kWrong || answer.outcome == LabelOutcome::kNotRead;
    if (is_missed) print_miss(answer);
  }
  for (const auto& [source, scores] : by_source) scores.print(source);
  all.without_reader = 0;
  all.print("all with a reader");
}

}  // namespace

int main(int argc, char** argv) {
  if (!has_labels()) {
    std::fprintf(stderr, "There are no labels in ../shared.\n");
    return 1;
  }
  const Wanted wanted(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
  for (std::size_t i = 0; i < std::size(kLabelKinds); ++i) {
    if (wanted.has_kind(kLabelKinds[i])) report(static_cast<LabelKind>(i), wanted);
  }
  return 0;
}
