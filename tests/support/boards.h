#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "host/host.h"

/// Made-up boards in the sources' own wire formats.
namespace spearyx::testing {

struct FakePosting {
  std::int64_t id = 1;
  std::string title = "Software Engineer";
  std::string location = "Remote";
  std::string content = "<p>We build bridges.</p>";
  std::string updated_at = "2026-08-01T10:00:00-04:00";
};

/// `count` remote postings with ids from `first_id`.
[[nodiscard]] std::vector<FakePosting> postings(std::int64_t count, std::int64_t first_id = 1);

[[nodiscard]] std::string greenhouse_body(const std::vector<FakePosting>& postings);
[[nodiscard]] std::string lever_body(const std::vector<FakePosting>& postings);

/// 200 with JSON.
[[nodiscard]] Response json_answer(std::string body, std::string etag = "");
[[nodiscard]] Response status_answer(int status, std::string retry_after = "");

}  // namespace spearyx::testing
