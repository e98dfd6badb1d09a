#pragma once

#include <type_traits>

#include "model/source.h"
#include "sources/board.h"
#include "sources/feed.h"
#include "sources/wire.h"

namespace spearyx {

/// The reader of each source, of the kind that its row in model/source.h states. A source defines
/// its own in any file: `template <> const BoardReader kReader<Source::kLever>{…};`. The linker
/// reports a missing one.
template <Source kSource>
extern const std::conditional_t<info(kSource).has_boards(), BoardReader, FeedReader> kReader;

/// The reader of a source with boards.
[[nodiscard]] const BoardReader& board_reader(Source source);

/// The reader of a source that is a feed.
[[nodiscard]] const FeedReader& feed_reader(Source source);

[[nodiscard]] const wire::Shape& shape_of(Source source);

}  // namespace spearyx
