#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "host/host.h"
#include "sources/listing.h"
#include "store/candidates.h"
#include "sync/event.h"
#include "sync/known_boards.h"
#include "sync/polite_fetch.h"
#include "sync/request_gate.h"
#include "sync/run_log.h"

namespace spearyx::sync {

/// What one source answered about a candidate.
struct SearchResult {
  enum class Kind : std::uint8_t {
    kNone,
    /// A board without postings; `board` says which.
    kEmpty,
    /// A board that the database has, under this slug or another one.
    kKnown,
    kFound,
    /// `error` says why nobody knows.
    kFailed,
  };

  Kind kind = Kind::kNone;
  store::FoundBoard board;
  std::optional<Error> error;
  /// The slugs asked for, in order.
  std::vector<std::string> asked;
  /// A board that answered and is another company's, "" for none: "aha (Animal Hospital)".
  std::string other;

  /// One clause for the log: "Greenhouse has blueheron (12 postings, 3 remote)".
  [[nodiscard]] std::string describe() const;
};

/// Looks for a candidate's board at one source, slug by slug, each with the smallest request there is,
/// until a board with postings answers. Boards that the database has are not asked. A board that answers
/// under a second slug of one that the database has is recognised by its postings.
class BoardSearch {
 public:
  struct Context {
    Host& host;
    const Variables& variables;
    RequestGate& gate;
    RunLog& log;
    Traffic& traffic;
    const KnownBoards& known;
    /// Whose name a board must fit, if it states one; "" where the slug is no guess.
    std::string_view candidate;
  };

  BoardSearch(const Context& context, Source source);

  /// Looks under one more slug.
  void look_at(const std::string& slug);
  /// Whether there is an answer that further slugs would not change.
  [[nodiscard]] bool is_over() const { return is_over_; }
  /// What all that was looked at adds up to.
  [[nodiscard]] const SearchResult& result() const { return result_; }

 private:
  /// Whether the search is over.
  [[nodiscard]] Result<bool> look_for(const std::string& slug);
  /// Whether the board that answered says nothing of the candidate: it is somebody else's, or empty where
  /// that proves nothing.
  [[nodiscard]] bool is_beside_the_point(const std::string& slug, const Listing& listing);
  [[nodiscard]] Result<Listing> ask(const std::string& slug);
  /// Whether the board is one that the database has under another slug, which it then names.
  [[nodiscard]] Result<std::optional<std::string>> known_slug(const std::string& slug,
                                                              const Listing& listing);
  [[nodiscard]] bool conclude(SearchResult::Kind kind, const std::string& slug,
                              const Listing& listing = {});

  Context context_;
  Source source_;
  PoliteFetch fetch_;
  SearchResult result_;
  bool is_over_ = false;
};

}  // namespace spearyx::sync
