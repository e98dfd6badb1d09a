#include "api/job_total.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "api/index_words.h"
#include "api/spelling.h"
#include "normalize/text.h"
#include "support/json.h"

namespace spearyx::api {
namespace {

// A word that no posting has, for where the index itself counts.
constexpr std::string_view kNoMatch = R"("#+none")";

// ?1 match; ?2 lowest key; ?3 words; ?4 and ?5 bounds of the prefix; ?6 how many to count at most;
// ?7 ranges of near words, which are looked up where nothing matches only.
constexpr std::string_view kFrame = R"sql(
SELECT counted, CAST(?6 AS INTEGER) AS most,
  (SELECT json_group_array(json_array(value, coalesce(
    (SELECT doc FROM jobs_terms WHERE term = value), 0))) FROM json_each(?3)) AS words,
  (SELECT coalesce(sum(doc), 0) FROM (
    SELECT doc FROM jobs_terms WHERE term >= ?4 AND term < ?5 LIMIT 50)) AS prefix_postings,
  CASE counted WHEN 0 THEN (
    SELECT json_group_array(json_object('term', place, 'word', term, 'postings', doc)) FROM (
      SELECT e.value ->> 0 AS place, t.term, t.doc FROM json_each(?7) AS e
      CROSS JOIN jobs_terms AS t ON t.term >= e.value ->> 1 AND t.term < (e.value ->> 1) || '{'
      WHERE length(t.term) BETWEEN e.value ->> 2 AND e.value ->> 3 LIMIT 9000)
  ) ELSE '[]' END AS near_words
FROM (SELECT count(*) AS counted FROM (SELECT 1 FROM jobs_fts
  WHERE jobs_fts MATCH ?1 AND rowid >= CAST(?2 AS INTEGER) LIMIT ?6 + 1))
)sql";

/// A term that the index holds as it is: one word of ASCII letters, digits, '+' and '#'.
bool is_one_word(std::string_view term) {
  return std::ranges::all_of(term, [](char byte) {
    const char low = static_cast<char>(byte | 0x20);
    return (low >= 'a' && low <= 'z') || (byte >= '0' && byte <= '9') || byte == '+' || byte == '#';
  });
}

struct WordCount {
  std::string word;
  std::int64_t postings = 0;
};
using Counts = std::vector<WordCount>;

Counts read_counts(const FrameRow& frame) {
  Counts counts;
  for (const Json& pair : parse_json(frame.words)) {
    if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_number()) {
      counts.push_back({pair[0].get<std::string>(), pair[1].get<std::int64_t>()});
    }
  }
  return counts;
}

std::int64_t count_of(const Counts& counts, const std::string& word) {
  const auto found = std::ranges::find(counts, word, &WordCount::word);
  return found == counts.end() ? 0 : found->postings;
}

std::int64_t sum_of(const Counts& counts, const Words& words) {
  std::int64_t sum = 0;
  for (const std::string& word : words) sum += count_of(counts, word);
  return sum;
}

Words every_state() {
  JobFilter all;
  all.status = "all";
  all.with_copies = true;
  return state_words(all);
}

/// How many of the postings that have the filter's status hold the rarest whole word of the search,
/// as if words were spread evenly over open and closed ones.
std::int64_t rarest_word(const JobFilter& filter, const FrameRow& frame, const Counts& counts) {
  const auto everything = std::max<std::int64_t>(1, sum_of(counts, every_state()));
  std::int64_t least = everything;
  const auto& wanted = filter.search.wanted;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!is_one_word(wanted[i].text)) continue;
    const bool is_last = i + 1 == wanted.size();
    const std::int64_t whole = count_of(counts, normalize::ascii_lower(wanted[i].text));
    least = std::min(least, is_last ? std::max(whole, frame.prefix_postings) : whole);
  }
  return least * sum_of(counts, state_words(filter)) / everything;
}

/// As if the properties of a posting were independent of each other.
std::int64_t estimate(const JobFilter& filter, const FrameRow& frame, UnixSeconds now) {
  const Counts counts = read_counts(frame);
  const auto all = std::max<std::int64_t>(1, sum_of(counts, state_words(filter)));
  auto estimated = static_cast<double>(all);
  const auto take_share = [&](std::int64_t postings) {
    estimated *= static_cast<double>(std::min(postings, all)) / static_cast<double>(all);
  };
  for (const Words& words : facet_words(filter)) take_share(sum_of(counts, words));
  if (filter.posted_within_days) take_share(sum_of(counts, day_words(filter, now)));
  take_share(rarest_word(filter, frame, counts));
  return std::llround(estimated);
}

/// What the index is to tell of, for `total_of` and `is_common`.
Json counted_words(const JobFilter& filter, UnixSeconds now) {
  Json words = Json::array();
  const auto add = [&words](const Words& group) {
    for (const std::string& word : group) words.push_back(word);
  };
  add(every_state());
  for (const Words& group : facet_words(filter)) add(group);
  if (filter.posted_within_days) add(day_words(filter, now));
  for (const auto& term : filter.search.wanted) words.push_back(normalize::ascii_lower(term.text));
  return words;
}

/// Whether the frame counts matches out.
bool is_counted_out(const JobFilter& filter) {
  return filter.search.is_given || exceeds_known_salaries(filter);
}

}  // namespace

store::Query<FrameRow> frame_of(const JobFilter& filter, LastWord last_word, std::int64_t limit,
                                UnixSeconds now) {
  const std::string match =
      is_counted_out(filter) ? to_match(filter, last_word) : std::string(kNoMatch);
  std::string prefix;
  if (!filter.search.wanted.empty() && is_one_word(filter.search.wanted.back().text)) {
    prefix = normalize::ascii_lower(filter.search.wanted.back().text);
  }
  // NULL would not bound the list of words: an empty range does.
  const std::string low = prefix.empty() ? "#" : prefix;
  const std::string high = prefix.empty() ? "#" : prefix + "{";
  return {
      "frame of a list",
      kFrame,
      {match, std::to_string(lowest_key(filter, now)), dump(counted_words(filter, now)), low, high,
       std::clamp<std::int64_t>(10 * limit, 100, 400), dump(ranges_of_near_words(filter.search))}};
}

Total total_of(const JobFilter& filter, const FrameRow& frame, UnixSeconds now) {
  if (is_counted_by_index(filter)) {
    return {sum_of(read_counts(frame), facet_words(filter).front()), true};
  }
  if (!is_counted_out(filter)) return {estimate(filter, frame, now), false};
  if (frame.counted <= frame.most) return {frame.counted, true};
  return {std::max(frame.counted, estimate(filter, frame, now)), false};
}

bool is_common(const JobFilter& filter, const FrameRow& frame) {
  return rarest_word(filter, frame, read_counts(frame)) > kRanked;
}

}  // namespace spearyx::api
