#include "api/lazy_cleansing.h"

#include <array>
#include <utility>

#include "model/source.h"
#include "sanitize/sanitize.h"

namespace spearyx::api {
namespace {

constexpr std::string_view kStoredText = R"sql(
SELECT id, description_raw, full_description, is_cleansed, content_hash FROM jobs WHERE id = ?1
)sql";

constexpr std::string_view kStore = R"sql(
UPDATE jobs SET full_description = ?3, description = ?4, is_cleansed = 1
WHERE id = ?1 AND content_hash = ?2
)sql";

bool follows_links(const JobRow& job) {
  const auto source = source_named(job.source_name);
  return source && info(*source).terms.needs_followed_link;
}

}  // namespace

Statement stored_text_of(std::int64_t id) { return {kStoredText, {id}}; }

CleansedText cleanse(Context& context, const JobRow& job, StoredText text) {
  if (text.is_cleansed != 0 && text.full_description) {
    return {*std::move(text.full_description), job.description.value_or("")};
  }
  CleansedText cleansed;
  cleansed.html =
      sanitize::sanitize_html(text.description_raw, {.follow_links = follows_links(job)});
  cleansed.summary = sanitize::summary(cleansed.html);
  const std::array batch{
      Statement{kStore, {text.id, text.content_hash, cleansed.html, cleansed.summary}}};
  const Query stored(context, batch);
  return cleansed;
}

}  // namespace spearyx::api
