#include "sources/listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <type_traits>
#include <vector>

namespace spearyx {
namespace {

using ::testing::ElementsAre;

Posting posting(const std::string& title, const std::string& url) {
  Posting posting;
  posting.title = title;
  posting.url = url;
  posting.remote_reason = "location says remote";
  return posting;
}

std::vector<std::string> told(const Listing& listing) {
  std::vector<std::string> texts;
  for (const ListingEntry& entry : listing.entries()) {
    texts.push_back(std::string(entry.id).append(": ").append(entry.reason));
  }
  return texts;
}

/// A listing in which everything happens that can.
Listing full() {
  Listing listing;
  listing.skip();
  EXPECT_TRUE(listing.meet("1", R"("Gardener")"));
  listing.keep(posting("Gardener", "https://x.example/1"));
  EXPECT_TRUE(listing.meet("2", ""));
  listing.filter("nothing says remote");
  EXPECT_TRUE(listing.meet("3", ""));
  listing.keep(posting(" \u200B ", "https://x.example/3"));
  EXPECT_TRUE(listing.meet("4", ""));
  listing.keep(posting("Gardener", "javascript:alert(1)"));
  EXPECT_FALSE(listing.meet("1", ""));
  EXPECT_FALSE(listing.meet("", ""));
  EXPECT_FALSE(listing.meet(std::string(513, 'x'), ""));
  listing.reject_malformed();
  return listing;
}

TEST(Listing, TellsWhatBecameOfEachElementAndWhy) {
  EXPECT_THAT(told(full()),
              ElementsAre(": not a posting", "1: location says remote", "2: nothing says remote",
                          "3: title is missing", "4: link is missing", "1: id was seen before",
                          ": id is missing", ": id is too long", ": posting is malformed"));
  const Listing listing = full();
  EXPECT_EQ(listing.entries()[1].outcome, ListingOutcome::kKept);
  EXPECT_EQ(listing.entries()[1].title, R"("Gardener")");
  EXPECT_EQ(listing.postings()[listing.entries()[1].posting].external_id, "1");
  EXPECT_EQ(listing.entries()[0].outcome, ListingOutcome::kNotice);
}

TEST(Listing, CountsEachPostingOnce) {
  const Listing listing = full();
  Receipt receipt = listing.counts();
  receipt.added = std::ssize(listing.postings());
  EXPECT_EQ(receipt.fetched, 8);
  EXPECT_EQ(receipt.rejected.total(), 5);
  EXPECT_EQ(receipt.duplicate, 1);
  EXPECT_TRUE(receipt.balances());
  EXPECT_EQ(listing.distinct(), 4);
}

TEST(Listing, IsIncompleteWhereAPostingHasNoId) {
  Listing listing;
  EXPECT_TRUE(listing.meet("1", ""));
  listing.keep(posting("", ""));
  EXPECT_TRUE(listing.is_complete());
  EXPECT_THAT(listing.rejected_ids(), ElementsAre("1"));
  EXPECT_TRUE(listing.has("1"));
  listing.reject_malformed();
  EXPECT_FALSE(listing.is_complete());
}

TEST(Listing, CountsUnknownFieldsBesideTheBalance) {
  Listing listing;
  EXPECT_TRUE(listing.meet("1", ""));
  listing.count_unknown("date");
  listing.count_unknown("date");
  listing.count_unknown("place");
  listing.filter("nothing says remote");
  EXPECT_TRUE(listing.counts().balances());
  EXPECT_EQ(listing.counts().to_json()["unknown"], (Json{{"date", 2}, {"place", 1}}));
}

// Its entries have views of its ids.
TEST(Listing, IsMovedAndNotCopied) {
  static_assert(!std::is_copy_constructible_v<Listing>);
  Listing moved = full();
  const Listing listing = std::move(moved);
  EXPECT_EQ(listing.entries()[2].id, "2");
}

}  // namespace
}  // namespace spearyx
