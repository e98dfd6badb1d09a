// The previews of postings: how titles break into lines, and that whatever a posting says is drawn
// within the image.
#include "picture/picture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "picture/lines.h"
#include "support/project.h"
#include "support/utf8.h"

namespace spearyx::picture {
namespace {

std::string read_font(std::string_view path) {
  std::ifstream file(testing::project_root() / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Picture : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string inter = "node_modules/@expo-google-fonts/inter/";
    files_ = {
        read_font(inter + "600SemiBold/Inter_600SemiBold.ttf"),
        read_font(inter + "400Regular/Inter_400Regular.ttf"),
        read_font(".toolchain/deps/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf")};
  }

  static Typeface face(std::size_t file) {
    std::optional<Typeface> face = Typeface::of(files_[file]);
    EXPECT_TRUE(face.has_value());
    return *face;
  }

  [[nodiscard]] Faces faces(bool has_fallback = true) const {
    return {.bold = bold_, .regular = regular_, .fallback = has_fallback ? &fallback_ : nullptr};
  }

  /// The lines of a title, in UTF-8.
  [[nodiscard]] std::vector<std::string> lines_of(std::string_view text, float width,
                                                  std::size_t most = 9) const {
    const Style style{.faces = {&bold_, &fallback_}, .size = 50};
    std::vector<std::string> lines;
    for (const std::u32string& line :
         break_lines(drawable(characters_of(text), style), style, width, most)) {
      EXPECT_LE(width_of(line, style), width) << text;
      lines.emplace_back();
      for (const char32_t c : line) append_utf8(lines.back(), c);
    }
    return lines;
  }

 private:
  static inline std::vector<std::string> files_;
  Typeface bold_ = face(0);
  Typeface regular_ = face(1);
  Typeface fallback_ = face(2);
};

using Lines = std::vector<std::string>;

TEST_F(Picture, BreaksLinesWhereReadersExpectIt) {
  EXPECT_EQ(lines_of("Senior Engineer", 1000), Lines{"Senior Engineer"});
  EXPECT_EQ(lines_of("Senior Engineer", 300), (Lines{"Senior", "Engineer"}));
  EXPECT_EQ(lines_of("Full-Stack/Backend", 280), (Lines{"Full-Stack/", "Backend"}));
  EXPECT_EQ(lines_of("工程师工程师", 160), (Lines{"工程师", "工程师"}));
  EXPECT_EQ(lines_of("工程师。工程", 160), (Lines{"工程", "师。工", "程"}));
  EXPECT_EQ(lines_of("Donaudampfschifffahrt", 300), (Lines{"Donaudamp", "fschifffahrt"}));
  EXPECT_EQ(lines_of("", 300), Lines{});
}

TEST_F(Picture, SaysWhereSomethingIsLeftOut) {
  EXPECT_EQ(lines_of("Senior Engineer for Everything", 300, 2), (Lines{"Senior", "Engineer…"}));
  std::string title;
  for (int i = 0; i < 300; ++i) title += "师";
  const Lines lines = lines_of(title, 500, 3);
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_TRUE(lines[2].ends_with("…"));
  EXPECT_EQ(lines_of("Donaudampfschifffahrt", 300, 1), Lines{"Donauda…"});
}

TEST_F(Picture, DrawsNothingThatStandsForItselfOnlyTogetherWithOthers) {
  EXPECT_EQ(lines_of("Ops 🚀🚀 Lead", 1000), Lines{"Ops Lead"});
  EXPECT_EQ(lines_of("مهندس Engineer שלום", 1000), Lines{"Engineer"});
  EXPECT_EQ(lines_of("\u202Etfel\u202C \u200Bright\u0301", 1000), Lines{"tfel right"});
  EXPECT_EQ(lines_of("a\n\tb\x01\u00A0 c", 1000), Lines{"a b c"});
  EXPECT_EQ(lines_of("bad \xFF\xC3 bytes", 1000), Lines{"bad bytes"});
  EXPECT_EQ(lines_of("🚀🚀🚀", 1000), Lines{});
}

TEST_F(Picture, AsksForTheFallbackWhereItHelps) {
  const Texts plain = {.title = "Développeur – Łódź", .company = "Ελλάδα", .place = "Москва"};
  EXPECT_FALSE(lacks_characters(plain, faces(false)));
  const Texts chinese = {.title = "工程师", .company = "", .place = "", .pay = ""};
  EXPECT_TRUE(lacks_characters(chinese, faces(false)));
  EXPECT_FALSE(lacks_characters(chinese, faces()));
  EXPECT_FALSE(
      lacks_characters({.title = "ソフトウェア技術者", .company = "백엔드 개발자"}, faces()));
  EXPECT_TRUE(lacks_characters({.title = "🚀"}, faces()));
  EXPECT_FALSE(lacks_characters({.title = "مهندس"}, faces(false)));
}

/// The number of pixels that are drawn in an ink.
std::ptrdiff_t count(const Canvas& canvas, Ink ink) {
  const auto first = static_cast<std::size_t>(ink) * Canvas::kShades;
  return std::ranges::count_if(canvas.rows(), [first](std::uint8_t pixel) {
    return pixel > first && pixel < first + Canvas::kShades;
  });
}

TEST_F(Picture, DrawsEachTextInItsInk) {
  const Canvas nothing = draw({}, faces());
  const Canvas title = draw({.title = "Engineer"}, faces());
  const Canvas company = draw({.company = "Acme"}, faces());
  const Canvas pay = draw({.pay = "$120,000"}, faces());
  EXPECT_GT(count(title, Ink::kText), count(nothing, Ink::kText));
  EXPECT_EQ(count(nothing, Ink::kAccent), 0);
  EXPECT_GT(count(company, Ink::kAccent), 0);
  EXPECT_EQ(count(nothing, Ink::kQuiet), 0);
  EXPECT_GT(count(pay, Ink::kQuiet), 0);
  EXPECT_GT(count(nothing, Ink::kMark), 0);
  EXPECT_GT(count(nothing, Ink::kArrow), 0);
}

TEST_F(Picture, KeepsAMarginWhateverIsSaid) {
  std::string chinese;
  for (int i = 0; i < 300; ++i) chinese += "工";
  const std::string words[] = {std::string(10'000, 'W'),
                               chinese,
                               "🚀",
                               "مهندس",
                               "",
                               "i",
                               "Senior Staff Engineer, Distributed Systems (Remote, US or Canada)"};
  for (const std::string& text : words) {
    const Canvas canvas =
        draw({.title = text, .company = text, .place = text, .pay = text}, faces());
    ASSERT_EQ(canvas.rows().size(), std::size_t{Canvas::kHeight} * (Canvas::kWidth + 1));
    constexpr int kMargin = 40;
    for (int y = 0; y < Canvas::kHeight; ++y) {
      for (int x = 0; x < kMargin; ++x) {
        ASSERT_EQ(canvas.at(x, y), 0) << text;
        ASSERT_EQ(canvas.at(Canvas::kWidth - 1 - x, y), 0) << text;
      }
    }
    for (int x = 0; x < Canvas::kWidth; ++x) {
      ASSERT_EQ(canvas.at(x, 0) + canvas.at(x, Canvas::kHeight - 1), 0) << text;
    }
  }
}

TEST_F(Picture, TakesNoBytesThatAreNoFont) {
  EXPECT_FALSE(Typeface::of("").has_value());
  EXPECT_FALSE(Typeface::of("not a font at all").has_value());
}

}  // namespace
}  // namespace spearyx::picture
