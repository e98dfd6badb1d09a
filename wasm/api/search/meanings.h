#pragma once

#include "api/search/query.h"

/// What is meant by the words of a search beside what they say.
namespace spearyx::api {

/// Gives each word the other texts that stand for it: of the table of meanings ("k8s" for Kubernetes,
/// "frontend" for front end), its singular or plural, and it joined to the word beside it. A country or a
/// region is what the text says, or the scope of the posting. Phrases and what is excluded mean what they
/// say; so do the words of a search of more than eight.
void add_meanings(SearchQuery& query);

}  // namespace spearyx::api
