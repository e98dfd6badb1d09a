#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
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

/// Makes `count` remote postings with ids from `first_id`.
[[nodiscard]] std::vector<FakePosting> postings(std::int64_t count, std::int64_t first_id = 1);

[[nodiscard]] std::string greenhouse_body(const std::vector<FakePosting>& postings,
                                          std::string_view company = "Bridge Builders");
[[nodiscard]] std::string ashby_body(const std::vector<FakePosting>& postings);
[[nodiscard]] std::string recruitee_body(const std::vector<FakePosting>& postings,
                                         std::string_view company = "Bridge Builders");
[[nodiscard]] std::string workable_body(const std::vector<FakePosting>& postings,
                                        std::string_view company = "Bridge Builders");
/// A posting's id as Lever gives it.
[[nodiscard]] std::string lever_id_of(std::int64_t id);
[[nodiscard]] std::string lever_body(const std::vector<FakePosting>& postings);

/// The key of a board: the name of its source, and a slug.
using BoardKey = std::pair<std::string, std::string>;

/// The board that a URL asks for: its slug is third in the path, unless each has a host of its own.
[[nodiscard]] BoardKey board_in(const std::string& url);
[[nodiscard]] bool is_remote(const FakePosting& posting);

/// An answer with status 200 and JSON.
[[nodiscard]] Response json_answer(std::string body, std::string etag = "");
/// The answer with the remote postings, because `lever_body` calls all of its postings remote, and
/// at most as many as the URL asks for.
[[nodiscard]] Response lever_answer(const std::string& url, std::vector<FakePosting> postings);
[[nodiscard]] Response status_answer(int status, std::string retry_after = "");

}  // namespace spearyx::testing
