/// The postings of each source's sample, with one field of another type. A field that names a
/// posting (id, title, link) rejects it; any other costs no posting, and is unknown.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "normalize/posting.h"
#include "sources/reader.h"
#include "support/json.h"
#include "support/project.h"

namespace spearyx {
namespace {

using Path = std::vector<std::string>;

std::string sample_of(const SourceInfo& row) {
  const std::string name(row.name);
  std::ifstream file(testing::project_root() / "wasm/sources" / name / "sample.json");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Listing read(const SourceInfo& row, const Json& posting) {
  const std::string list(shape_of(row.source).list);
  const Json elements = Json::array({posting});
  const std::string body = dump(list.empty() ? elements : Json{{list, elements}});
  Company company;
  company.source = row.source;
  company.slug = "acme";
  Listing listing;
  const bool is_read = row.has_boards()
                           ? board_reader(row.source).read_page(body, company, listing).has_value()
                           : feed_reader(row.source)
                                 .read_page(body, {.tag = {}, .position = {}}, listing)
                                 .has_value();
  EXPECT_TRUE(is_read) << body;
  return listing;
}

/// The postings of the sample that are kept.
std::vector<Json> kept_postings(const SourceInfo& row) {
  const std::string list(shape_of(row.source).list);
  const Json sample = parse_json(sample_of(row));
  std::vector<Json> kept;
  for (const Json& posting : list.empty() ? sample : member_of(sample, list)) {
    if (read(row, posting).postings().size() == 1) kept.push_back(posting);
  }
  return kept;
}

/// The members of an object, and those of the objects among them.
std::vector<Path> paths_in(const Json& object) {
  std::vector<Path> paths;
  for (const auto& [name, value] : object.items()) {
    paths.push_back({name});
    if (!value.is_object()) continue;
    for (Path path : paths_in(value)) {
      path.insert(path.begin(), name);
      paths.push_back(std::move(path));
    }
  }
  return paths;
}

Json with(Json posting, const Path& path, const Json& value) {
  Json* place = &posting;
  for (const std::string& name : path) place = &(*place)[name];
  *place = value;
  return posting;
}

std::string written(const Path& path) {
  std::string text;
  for (const std::string& name : path) text.append("/").append(name);
  return text;
}

std::string hash_of(const Listing& listing) {
  return listing.postings().empty() ? "" : normalize::content_hash(listing.postings().front());
}

/// Whether the posting is none without the field.
bool is_hard(const SourceInfo& row, const Json& posting, const Path& path) {
  return read(row, with(posting, path, nullptr)).counts().rejected.total() == 1;
}

/// Whether a reader could take one kind for the other: a list of one, and a moment.
bool is_alike(const Json& stated, const Json& value) {
  return stated.type_name() == std::string_view(value.type_name()) ||
         (stated.is_array() && value.is_string()) || (stated.is_number() && value.is_string()) ||
         (stated.is_string() && value.is_number());
}

class Fields : public ::testing::TestWithParam<SourceInfo> {};

const std::array kValues{Json(),           Json(7),        Json("zzz"),   Json::array(),
                         Json::array({7}), Json::object(), Json{{"x", 1}}};

TEST_P(Fields, OfAnotherTypeCostNoPosting) {
  const SourceInfo& row = GetParam();
  const std::vector<Json> postings = kept_postings(row);
  ASSERT_FALSE(postings.empty());
  for (const Json& posting : postings) {
    for (const Path& path : paths_in(posting)) {
      if (is_hard(row, posting, path)) continue;
      for (const Json& value : kValues) {
        const Listing listing = read(row, with(posting, path, value));
        EXPECT_EQ(listing.counts().fetched, 1);
        EXPECT_EQ(listing.counts().rejected.total(), 0) << written(path) << " = " << value;
      }
    }
  }
}

TEST_P(Fields, ThatNameAPostingRejectItWithTheirReason) {
  const SourceInfo& row = GetParam();
  std::size_t hard = 0;
  for (const Json& posting : kept_postings(row)) {
    for (const Path& path : paths_in(posting)) {
      if (!is_hard(row, posting, path)) continue;
      ++hard;
      for (const Json& value : {Json(), Json(true), Json::array(), Json{{"x", 1}}}) {
        const Listing listing = read(row, with(posting, path, value));
        ASSERT_EQ(listing.counts().rejected.total(), 1) << written(path) << " = " << value;
        EXPECT_TRUE(listing.counts().rejected.entries().front().reason.ends_with(" is missing"));
      }
    }
  }
  EXPECT_GE(hard, 3U) << "id, title and link";
}

TEST_P(Fields, ThatMeanSomethingAreCountedWhereTheyAreOfAnotherType) {
  const SourceInfo& row = GetParam();
  std::size_t counted = 0;
  for (const Json& posting : kept_postings(row)) {
    const Listing whole = read(row, posting);
    for (const Path& path : paths_in(posting)) {
      const Json& stated = posting[Json::json_pointer(written(path))];
      const Listing without = read(row, with(posting, path, nullptr));
      const bool has_meaning = hash_of(without) != hash_of(whole);
      if (!has_meaning || is_hard(row, posting, path)) continue;
      for (const Json& value : kValues) {
        if (value.is_null() || is_alike(stated, value)) continue;
        const Listing listing = read(row, with(posting, path, value));
        EXPECT_GT(listing.counts().unknown.total(), whole.counts().unknown.total())
            << written(path) << " = " << value;
        ++counted;
      }
    }
  }
  EXPECT_GT(counted, 10U);
}

INSTANTIATE_TEST_SUITE_P(EachSource, Fields, ::testing::ValuesIn(kSources),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace spearyx
