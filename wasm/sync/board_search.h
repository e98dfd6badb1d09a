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

/// The answers of one source about a candidate.
struct SearchResult {
  enum class Kind : std::uint8_t {
    kNone,
    /// The source has a board without postings; `board` names it.
    kEmpty,
    /// The database has the board already, under this slug or another one.
    kKnown,
    kFound,
    /// The search failed; `error` says why.
    kFailed,
  };

  Kind kind = Kind::kNone;
  store::FoundBoard board;
  std::optional<Error> error;
  /// The slugs asked for, in order.
  std::vector<std::string> asked;
  /// A board that answered but is another company's, "" for none: "aha (Animal Hospital)".
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
    /// The candidate's name, which a board must fit if it states its company; "" where the slug is
    /// no guess.
    std::string_view candidate;
  };

  BoardSearch(const Context& context, Source source);

  /// Looks under one more slug.
  void look_at(const std::string& slug);
  /// Whether no further slug would change the answer.
  [[nodiscard]] bool is_over() const { return is_over_; }
  /// The answers so far, as one result.
  [[nodiscard]] const SearchResult& result() const { return result_; }

 private:
  /// Asks for one slug, and answers whether the search is over.
  [[nodiscard]] Result<bool> look_for(const std::string& slug);
  /// Whether a board that answered tells nothing about the candidate: it is another company's, or
  /// empty where that proves nothing.
  [[nodiscard]] bool is_beside_the_point(const std::string& slug, const Listing& listing);
  [[nodiscard]] Result<Listing> ask(const std::string& slug);
  /// The other slug under which the database has this board; nothing where it has none.
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
