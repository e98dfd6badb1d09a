#pragma once

#include "api/context.h"

/// One function per route of the table in api.cc. Each reads its parameters, asks the database at
/// most twice, and composes an answer.
namespace spearyx::api {

// jobs.cc
[[nodiscard]] ApiResult get_jobs(Context& context);
[[nodiscard]] ApiResult get_job(Context& context);
// roles.cc
[[nodiscard]] ApiResult post_job_split(Context& context);
[[nodiscard]] ApiResult post_job_join(Context& context);
// changes.cc
[[nodiscard]] ApiResult get_changes(Context& context);
// jobs/content.cc
[[nodiscard]] ApiResult get_job_content(Context& context);
// categories.cc
[[nodiscard]] ApiResult get_categories(Context& context);
// overview.cc
[[nodiscard]] ApiResult get_stats(Context& context);
// health.cc
[[nodiscard]] ApiResult get_health(Context& context);
// sources.cc
[[nodiscard]] ApiResult get_sources(Context& context);
// rates.cc
[[nodiscard]] ApiResult get_rates(Context& context);
// logs.cc
[[nodiscard]] ApiResult get_logs(Context& context);
// run.cc
[[nodiscard]] ApiResult get_log(Context& context);
// companies.cc
[[nodiscard]] ApiResult get_companies(Context& context);
// companies/company.cc
[[nodiscard]] ApiResult get_company(Context& context);
// companies/suggest.cc
[[nodiscard]] ApiResult get_company_suggestions(Context& context);
// candidates.cc
[[nodiscard]] ApiResult get_candidates(Context& context);
// companies/entry.cc
[[nodiscard]] ApiResult post_company(Context& context);
// companies/actions.cc
[[nodiscard]] ApiResult post_company_pause(Context& context);
[[nodiscard]] ApiResult post_company_resume(Context& context);
[[nodiscard]] ApiResult post_companies_retry(Context& context);
[[nodiscard]] ApiResult post_candidate_check(Context& context);
[[nodiscard]] ApiResult post_candidate_reject(Context& context);
[[nodiscard]] ApiResult post_candidates_retry(Context& context);
// triggers.cc
[[nodiscard]] ApiResult post_sync_ats(Context& context);
[[nodiscard]] ApiResult post_sync_aggregator(Context& context);
[[nodiscard]] ApiResult post_sync_discovery(Context& context);
[[nodiscard]] ApiResult post_company_sync(Context& context);
[[nodiscard]] ApiResult post_company_payload(Context& context);
// prune.cc
[[nodiscard]] ApiResult post_prune(Context& context);
// feeds.cc
[[nodiscard]] ApiResult get_rss_feed(Context& context);
[[nodiscard]] ApiResult get_json_feed(Context& context);
// sitemap.cc
[[nodiscard]] ApiResult get_sitemap(Context& context);
[[nodiscard]] ApiResult get_robots(Context& context);
// openapi.cc
[[nodiscard]] ApiResult get_openapi(Context& context);

}  // namespace spearyx::api
