#include "picture/picture.h"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "boundary/export.h"

/// The exports of the module that draws, whose other half is web/src/server/painter.ts. Texts and
/// fonts stand in memory from `picture_reserve`; an instance draws one picture after the other.
namespace spearyx::boundary {
namespace {

enum Face : std::uint32_t { kBold, kRegular, kFallback };

std::optional<picture::Typeface> faces[3];
picture::Texts texts;
std::optional<picture::Canvas> canvas;

picture::Faces known_faces() {
  return {.bold = *faces[kBold],
          .regular = *faces[kRegular],
          .fallback = faces[kFallback] ? &*faces[kFallback] : nullptr};
}

}  // namespace

SPEARYX_EXPORT("picture_reserve") char* picture_reserve(std::uint32_t size) {
  return static_cast<char*>(std::malloc(size));
}

SPEARYX_EXPORT("picture_release") void picture_release(char* bytes) { std::free(bytes); }

/// Opens a font, which stays where it is; 0 where the bytes are none.
SPEARYX_EXPORT("picture_open_face")
std::uint32_t picture_open_face(std::uint32_t face, const char* bytes, std::uint32_t size) {
  faces[face] = picture::Typeface::of({bytes, size});
  return faces[face].has_value() ? 1 : 0;
}

/// Sets the texts of the next picture, one behind the other; 1 where the faces lack characters of
/// them. The bold and the regular face are open.
SPEARYX_EXPORT("picture_set_texts")
std::uint32_t picture_set_texts(const char* bytes, std::uint32_t title, std::uint32_t company,
                                std::uint32_t place, std::uint32_t pay) {
  std::string_view rest(bytes, title + company + place + pay);
  const auto take = [&rest](std::uint32_t size) {
    const std::string_view text = rest.substr(0, size);
    rest.remove_prefix(size);
    return text;
  };
  texts.title = take(title);
  texts.company = take(company);
  texts.place = take(place);
  texts.pay = take(pay);
  return lacks_characters(texts, known_faces()) ? 1 : 0;
}

/// Draws the texts; answers the rows of the image, until the next call.
SPEARYX_EXPORT("picture_draw") const std::uint8_t* picture_draw() {
  canvas = draw(texts, known_faces());
  return canvas->rows().data();
}

SPEARYX_EXPORT("picture_palette") const std::uint8_t* picture_palette() {
  return picture::Canvas::palette().data();
}

}  // namespace spearyx::boundary
