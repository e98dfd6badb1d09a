#include "normalize/body.h"

#include <algorithm>
#include <cstddef>

#include "normalize/remote_scope.h"
#include "normalize/sorted_text.h"
#include "normalize/text.h"
#include "normalize/words.h"
#include "support/scan.h"

namespace spearyx::normalize {
namespace {

/// Only sentences with one of these are read word by word: s for those about where to live, d for those
/// about offices.
constexpr WordTable kAnchors(
    "any=s\nanywhere=s\navailable=s\nbas=s\nbase=s\nbased=s\nbrida=d\nbrido=d\ncalej=s\n"
    "countries=s\ncountry=s\ncualquier=s\ndomiciled=s\ndomicili=s\neligible=s\nescritorio=d\n"
    "exclusively=s\nfernarbeit=d\nhabiter=s\nhire=s\nhiring=s\nhomeoffice=d\nhybrid=d\n"
    "hybride=d\nhybrydowa=d\nibrida=d\nibrido=d\ninnerhalb=s\ninoffice=d\nkantoor=d\nlebst=s\n"
    "lebt=s\nli=d\nlimited=s\nlive=s\nliving=s\nlocaliza=s\nlocated=s\nlocation=s\nlocations=s\n"
    "morar=s\nmust=s\noffice=d\noffices=d\noficina=d\nonly=s\nonsite=d\nopen=s\npartout=s\n"
    "person=d\npremise=d\npremises=d\npresencial=d\npresenza=d\nqualquer=s\nradicado=s\n"
    "recruit=s\nregion=s\nremota=d\nremote=b\nremotely=b\nremoto=d\nreside=s\nresident=s\n"
    "residente=s\nresidents=s\nresiding=s\nresidir=s\nrestricted=s\nro=d\nsede=d\nsentiel=d\n"
    "site=d\nssig=s\nstacjonarna=d\nstacjonarnie=d\nstandort=s\ntelelavoro=b\nteletrabajo=b\n"
    "teletrabalho=b\nterenie=s\nthuiswerken=b\ntravail=b\ntutta=s\nubicaci=s\nvivir=s\nvor=d\n"
    "welcome=s\nweltweit=s\nwithin=s\nwohnsitz=s\nwohnst=s\nworldwide=s\nzdalna=d\n");

constexpr std::size_t kLongestSentence = 2000;

/// Where the sentence that starts at `at` ends: at a line end, or at a full stop that is no part of
/// an abbreviation ("U.S. only").
std::size_t sentence_end(std::string_view text, std::size_t at) {
  const std::size_t limit = std::min(text.size(), at + kLongestSentence);
  const auto next_mark = [sentence = text.substr(0, limit)](std::size_t from) {
    return find_byte(sentence, from, [](auto c) {
      return (c == '.') | (c == '\n') | (c == ';') | (c == '?') | (c == '!');
    });
  };
  for (std::size_t i = next_mark(at); i < limit; i = next_mark(i + 1)) {
    if (text[i] != '.') return i + 1;
    if (i + 1 < text.size() && text[i + 1] != ' ' && text[i + 1] != '\n') continue;
    const bool is_initial = i >= at + 2 && !is_ascii_alnum(text[i - 2]);
    if (!is_initial) return i + 1;
  }
  return limit;
}

struct Interest {
  bool in_scope = false;
  bool in_denial = false;
};

/// A first look without splitting into words.
Interest interest_in(std::string_view sentence) {
  Interest interest;
  const bool is_all = any_word(sentence, [&](std::string_view word) {
    const std::string_view value = kAnchors.value_in_any_case(word);
    if (value.empty()) return false;
    interest.in_scope |= value != "d";
    interest.in_denial |= value != "s";
    return interest.in_scope && interest.in_denial;
  });
  return is_all ? Interest{true, true} : interest;
}

void read_sentence(std::string_view sentence, BodyStatements& body) {
  const Interest interest = interest_in(sentence);
  if (!interest.in_scope && !interest.in_denial) return;
  const Words words(sentence);
  if (words.empty()) return;
  const std::size_t known = body.scope.size();
  if (interest.in_scope) add_scope_in(words, body.scope);
  if (known == 0 && !body.scope.empty()) body.scope_words = fold_whitespace(sentence);
  if (!interest.in_denial || body.denial.is_outright) return;
  const Denial denial = denial_in(words);
  if (body.denial.reason.empty() || denial.is_outright) body.denial = denial;
}

}  // namespace

BodyStatements read_body(std::string_view plain_text) {
  BodyStatements body;
  for (std::size_t at = 0; at < plain_text.size();) {
    const std::size_t end = sentence_end(plain_text, at);
    read_sentence(plain_text.substr(at, end - at), body);
    at = end;
  }
  if (body.scope.size() > 1) std::erase(body.scope, "WORLD");
  return body;
}

std::vector<std::string_view> scope_from_body(std::string_view plain_text) {
  return read_body(plain_text).scope;
}

}  // namespace spearyx::normalize
