// Runs the tokenizer over the html5lib tokenizer tests, every file in every initial state.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "sanitize/tokenizer.h"
#include "support/project.h"
#include "support/utf8.h"

namespace spearyx::sanitize {
namespace {

using Json = nlohmann::json;

const auto kTests = testing::project_root() / "../shared/conformance/html5lib-tokenizer";

/// JSON strings hold UTF-16, which may have lone surrogates; UTF-8 has none, so they become U+FFFD
/// here on both sides of the comparison.
class JsonText {
 public:
  /// Undoes the second level of escaping (`\uXXXX`) of the tests marked doubleEscaped.
  std::string unescape(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      if (text.substr(at, 2) != "\\u") {
        out.push_back(text[at++]);
        continue;
      }
      char32_t unit = code_unit(text, at);
      at += 6;
      if (is_high(unit) && text.substr(at, 2) == "\\u" && is_low(code_unit(text, at))) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (code_unit(text, at) - 0xDC00);
        at += 6;
      }
      if (unit >= 0xD800 && unit <= 0xDFFF) ++lone_surrogates_;
      append_utf8(out, unit);
    }
    return out;
  }

  [[nodiscard]] int lone_surrogates() const { return lone_surrogates_; }

 private:
  static bool is_high(char32_t unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
  static bool is_low(char32_t unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }
  static char32_t code_unit(std::string_view text, std::size_t at) {
    return static_cast<char32_t>(
        std::strtoul(std::string(text.substr(at + 2, 4)).c_str(), nullptr, 16));
  }

  int lone_surrogates_ = 0;
};

/// A token as one line of JSON text, so that a failure reads well.
std::string start_tag_line(const Token& token) {
  Json attributes = Json::object();
  for (const Attribute& attribute : token.attributes) {
    attributes[std::string(attribute.name)] = std::string(attribute.value);
  }
  Json line = {"StartTag", std::string(token.text), attributes};
  if (token.is_self_closing) line.push_back(true);
  return line.dump();
}

std::string doctype_line(const Doctype& doctype) {
  const auto field = [](const std::optional<std::string>& id) { return id ? Json(*id) : Json(); };
  return Json({"DOCTYPE", field(doctype.name), field(doctype.public_id), field(doctype.system_id),
               !doctype.force_quirks})
      .dump();
}

std::vector<std::string> tokenize(std::string_view input, ContentModel model,
                                  std::string_view last_start_tag) {
  Tokenizer tokenizer(input);
  tokenizer.set_content_model(model, last_start_tag);
  std::vector<std::string> lines;
  std::string text;
  while (true) {
    const Token& token = tokenizer.next();
    if (token.type == TokenType::kText) {
      EXPECT_FALSE(token.text.empty());
      text += token.text;
      continue;
    }
    if (!text.empty()) lines.push_back(Json({"Character", std::exchange(text, {})}).dump());
    if (token.type == TokenType::kEndOfFile) return lines;
    const std::string content(token.text);
    if (token.type == TokenType::kStartTag) lines.push_back(start_tag_line(token));
    if (token.type == TokenType::kEndTag) lines.push_back(Json({"EndTag", content}).dump());
    if (token.type == TokenType::kComment) lines.push_back(Json({"Comment", content}).dump());
    if (token.type == TokenType::kDoctype) lines.push_back(doctype_line(tokenizer.doctype()));
  }
}

ContentModel content_model(const std::string& state) {
  if (state == "Data state") return ContentModel::kData;
  if (state == "RCDATA state") return ContentModel::kRcdata;
  if (state == "RAWTEXT state") return ContentModel::kRawtext;
  if (state == "Script data state") return ContentModel::kScriptData;
  if (state == "PLAINTEXT state") return ContentModel::kPlaintext;
  if (state == "CDATA section state") return ContentModel::kCdataSection;
  ADD_FAILURE() << "unknown initial state " << state;
  return ContentModel::kData;
}

/// Text tokens of a test are joined as ours are, since the standard emits single characters.
std::vector<std::string> expected_lines(const Json& output) {
  std::vector<std::string> lines;
  std::string text;
  const auto flush = [&] {
    if (!text.empty()) lines.push_back(Json({"Character", std::exchange(text, {})}).dump());
  };
  for (const Json& token : output) {
    if (token[0] == "Character") {
      text += token[1].get<std::string>();
      continue;
    }
    flush();
    lines.push_back(token.dump());
  }
  flush();
  return lines;
}

void unescape_all(Json& value, JsonText& json_text) {
  if (value.is_string()) value = json_text.unescape(value.get<std::string>());
  if (!value.is_array() && !value.is_object()) return;
  for (Json& element : value) unescape_all(element, json_text);
}

TEST(TokenizerConformance, PassesEveryHtml5libTestInEveryInitialState) {
  if (!std::filesystem::exists(kTests)) {
    if (std::getenv("DEMAND_SHARED_DATA") != nullptr)
      ADD_FAILURE() << "no html5lib tests in " << kTests;
    GTEST_SKIP() << "NOT RUN: the html5lib tokenizer tests are not in " << kTests;
  }
  JsonText json_text;
  int files = 0;
  int runs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kTests)) {
    if (entry.path().extension() != ".test") continue;
    ++files;
    std::ifstream file(entry.path());
    const Json document = Json::parse(file, nullptr, false);
    ASSERT_TRUE(document.is_object()) << entry.path();
    for (Json test : document["tests"]) {
      if (test.value("doubleEscaped", false)) {
        unescape_all(test["input"], json_text);
        unescape_all(test["output"], json_text);
      }
      const std::string last_start_tag = test.value("lastStartTag", std::string());
      const auto states = test.value("initialStates", std::vector<std::string>{"Data state"});
      for (const std::string& state : states) {
        ++runs;
        const auto input = test["input"].get<std::string>();
        EXPECT_EQ(tokenize(input, content_model(state), last_start_tag),
                  expected_lines(test["output"]))
            << entry.path().filename() << ": " << test["description"] << " in " << state << "\n"
            << test["input"];
      }
    }
  }
  RecordProperty("files", files);
  RecordProperty("runs", runs);
  RecordProperty("lone_surrogates", json_text.lone_surrogates());
  std::cout << "html5lib tokenizer tests: " << files << " files, " << runs << " runs, "
            << json_text.lone_surrogates() << " lone surrogates compared as U+FFFD\n";
  EXPECT_GE(files, 13);
  EXPECT_GE(runs, 6800);
}

}  // namespace
}  // namespace spearyx::sanitize
