#include "normalize/role/role.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "normalize/company/identity.h"

namespace spearyx::normalize {
namespace {

Job role_job(std::string title, std::string company, std::string_view text = "We build bridges.") {
  Job job;
  job.title = std::move(title);
  job.company = std::move(company);
  job.source_url = "https://example.com/1";
  set_role(job, text, TextWords(text));
  return job;
}

std::int64_t key_of(std::string title, std::string company) {
  return role_job(std::move(title), std::move(company)).role_key;
}

TEST(EmployerKey, IsOneForTheNamesThatPostingsGiveAnEmployer) {
  constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"Monzo", "Monzo Bank"},
      {"Palantir", "Palantir Technologies"},
      {"Ramp", "Ramp Business Corporation"},
      {"Impact.com", "impactcom"},
      {"Honeycomb.io", "Honeycomb"},
      {"Storyblok GmbH", "Storyblok"},
      {"The Blue Héron Group, Inc.", "blue heron"},
  };
  for (const auto& [a, b] : kSame) EXPECT_EQ(employer_key(a), employer_key(b)) << a << ", " << b;
  constexpr std::pair<std::string_view, std::string_view> kOther[] = {
      {"Impact", "Impact Analytics"}, {"Linear", "Linear B"}, {"Plaid", "Plaid Labs"},
      {"Ramp", "Ramp Network"},       {"Crew", "CrewAI"},     {"Remote", "Remote OK"},
  };
  for (const auto& [a, b] : kOther) EXPECT_NE(employer_key(a), employer_key(b)) << a << ", " << b;
  EXPECT_EQ(employer_key("Global Group"), "global");
  EXPECT_EQ(employer_key("Bank"), "bank");
}

TEST(RoleKey, IsOfEmployerAndTitle) {
  EXPECT_EQ(key_of("Engineer (Remote)", "Acme, Inc."), key_of("Engineer", "ACME"));
  EXPECT_NE(key_of("Engineer", "Acme"), key_of("Engineer II", "Acme"));
  EXPECT_NE(key_of("Engineer", "Acme"), key_of("Engineer", "Acme Labs"));
  EXPECT_GT(key_of("Engineer", "Acme"), 0);
  EXPECT_LT(key_of("Engineer", "Acme"), std::int64_t{1} << 48);
}

TEST(RoleText, ThatIsMarkupIsReadAsSuch) {
  const auto text_of = [](std::string_view text) {
    return role_job("Köchin", "Acme", text).role_text;
  };
  EXPECT_EQ(text_of("<p>Wir suchen <b>Köche</b> für das Café</p><p>in Zürich!</p>"),
            text_of("Wir suchen Köche für das Café in Zürich!"));
}

TEST(RoleKey, OfOneTextForManyEmployersIsOneForEach) {
  std::set<std::int64_t> keys;
  for (int i = 0; i < 500; ++i)
    keys.insert(key_of("Care Assistant", "Client " + std::to_string(i)));
  EXPECT_EQ(keys.size(), 500U);
}

TEST(RoleKey, OfAPostingWithoutEmployerIsItsOwn) {
  Job other = role_job("Engineer", "");
  other.source_url = "https://example.com/2";
  set_role(other, "We build bridges.", TextWords("We build bridges."));
  EXPECT_NE(key_of("Engineer", ""), other.role_key);
  EXPECT_EQ(key_of("Engineer", ""), key_of("Engineer", ""));
}

TEST(RoleKey, StandsOddNamesAndTitles) {
  EXPECT_EQ(key_of("Engineer", "Remote"), key_of("Engineer (Remote)", "Remote"));
  EXPECT_NE(key_of("Remote", "Remote"), key_of("Engineer", "Remote"));
  EXPECT_NE(key_of("🚀", "Acme"), key_of("🔥", "Acme"));
  EXPECT_EQ(key_of("🚀 Engineer", "Acme"), key_of("Engineer 🔥", "Acme"));
}

TEST(RoleText, IsNoneWithoutDescription) {
  EXPECT_EQ(role_job("Engineer", "Acme", "").role_text, "");
  EXPECT_EQ(role_job("Engineer", "Acme").role_text.size(), 59U);
}

}  // namespace
}  // namespace spearyx::normalize
