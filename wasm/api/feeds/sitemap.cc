#include <optional>
#include <string>

#include "api/feeds/markup.h"
#include "api/handlers.h"
#include "api/page_address.h"
#include "model/source.h"
#include "normalize/text/dates.h"

namespace spearyx::api {

struct PageRow {
  std::int64_t id = 0;
  std::string title;
  std::string company;
  std::int64_t updated_at = 0;
};

namespace {

/// Ids per part, as in `kParts`; the protocol allows 50,000 addresses
/// (https://www.sitemaps.org/protocol.html).
constexpr std::int64_t kIdsPerPart = 10'000;
constexpr std::int64_t kMaxParts = 50'000;

/// The SQL with the names of the sources that the sitemap leaves out in place of "PRIVATE".
consteval std::string with_private_sources(std::string_view sql) {
  return replaced(sql, "PRIVATE", listed(kPrivateSources, &SourceInfo::name, "'", ", ", ", "));
}

constexpr std::string_view kPart = kStaticText<[] {
  return with_private_sources(R"sql(
SELECT id, title, company, updated_at FROM jobs
WHERE id > ?1 AND id <= ?2 AND state = 'o'
  AND source_name NOT IN (PRIVATE) ORDER BY id
)sql");
}>;

// The first part, which has the home page, and those that hold postings to be listed: a seek for each,
// on from the others it begins with.
constexpr std::string_view kParts = kStaticText<[] {
  return with_private_sources(R"sql(
WITH RECURSIVE parts (part) AS (SELECT 1 UNION ALL
  SELECT (SELECT (min(id) + 9999) / 10000 FROM jobs
    WHERE id > part * 10000 AND state = 'o'
      AND source_name NOT IN (PRIVATE))
  FROM parts WHERE part IS NOT NULL)
SELECT part AS number FROM parts WHERE part IS NOT NULL LIMIT 50000
)sql");
}>;

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
#define SITEMAP_NAMESPACE " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"

Answer xml(std::string body) {
  return {.body = std::move(body),
          .content_type = "application/xml; charset=utf-8",
          .max_age_s = 3'600};
}

std::string urls(const std::string& origin, const std::vector<PageRow>& pages, bool with_home) {
  std::string body(kHead);
  body.append("<urlset" SITEMAP_NAMESPACE);
  if (with_home) body.append("<url><loc>" + origin + "/</loc></url>\n");
  for (const PageRow& page : pages) {
    body.append("<url><loc>" + origin + page_path(page.id, page.title, page.company) +
                "</loc><lastmod>" + normalize::iso8601(page.updated_at) + "</lastmod></url>\n");
  }
  return body.append("</urlset>\n");
}

std::string index_of(const std::string& origin, const std::vector<NumberRow>& parts) {
  std::string body(kHead);
  body.append("<sitemapindex" SITEMAP_NAMESPACE);
  for (const NumberRow& part : parts) {
    body.append("<sitemap><loc>" + origin + "/sitemap.xml?part=" + std::to_string(part.number) +
                "</loc></sitemap>\n");
  }
  return body.append("</sitemapindex>\n");
}

ApiResult answer_part(Context& context, const std::string& origin, std::int64_t part) {
  const auto pages =
      ask(context, store::Query<PageRow>{
                       "pages of a part", kPart, {(part - 1) * kIdsPerPart, part * kIdsPerPart}});
  if (!pages) return std::unexpected(pages.error());
  // The protocol knows no empty list.
  if (pages->empty() && part != 1) return refuse(404, "not_found", "There is no such part.");
  return xml(urls(origin, *pages, part == 1));
}

}  // namespace

// One list while the ids fit into a part, else an index of parts, a range of ids each.
ApiResult get_sitemap(Context& context) {
  const auto part = context.parameters.number("part", {1, kMaxParts});
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  const std::string origin = escape_xml(context.request.origin);
  if (part) return answer_part(context, origin, *part);
  const auto parts = ask(context, store::Query<NumberRow>{"parts", kParts, {}});
  if (!parts) return std::unexpected(parts.error());
  return parts->size() > 1 ? ApiResult(xml(index_of(origin, *parts)))
                           : answer_part(context, origin, 1);
}

ApiResult get_robots(Context& context) {
  return Answer{.body = "User-agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: " +
                        context.request.origin + "/sitemap.xml\n",
                .content_type = "text/plain; charset=utf-8",
                .max_age_s = 86'400};
}

}  // namespace spearyx::api
