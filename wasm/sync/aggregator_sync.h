#pragma once

#include <string>

#include "host/host.h"
#include "sync/event.h"

namespace spearyx::sync {

/// One tick of the aggregator worker: takes the lease and the next turn of a feed (one of its
/// tags, or a few of its pages), syncs it as one run of `sync_history` without a company, and commits
/// run, postings and cursor in one atomic batch. A source that rests yields its turn to the next.
/// With `event.company`, only its source, out of turn.
///
/// The cursor is `{"source","<name>":{…},…}`: the source of the last turn, and the `FeedProgress` of
/// each feed.
///
/// Answers a JSON object as `sync_ats` does.
[[nodiscard]] std::string sync_aggregator(Host& host, const Event& event);

}  // namespace spearyx::sync
