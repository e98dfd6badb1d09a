#include "normalize/pay/pay.h"

#include <array>
#include <cstddef>
#include <string>

namespace spearyx::normalize {
namespace {

bool is_complete(const Salary& fields) {
  return fields.min && fields.max && fields.period && !fields.currency.empty();
}

/// Whether fields and text agree: everything that both state is the same, and one end of the range
/// is one of the text's.
bool agrees(const Salary& fields, const Salary& text) {
  const bool is_range = fields.min && fields.max;
  const std::optional<double> figure = fields.min ? fields.min : fields.max;
  const bool has_amounts = is_range ? fields.min == text.min && fields.max == text.max
                                    : figure == text.min || figure == text.max;
  return has_amounts && (fields.currency.empty() || fields.currency == text.currency) &&
         (!fields.period || fields.period == text.period);
}

bool gives_way(const Salary& fields, const Salary& text) {
  const bool is_bare = fields.currency.empty() && !fields.period;
  return is_bare || (!is_complete(fields) && agrees(fields, text));
}

Pay read_texts(std::string_view title, std::string_view text,
               std::span<const std::string_view> scope, PayTrace* trace) {
  if (const auto salary = parse_salary(text, scope, trace)) return {salary, PayOrigin::kText};
  if (const auto salary = parse_salary(title, scope, trace)) return {salary, PayOrigin::kTitle};
  return {};
}

void note_fields(const Posting& posting, std::string_view passed_over, PayTrace& trace) {
  if (posting.salary_min == 0 && posting.salary_max == 0) return;
  Salary amounts;
  if (posting.salary_min != 0) amounts.min = posting.salary_min;
  if (posting.salary_max != 0) amounts.max = posting.salary_max;
  std::string words = pay_range(amounts);
  for (const std::string& word : {posting.salary_currency, posting.salary_period}) {
    if (!word.empty()) words.append(" ").append(word);
  }
  trace.insert(trace.begin(), {words, passed_over});
}

/// Notes the choice between fields and text. The fields head the trace; where they decide, nothing
/// in the text does.
void note_choice(const Posting& posting, bool has_fields, PayOrigin origin, PayTrace& trace) {
  if (origin == PayOrigin::kFields) {
    for (ReadAmount& amount : trace) {
      if (amount.passed_over.empty()) amount.passed_over = "the source's fields go before";
    }
  }
  const std::string_view why = has_fields ? "the text says more" : "nobody earns that";
  note_fields(posting, origin == PayOrigin::kFields ? std::string_view() : why, trace);
}

}  // namespace

std::string_view name_of(PayOrigin origin) {
  constexpr std::array<std::string_view, 4> kOrigins = {"", "fields", "text", "title"};
  return kOrigins[static_cast<std::size_t>(origin)];
}

Pay pay_of(const Posting& posting, std::string_view title, std::string_view text,
           std::span<const std::string_view> scope, PayTrace* trace) {
  if (posting.hides_salary) return {};
  const Pay fields{make_salary(posting.salary_min, posting.salary_max, posting.salary_currency,
                               posting.salary_period),
                   PayOrigin::kFields};
  const bool is_decided = fields.salary && is_complete(*fields.salary);
  if (is_decided && trace == nullptr) return fields;
  Pay pay = read_texts(title, text, scope, trace);
  const bool has_better = fields.salary && !(pay.salary && gives_way(*fields.salary, *pay.salary));
  if (has_better) pay = fields;
  if (trace != nullptr) note_choice(posting, fields.salary.has_value(), pay.origin, *trace);
  return pay;
}

}  // namespace spearyx::normalize
