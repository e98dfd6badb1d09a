#include "sources/feed.h"

#include "sources/himalayas/himalayas.h"
#include "sources/remoteok/remoteok.h"

namespace spearyx {
namespace {

constexpr FeedSource kRemoteOkFeed{Source::kRemoteOk, remoteok::kTags, FeedEnd::kUnseen,
                                   remoteok::page_path, remoteok::read_page};
constexpr FeedSource kHimalayasFeed{
    Source::kHimalayas, {}, FeedEnd::kExpired, himalayas::page_path, himalayas::read_page};

}  // namespace

const FeedSource& feed_source(Source source) {
  return source == Source::kHimalayas ? kHimalayasFeed : kRemoteOkFeed;
}

}  // namespace spearyx
