#include "labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <format>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "inspect/inspection.h"
#include "model/source.h"
#include "normalize/category/category.h"
#include "normalize/posting.h"
#include "project.h"
#include "sources/reader.h"
#include "support/json.h"

namespace spearyx::testing {
namespace {

namespace fs = std::filesystem;

fs::path shared(std::string_view name) { return project_root() / "../shared" / name; }

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    parts.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string joined(std::span<const std::string> parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : between).append(part);
  return text;
}

/// Tells whether one of the alternatives "a|b" satisfies.
template <typename Predicate>
bool any_alternative(std::string_view alternatives, Predicate is_right) {
  return std::ranges::any_of(split(alternatives, '|'), is_right);
}

/// A recorded answer of a source, cut into its postings, which are found by their ids.
class RecordedPayload {
 public:
  RecordedPayload(Source source, const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    text_.assign(std::istreambuf_iterator<char>(file), {});
    const auto payload = inspect::read_payload(text_, source);
    if (!payload) return;
    is_answer_ = true;
    for (const std::string_view posting : payload->elements) {
      const Json document = parse_json(posting);
      for (const std::string_view name : {"id", "guid", "shortcode", "slug"}) {
        const Json& id = member_of(document, name);
        if (!id.is_null())
          postings_[id.is_string() ? text_in(document, name) : dump(id)].push_back(document);
      }
    }
  }
  RecordedPayload(const RecordedPayload&) = delete;
  RecordedPayload& operator=(const RecordedPayload&) = delete;

  /// True for an answer in the form that the source's reader reads: not a single posting, nor another
  /// interface of the source.
  [[nodiscard]] bool is_answer() const { return is_answer_; }

  /// The elements with this id; a source may list one posting once per place.
  [[nodiscard]] std::vector<Json> postings(const std::string& id) const {
    const auto found = postings_.find(id);
    return found == postings_.end() ? std::vector<Json>() : found->second;
  }

 private:
  std::string text_;
  bool is_answer_ = false;
  std::map<std::string, std::vector<Json>, std::less<>> postings_;
};

const RecordedPayload& recording(Source source, const std::string& file) {
  static std::map<std::pair<Source, std::string>, RecordedPayload> all;
  const fs::path folder = shared("payloads") / std::string(name_of(source));
  return all.try_emplace({source, file}, source, folder / (file + ".json")).first->second;
}

/// Fields that say of a posting of any source that it is remote.
const Json& remote_fields() {
  static const Json fields = parse_json(R"({
    "metadata": [{"name": "Workplace Type", "value": "Remote"}],
    "workplaceType": "Remote", "isRemote": true,
    "remote": true, "hybrid": false, "on_site": false,
    "telecommuting": true, "workplace": "remote"
  })");
  return fields;
}

/// The posting's first tag, so that a feed that is asked tag by tag lists it.
std::string tag_of(const Json& posting) {
  const Json& tags = member_of(posting, "tags");
  return tags.is_array() && !tags.empty() && tags[0].is_string() ? tags[0].get<std::string>() : "";
}

/// Inspects one posting by the reader of its source.
Result<inspect::Inspection> inspect_alone(Source source, const std::vector<Json>& postings,
                                          std::string& text) {
  const std::string list(shape_of(source).list);
  const Json elements(postings);
  text = dump(list.empty() ? elements : Json{{list, elements}});
  return inspect::Inspection::of(text, {.source = source, .tag = tag_of(postings.front())});
}

/// Looks a country up in a region: "A country inside a listed region counts as said by the
/// region."
bool is_within(std::string_view country, std::string_view region) {
  constexpr std::string_view kEu =
      "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE ";
  constexpr std::string_view kEurope =
      "AL AD BA BY CH EU FO GB GI IS LI MC MD ME MK NO RS RU SM UA VA XK ";
  constexpr std::string_view kMiddleEast =
      "AE BH IL IQ IR JO KW LB MIDDLE_EAST OM PS QA SA SY TR YE ";
  constexpr std::string_view kAfrica =
      "AFRICA AO BW CI CM DZ EG ET GH KE MA MU NG RW SN TN TZ UG ZA ZM ZW ";
  constexpr std::string_view kLatam =
      "AR BO BR CL CO CR CU DO EC GT HN HT JM MX NI PA PE PR PY SV TT UY VE ";
  constexpr std::string_view kAsia =
      "BD CN HK ID IN JP KH KR KZ LA LK MM MN MO MY NP PH PK SG TH TW UZ VN ";
  constexpr std::string_view kOceania = "AU FJ NZ OCEANIA PG ";
  const auto has = [country](std::string_view list) {
    const auto codes = split(list, ' ');
    return std::ranges::contains(codes, country);
  };
  const bool is_european = has(kEu) || has(kEurope);
  if (region == "WORLD") return country != "WORLD";
  if (region == "EU") return has(kEu);
  if (region == "EUROPE") return is_european;
  if (region == "EMEA")
    return is_european || country == "EUROPE" || has(kMiddleEast) || has(kAfrica);
  if (region == "LATAM") return has(kLatam);
  if (region == "NORTH_AMERICA") return country == "US" || country == "CA" || country == "MX";
  if (region == "APAC") return has(kAsia) || has(kOceania) || country == "ASIA";
  if (region == "ASIA") return has(kAsia);
  if (region == "AFRICA") return country != "AFRICA" && has(kAfrica);
  if (region == "MIDDLE_EAST") return country != "MIDDLE_EAST" && has(kMiddleEast);
  return region == "OCEANIA" && country != "OCEANIA" && has(kOceania);
}

/// The codes without those that others include.
std::set<std::string> widest(const std::vector<std::string>& codes) {
  std::set<std::string> kept;
  for (const std::string& code : codes) {
    const auto includes = [&code](const std::string& other) { return is_within(code, other); };
    if (!code.empty() && code != "null" && std::ranges::none_of(codes, includes)) kept.insert(code);
  }
  return kept;
}

std::string scope_codes(const std::string& scope_json) {
  std::string codes;
  if (scope_json.empty()) return "null";
  for (const Json& code : parse_json(scope_json)) {
    codes.append(codes.empty() ? "" : ",").append(code.get<std::string>());
  }
  return codes;
}

std::string or_dash(const std::string& text) { return text.empty() ? "-" : text; }

std::string or_dash(const std::optional<double>& amount) {
  return amount ? std::format("{:.15g}", *amount) : "-";
}

std::vector<std::string> salary_fields(const Job& job) {
  return {or_dash(job.salary_min), or_dash(job.salary_max), or_dash(job.salary_currency),
          or_dash(job.salary_period)};
}

/// Compares two amounts: they are the same if alike, or an expected fraction rounded either way.
bool is_same_amount(const std::string& answered, const std::string& expected) {
  if (answered == expected) return true;
  const bool is_fraction = expected.contains('.') || answered.contains('.');
  const auto number = [](const std::string& text) { return std::strtod(text.c_str(), nullptr); };
  return is_fraction && expected != "-" && answered != "-" &&
         std::abs(number(answered) - number(expected)) < 1;
}

bool is_right_salary(std::span<const std::string> answered, std::span<const std::string> expected) {
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const bool is_right = any_alternative(expected[i], [&](const std::string& one) {
      return one == "*" || is_same_amount(answered[i], one);
    });
    if (!is_right) return false;
  }
  return true;
}

class Answerer {
 public:
  explicit Answerer(LabelKind kind) : kind_(kind) {}

  LabelAnswer answer(const std::vector<std::string>& columns) {
    LabelAnswer answer;
    answer.source = columns[0];
    answer.file = columns[1];
    answer.external_id = columns[2];
    answer.is_sure = columns[columns.size() - 2] == "1";
    answer.note = columns.back();
    expected_.assign(columns.begin() + 3, columns.end() - 2);
    answer.expected = joined(expected_, " ");
    const auto source = source_named(answer.source);
    if (!source) {
      answer.outcome = LabelOutcome::kNoReader;
      return answer;
    }
    ask(*source, answer);
    return answer;
  }

 private:
  void ask(Source source, LabelAnswer& answer) {
    if (!recording(source, answer.file).is_answer()) {
      answer.outcome = LabelOutcome::kNoReader;
      return;
    }
    std::vector<Json> postings = recording(source, answer.file).postings(answer.external_id);
    answer.answered = "no posting of this id";
    if (postings.empty()) return;
    if (kind_ != LabelKind::kRemote) {
      for (Json& posting : postings) posting.update(remote_fields());
    }
    std::string text;
    const auto inspection = inspect_alone(source, postings, text);
    if (!inspection) return;
    const ListingEntry& finding = inspection->findings().front();
    const Posting* posting = inspection->posting(0);
    answer.answered = finding.reason;
    if (finding.outcome == ListingOutcome::kRejected) return;
    if (posting != nullptr) answer.title = posting->title;
    if (kind_ == LabelKind::kRemote) {
      const std::string_view denial = posting != nullptr ? job_of(*posting).denial : finding.reason;
      const bool is_remote = posting != nullptr && denial.empty();
      const std::string_view reason = is_remote ? finding.reason : denial;
      answer.answered = std::string(is_remote ? "1, " : "0, ").append(reason);
      return decide(answer, answer.expected == (is_remote ? "1" : "0"));
    }
    if (posting != nullptr) ask_job(*posting, answer);
  }

  static normalize::NormalizedJob job_of(const Posting& posting) {
    static const normalize::Categoriser kCategoriser;
    return normalize::to_job(posting, "", kCategoriser);
  }

  void ask_job(const Posting& posting, LabelAnswer& answer) {
    const Job job = job_of(posting).job;
    if (kind_ == LabelKind::kCategory) {
      answer.answered = std::to_string(job.category_id);
      const auto ids = split(answer.expected == "none" ? "17" : answer.expected, ',');
      return decide(answer, std::ranges::contains(ids, answer.answered));
    }
    if (kind_ == LabelKind::kSalary) {
      const auto fields = salary_fields(job);
      answer.answered = joined(fields, " ");
      return decide(answer, is_right_salary(fields, expected_));
    }
    answer.answered = scope_codes(job.remote_scope);
    const auto codes = widest(split(answer.answered, ','));
    decide(answer, any_alternative(answer.expected, [&](const std::string& one) {
             return widest(split(one, ',')) == codes;
           }));
  }

  static void decide(LabelAnswer& answer, bool is_right) {
    answer.outcome = is_right ? LabelOutcome::kRight : LabelOutcome::kWrong;
  }

  LabelKind kind_;
  std::vector<std::string> expected_;
};

}  // namespace

bool has_labels() { return fs::exists(shared("labels")) && fs::exists(shared("payloads")); }

std::vector<LabelAnswer> answer_labels(LabelKind kind) {
  const std::string name(kLabelKinds[static_cast<std::size_t>(kind)]);
  std::ifstream file(shared("labels") / (name + ".tsv"));
  Answerer answerer(kind);
  std::vector<LabelAnswer> answers;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') answers.push_back(answerer.answer(split(line, '\t')));
  }
  return answers;
}

void LabelScore::add(const LabelAnswer& answer) {
  if (answer.outcome == LabelOutcome::kNoReader) return;
  ++asked;
  right += answer.outcome == LabelOutcome::kRight ? 1 : 0;
}

double LabelScore::percent() const {
  return asked == 0 ? 100.0 : 100.0 * static_cast<double>(right) / static_cast<double>(asked);
}

}  // namespace spearyx::testing
