#pragma once

#include <string_view>

#include "picture/canvas.h"
#include "picture/typeface.h"

/// The picture by which a posting is previewed where somebody shares its address.
namespace spearyx::picture {

/// The texts of a picture, in UTF-8; what is empty leaves no gap.
struct Texts {
  std::string_view title = {};
  std::string_view company = {};
  std::string_view place = {};
  std::string_view pay = {};
};

/// The faces to draw with; of the fallback what the other two lack, where it is there.
struct Faces {
  const Typeface& bold;
  const Typeface& regular;
  const Typeface* fallback = nullptr;
};

/// Whether the texts have characters that the faces lack.
[[nodiscard]] bool lacks_characters(const Texts& texts, const Faces& faces);

/// Draws the texts, without characters that no face has.
[[nodiscard]] Canvas draw(const Texts& texts, const Faces& faces);

}  // namespace spearyx::picture
