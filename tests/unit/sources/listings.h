#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "normalize/category/category.h"
#include "normalize/posting.h"
#include "sources/listing.h"

/// Checks of listings that the tests of several readers share.
namespace spearyx {

/// The row that a listing of one posting leads to.
inline Job only_job(const Listing& listing) {
  EXPECT_EQ(listing.postings().size(), 1);
  if (listing.postings().empty()) return {};
  return normalize::to_job(listing.postings().front(), "", normalize::Categoriser()).job;
}

/// A posting that cannot be used, and why.
struct PostingCase {
  const char* what;
  std::string_view json;
  std::string_view rejected;
};

/// Expects a listing of such a posting and a sound one to keep the sound one. None counts as gone where
/// the other has an id.
inline void expect_rejected_alone(const Listing& listing, const PostingCase& rejected,
                                  std::string_view id) {
  EXPECT_EQ(listing.postings().size(), 1);
  EXPECT_EQ(listing.counts().fetched, 2);
  ASSERT_EQ(listing.counts().rejected.total(), 1);
  EXPECT_EQ(listing.counts().rejected.entries().front().reason, rejected.rejected);
  EXPECT_EQ(listing.is_complete(), rejected.json.contains(id));
}

}  // namespace spearyx
