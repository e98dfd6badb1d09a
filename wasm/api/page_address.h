#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace spearyx::api {

/// The slug of a posting's title and company in the address of its page: at most 80 lower-case
/// ASCII letters and digits without their marks, everything else a hyphen; "job" where nothing is
/// left.
[[nodiscard]] std::string page_slug(std::string_view title, std::string_view company);

/// The path of a posting's page on the site: "/jobs/7/lock-keeper-inland-waters". It is the only
/// address of a posting; the site redirects there from all others.
[[nodiscard]] std::string page_path(std::int64_t id, std::string_view title,
                                    std::string_view company);

}  // namespace spearyx::api
