#include "inspect/documents.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/role.h"
#include "normalize/cleansing.h"
#include "normalize/posting.h"
#include "normalize/text/text.h"
#include "sources/reader.h"
#include "sources/wire.h"
#include "support/json_amount.h"

namespace spearyx::inspect {

namespace {

Json or_null(std::string text) { return text.empty() ? Json() : Json(std::move(text)); }

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

Json category_of(const normalize::NormalizedJob& normalized) {
  const auto id = static_cast<int>(normalized.job.category_id);
  return {{"id", id},
          {"name", normalize::category_with(id).name},
          {"term", or_null(std::string(normalized.category_term))}};
}

Json reason_of(const normalize::ScopeEvidence& evidence) {
  if (evidence.field.empty()) return {};
  return {{"field", evidence.field},
          {"words", evidence.words},
          {"passedOver", or_null(evidence.passed_over)}};
}

void add_job(Json& document, const normalize::NormalizedJob& normalized) {
  const Job& job = normalized.job;
  document["id"] = job.external_id;
  document["title"] = job.title;
  document["company"] = or_null(job.company);
  document["url"] = job.source_url;
  document["location"] = or_null(job.location);
  document["remoteScope"] = job.remote_scope.empty() ? Json() : parse_json(job.remote_scope);
  document["scopeReason"] = reason_of(normalized.scope_evidence);
  document["category"] = category_of(normalized);
  document["payRange"] = or_null(job.pay_range);
  document["salaryMin"] = json_amount(job.salary_min);
  document["salaryMax"] = json_amount(job.salary_max);
  document["salaryCurrency"] = or_null(job.salary_currency);
  document["salaryPeriod"] = or_null(job.salary_period);
  document["salaryUsdYear"] = or_null(job.salary_usd_year);
  document["payFrom"] = or_null(std::string(normalize::name_of(normalized.pay_origin)));
  document["level"] = or_null(std::string(job.level));
  document["employmentType"] = or_null(std::string(job.employment_type));
  document["utcOffsets"] = json_span(job.utc_offset_min, job.utc_offset_max);
  document["postDate"] = or_null(job.post_date);
  document["expiresAt"] = or_null(job.expires_at);
  document["contentHash"] = job.content_hash;
  document["isTruncated"] = normalized.is_truncated;
}

/// Counts a posting as filtered whose own text, once read to its end, denies that it is remote.
void turn_away(Json& document, std::string_view denial, Receipt& receipt) {
  document["outcome"] = name_of(ListingOutcome::kFiltered);
  document["reason"] = denial;
  --receipt.added;
  receipt.filtered.add(denial);
}

normalize::NormalizedJob normalized(const Posting& posting,
                                    const normalize::Categoriser& categoriser,
                                    normalize::PayTrace* pay = nullptr) {
  return normalize::to_job(posting, normalize::content_hash(posting), categoriser, pay);
}

Json amounts_of(const normalize::PayTrace& pay) {
  Json amounts = Json::array();
  for (const normalize::ReadAmount& amount : pay) {
    amounts.push_back(
        {{"words", amount.words}, {"passedOver", or_null(std::string(amount.passed_over))}});
  }
  return amounts;
}

/// The kept postings of a payload as the rule of roles sees them, and where their documents stand.
class Roles {
 public:
  explicit Roles(Source source) : source_(source) {}

  void add(const Job& job, std::size_t place) {
    // All of one payload is of one board, where the source has boards.
    members_.push_back({.source = std::string(name_of(source_)),
                        .board = info(source_).has_boards() ? "inspected" : "",
                        .key = job.role_key,
                        .text = job.role_text});
    places_.push_back(place);
  }

  /// Gives each document the ids of the other postings of its role.
  void write(Json& documents) const {
    const std::vector<std::size_t> leaders = role_leaders(members_);
    std::map<std::size_t, std::vector<std::size_t>> roles;
    for (std::size_t i = 0; i < leaders.size(); ++i) roles[leaders[i]].push_back(places_[i]);
    for (const auto& [leader, places] : roles) {
      for (const std::size_t place : places) {
        Json& copies = documents[place]["copies"] = Json::array();
        for (const std::size_t other : places) {
          if (other != place) copies.push_back(documents[other]["id"]);
        }
      }
    }
  }

 private:
  Source source_;
  std::vector<RoleMember> members_;
  std::vector<std::size_t> places_;
};

/// The text at the path of members: "location.name".
std::string text_at(const Json& posting, std::string_view path) {
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return text_in(posting, path);
  return text_at(member_of(posting, path.substr(0, dot)), path.substr(dot + 1));
}

/// The place as a posting states it; readers keep that of remote ones alone.
std::string place_of(std::string_view element, const wire::Shape& shape) {
  const Json posting = parse_json(element);
  std::vector<std::string> parts;
  for (const std::string_view path : shape.place) {
    std::string part = path.empty() ? "" : text_at(posting, path);
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return normalize::join(parts, ", ");
}

}  // namespace

Json overview(const Inspection& inspection) {
  const normalize::Categoriser categoriser;
  Receipt receipt = inspection.receipt();
  Json postings = Json::array();
  Roles roles(inspection.source());
  for (std::size_t i = 0; i < inspection.findings().size(); ++i) {
    const ListingEntry& finding = inspection.findings()[i];
    const std::string title = wire::text(wire::Field{finding.title});
    Json document{{"id", or_null(std::string(finding.id))},
                  {"title", or_null(normalize::clean_title(title))},
                  {"outcome", name_of(finding.outcome)},
                  {"reason", finding.reason}};
    if (const Posting* posting = inspection.posting(i)) {
      const auto job = normalized(*posting, categoriser);
      if (job.denial.empty()) {
        receipt.truncated += job.is_truncated ? 1 : 0;
      } else {
        turn_away(document, job.denial, receipt);
      }
      add_job(document, job);
      roles.add(job.job, i);
    }
    postings.push_back(std::move(document));
  }
  roles.write(postings);
  return {{"source", name_of(inspection.source())},
          {"sourceName", info(inspection.source()).display_name},
          {"tags", inspection.tags()},
          {"receipt", receipt.to_json()},
          {"postings", std::move(postings)}};
}

Json detail(const Inspection& inspection, std::size_t index) {
  const std::string_view raw = inspection.text_of(index);
  Json document{
      {"raw", raw},        {"location", or_null(place_of(raw, shape_of(inspection.source())))},
      {"before", Json()},  {"after", Json()},
      {"summary", Json()}, {"amounts", Json::array()}};
  const Posting* posting = inspection.posting(index);
  if (posting == nullptr) return document;
  normalize::PayTrace pay;
  const Job job = normalized(*posting, normalize::Categoriser(), &pay).job;
  document["amounts"] = amounts_of(pay);
  document["summary"] = job.description;
  document["after"] =
      normalize::cleanse_description(job.description_raw, name_of(inspection.source()));
  document["before"] = job.description_raw;
  return document;
}

Json failure(const Error& error) {
  return {{"error",
           {{"code", error_id(error.code)},
            {"message", error_meaning(error.code)},
            {"detail", error.detail}}}};
}

}  // namespace spearyx::inspect
