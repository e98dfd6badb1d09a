#include "sources/reader.h"

#include <array>
#include <cassert>
#include <cstddef>
#include <utility>

namespace spearyx {
namespace {

template <typename Reader>
using Readers = std::array<const Reader*, kSources.size()>;

// Each reader is defined in a file of its own, where the compiler does not see it.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template"
template <Source kSource, typename Reader>
constexpr void enter(Readers<Reader>& readers) {
  if constexpr (std::is_same_v<decltype(kReader<kSource>), const Reader>) {
    readers[static_cast<std::size_t>(kSource)] = &kReader<kSource>;
  }
}
#pragma clang diagnostic pop

/// The readers of one kind, each in the place of its source.
template <typename Reader, std::size_t... kPlaces>
constexpr Readers<Reader> readers_of(std::index_sequence<kPlaces...> /*places*/) {
  Readers<Reader> readers{};
  (enter<static_cast<Source>(kPlaces), Reader>(readers), ...);
  return readers;
}

template <typename Reader>
const Reader& reader_of(Source source) {
  static constexpr auto kReaders = readers_of<Reader>(std::make_index_sequence<kSources.size()>());
  const Reader* const reader = kReaders[static_cast<std::size_t>(source)];
  assert(reader != nullptr);
  return *reader;
}

}  // namespace

const BoardReader& board_reader(Source source) { return reader_of<BoardReader>(source); }

const FeedReader& feed_reader(Source source) { return reader_of<FeedReader>(source); }

const wire::Shape& shape_of(Source source) {
  return info(source).has_boards() ? board_reader(source).shape : feed_reader(source).shape;
}

}  // namespace spearyx
