#pragma once

#include "api/search/query.h"

/// The meaning of a search beside its letters.
namespace spearyx::api {

/// Adds to each word the other texts that stand for it: those of the table of meanings ("k8s" for
/// Kubernetes, "frontend" for front end), its singular or plural, and the word joined to the one beside
/// it. The name of a country or a region gets the scope as well. Phrases and exclusions stay as they
/// are, and so do searches of more than eight words.
void add_meanings(SearchQuery& query);

}  // namespace spearyx::api
