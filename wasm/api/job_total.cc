#include "api/job_total.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "api/job_document.h"
#include "support/json.h"

namespace spearyx::api {
namespace {

// A word that no posting has, for where the index itself counts.
constexpr std::string_view kNoMatch = R"("#+none")";

// ?1 match; ?2 lowest key; ?3 words, ?4 and ?5 bounds of the
// prefix.
constexpr std::string_view kFrame =
    "SELECT (SELECT count(*) FROM (SELECT 1 FROM jobs_fts"
    "   WHERE jobs_fts MATCH ?1 AND rowid >= CAST(?2 AS INTEGER) LIMIT 401)) AS counted,"
    " (SELECT json_group_array(" SPEARYX_CATEGORY_JSON
    ") FROM categories) AS categories,"
    " (SELECT json_group_array(json_array(t.term, t.doc))"
    "  FROM json_each(?3) AS e CROSS JOIN jobs_terms AS t ON t.term = e.value) AS words,"
    " (SELECT coalesce(sum(doc), 0) FROM ("
    "   SELECT doc FROM jobs_terms WHERE term >= ?4 AND term < ?5 LIMIT 50)) AS prefix_postings";

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& byte : lowered) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte + 32);
  }
  return lowered;
}

/// A term that the index holds as it is: one word of ASCII letters, digits, '+' and '#'.
bool is_one_word(std::string_view term) {
  return std::ranges::all_of(term, [](char byte) {
    const char low = static_cast<char>(byte | 0x20);
    return (low >= 'a' && low <= 'z') || (byte >= '0' && byte <= '9') || byte == '+' || byte == '#';
  });
}

bool is_counted_by_index(const JobFilter& filter) {
  const auto groups = facet_words(filter);
  const bool is_many_valued = !filter.companies.empty() || !filter.scopes.empty();
  return groups.size() == 1 && !filter.search.is_given && !filter.posted_within_days &&
         !filter.salary_min && (!is_many_valued || groups.front().size() == 1);
}

using Counts = std::map<std::string, std::int64_t, std::less<>>;

Counts read_counts(const FrameRow& frame) {
  Counts counts;
  for (const Json& pair : Json::parse(frame.words, nullptr, false)) {
    if (pair.is_array() && pair.size() == 2 && pair[0].is_string() && pair[1].is_number()) {
      counts[pair[0].get<std::string>()] = pair[1].get<std::int64_t>();
    }
  }
  return counts;
}

std::int64_t count_of(const Counts& counts, const std::string& word) {
  const auto found = counts.find(word);
  return found == counts.end() ? 0 : found->second;
}

std::int64_t sum_of(const Counts& counts, const std::vector<std::string>& words) {
  std::int64_t sum = 0;
  for (const std::string& word : words) sum += count_of(counts, word);
  return sum;
}

std::vector<std::string> state_words(const JobFilter& filter) {
  JobFilter plain;
  plain.status = filter.status;
  return facet_words(plain).front();
}

/// The least number of postings that a whole word of the search is in.
std::int64_t rarest_word(const JobFilter& filter, const FrameRow& frame, const Counts& counts) {
  std::int64_t least = INT64_MAX;
  const auto& wanted = filter.search.wanted;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!is_one_word(wanted[i].text)) continue;
    const bool is_last = i + 1 == wanted.size();
    const std::int64_t whole = count_of(counts, lower(wanted[i].text));
    least = std::min(least, is_last ? std::max(whole, frame.prefix_postings) : whole);
  }
  return least;
}

std::int64_t estimate(const JobFilter& filter, const FrameRow& frame) {
  const Counts counts = read_counts(frame);
  const auto all =
      static_cast<double>(std::max<std::int64_t>(1, sum_of(counts, state_words(filter))));
  double share = 1.0;
  for (const auto& words : facet_words(filter)) {
    const auto sum = static_cast<double>(sum_of(counts, words));
    if (sum > 0) share *= std::min(1.0, sum / all);
  }
  const std::int64_t rarest = rarest_word(filter, frame, counts);
  if (rarest != INT64_MAX) share *= std::min(1.0, static_cast<double>(rarest) / all);
  return std::max(kCountedOut + 1, static_cast<std::int64_t>(std::llround(all * share)));
}

}  // namespace

Statement frame_of(const JobFilter& filter, LastWord last_word, UnixSeconds now) {
  Json words = Json::array();
  for (const std::string& word : state_words(filter)) words.push_back(word);
  for (const auto& group : facet_words(filter)) {
    for (const std::string& word : group) words.push_back(word);
  }
  for (const auto& term : filter.search.wanted) words.push_back(lower(term.text));
  std::string prefix;
  if (!filter.search.wanted.empty() && is_one_word(filter.search.wanted.back().text)) {
    prefix = lower(filter.search.wanted.back().text);
  }
  const std::string match =
      is_counted_by_index(filter) ? std::string(kNoMatch) : to_match(filter, last_word);
  // NULL would not bound the list of words: an empty range does.
  const std::string low = prefix.empty() ? "#" : prefix;
  const std::string high = prefix.empty() ? "#" : prefix + "{";
  return {kFrame, {match, std::to_string(lowest_key(filter, now)), dump(words), low, high}};
}

Total total_of(const JobFilter& filter, const FrameRow& frame) {
  if (is_counted_by_index(filter)) {
    return {sum_of(read_counts(frame), facet_words(filter).front()), true};
  }
  if (frame.counted <= kCountedOut) return {frame.counted, true};
  return {estimate(filter, frame), false};
}

bool is_common(const JobFilter& filter, const FrameRow& frame) {
  if (frame.counted <= kCountedOut) return false;
  return rarest_word(filter, frame, read_counts(frame)) > kRanked;
}

}  // namespace spearyx::api
