#include <array>
#include <optional>
#include <string>

#include "api/handlers.h"
#include "api/markup.h"
#include "api/page_address.h"
#include "normalize/dates.h"

namespace spearyx::api {

struct PageRow {
  std::int64_t id = 0;
  std::string title;
  std::string company;
  std::int64_t updated_at = 0;
};

namespace {

/// Ids per part; the protocol allows 50,000 addresses (https://www.sitemaps.org/protocol.html).
constexpr std::int64_t kIdsPerPart = 10'000;
constexpr std::int64_t kMaxParts = 50'000;

constexpr std::string_view kPart = R"sql(
SELECT id, title, company, updated_at FROM jobs WHERE id > ?1 AND id <= ?2 AND closed_at IS NULL ORDER BY id
)sql";
constexpr std::string_view kHighest = "SELECT coalesce(max(id), 0) AS number FROM jobs";

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

std::string parts(const std::string& origin, std::int64_t count) {
  std::string body(kHead);
  body.append("<sitemapindex" SITEMAP_NAMESPACE);
  for (std::int64_t part = 1; part <= count; ++part) {
    body.append("<sitemap><loc>" + origin + "/sitemap.xml?part=" + std::to_string(part) +
                "</loc></sitemap>\n");
  }
  return body.append("</sitemapindex>\n");
}

}  // namespace

// One list while the ids fit into a part, else an index of parts, a range of ids each.
ApiResult get_sitemap(Context& context) {
  const auto asked = context.parameters.number("part", {1, kMaxParts});
  if (context.parameters.error()) return std::unexpected(*context.parameters.error());
  const std::int64_t part = asked.value_or(1);
  const std::array batch{Statement{kHighest, {}},
                         Statement{kPart, {(part - 1) * kIdsPerPart, part * kIdsPerPart}}};
  const bool is_part = asked.has_value();
  Query query(context, is_part ? std::span(batch) : std::span(batch).first(1));
  const auto highest = query.first<NumberRow>(0);
  if (query.error()) return std::unexpected(*query.error());
  const std::string origin = escape_xml(context.request.origin);
  const std::int64_t count = (highest->number + kIdsPerPart - 1) / kIdsPerPart;
  if (!is_part && count > 1) return xml(parts(origin, count));
  if (is_part) return xml(urls(origin, query.rows<PageRow>(1), part == 1));
  Query first(context, std::span(batch).last(1));
  const auto pages = first.rows<PageRow>(0);
  if (first.error()) return std::unexpected(*first.error());
  return xml(urls(origin, pages, true));
}

ApiResult get_robots(Context& context) {
  return Answer{.body = "User-agent: *\nAllow: /\nDisallow: /api/\n\nSitemap: " +
                        context.request.origin + "/sitemap.xml\n",
                .content_type = "text/plain; charset=utf-8",
                .max_age_s = 86'400};
}

}  // namespace spearyx::api
