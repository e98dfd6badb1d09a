#pragma once

#include "picture/canvas.h"

namespace spearyx::picture {

/// Draws the site's mark, web/public/favicon.svg, into a square of pixels.
void draw_mark(Canvas& canvas, int left, int top, int size);

}  // namespace spearyx::picture
