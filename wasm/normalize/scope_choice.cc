#include "normalize/scope_choice.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>

#include "normalize/scope/countries.h"
#include "normalize/scope/places.h"
#include "normalize/scope/scope.h"
#include "normalize/text/text.h"
#include "support/utf8.h"

namespace spearyx::normalize {
namespace {

constexpr std::size_t kMostWordsBytes = 240;

/// The scope that one field states.
struct Statement {
  std::string_view field;
  std::vector<std::string_view> codes;
  std::string words;

  [[nodiscard]] bool says() const { return !codes.empty(); }
  [[nodiscard]] bool says_world() const { return codes.size() == 1 && codes[0] == kWorld; }
};

std::string shown(std::string_view text) {
  return std::string(truncate_utf8(text, kMostWordsBytes));
}

std::string listed_texts(std::span<const std::string> texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (!text.empty()) all.append(all.empty() ? "" : "; ").append(text);
  }
  return all;
}

std::vector<std::string_view> codes_of(std::span<const std::string> countries) {
  std::vector<std::string_view> codes;
  for (const std::string& country : countries) add_codes(codes, known_code(country));
  return codes;
}

Statement by_countries(const Posting& posting) {
  const std::vector<std::string_view> names(posting.allowed_countries->begin(),
                                            posting.allowed_countries->end());
  return {"countries", scope_from_countries(names), listed_texts(*posting.allowed_countries)};
}

Statement by_title(const TitleScope& title, const Posting& posting) {
  return {"title", title.codes, posting.title};
}

Statement by_body(const BodyStatements& body) {
  return {"description", body.scope, body.scope_words};
}

Statement by_offices(const Posting& posting) {
  if (posting.offices.empty()) return {"offices", {}, {}};
  return {"offices", remote_scope(posting.location + "\n" + join(posting.offices, "\n")),
          listed_texts(posting.offices)};
}

Statement by_country(const Posting& posting) {
  return {"country", codes_of(posting.countries), listed_texts(posting.countries)};
}

class Chooser {
 public:
  Chooser(const Posting& posting, const BodyStatements& body)
      : posting_(posting),
        title_(scope_from_title(posting.title)),
        by_title_(by_title(title_, posting)),
        by_body_(by_body(body)) {}

  [[nodiscard]] ScopeChoice choose() {
    if (posting_.allowed_countries) return by_list();
    PlaceScope places = scope_of_places(posting_.location + "\n" + join(posting_.places, "\n"));
    std::string words = listed_texts(posting_.places);
    if (words.empty() || !posting_.location.empty())
      words = listed_texts({{posting_.location, words}});
    Statement by_places{"location", std::move(places.codes), std::move(words)};
    if (!by_places.says())
      return first_of({by_title_, by_body_, by_offices(posting_), by_country(posting_)});
    if (beats(by_title_, by_places) && title_.is_remote) return chosen(by_title_, by_places);
    if (beats(by_body_, by_places) && !(places.names_area && by_body_.says_world())) {
      return chosen(by_body_, by_places);
    }
    const Statement country = by_country(posting_);
    return !places.names_area && country.says() ? chosen(country, by_places)
                                                : chosen(by_places, otherwise(by_places));
  }

 private:
  [[nodiscard]] ScopeChoice by_list() const {
    const Statement list = by_countries(posting_);
    if (!list.says_world()) return chosen(list, otherwise(list));
    if (by_body_.says() && !by_body_.says_world()) return chosen(by_body_, list);
    return by_title_.says() ? chosen(by_title_, list) : chosen(list, {});
  }

  /// Whether a statement beats another: a wider one does, and any one beats "anywhere".
  static bool beats(const Statement& a, const Statement& b) {
    const bool limits_world = a.says() && !a.says_world() && b.says_world();
    return limits_world || is_wider(a.codes, b.codes);
  }

  /// The statement of title or text against another one.
  [[nodiscard]] Statement otherwise(const Statement& than) const {
    for (const Statement* other : {&by_title_, &by_body_}) {
      if (other->says() && other->codes != than.codes) return *other;
    }
    return {};
  }

  static ScopeChoice first_of(std::initializer_list<Statement> statements) {
    const auto* const first = std::ranges::find_if(statements, &Statement::says);
    if (first == statements.end()) return {};
    const auto* const next = std::find_if(first + 1, statements.end(), [&](const Statement& other) {
      return other.says() && other.codes != first->codes;
    });
    return chosen(*first, next == statements.end() ? Statement{} : *next);
  }

  static ScopeChoice chosen(const Statement& by, const Statement& passed_over) {
    ScopeChoice choice{by.codes, {.field = by.field, .words = shown(by.words), .passed_over = {}}};
    if (passed_over.says()) {
      choice.evidence.passed_over.append(passed_over.field)
          .append(": ")
          .append(shown(passed_over.words));
    }
    return choice;
  }

  const Posting& posting_;
  TitleScope title_;
  Statement by_title_;
  Statement by_body_;
};

}  // namespace

ScopeChoice choose_scope(const Posting& posting, const BodyStatements& body) {
  return Chooser(posting, body).choose();
}

}  // namespace spearyx::normalize
