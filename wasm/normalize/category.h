#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "normalize/category_phrases.h"

/// Which of the sixteen categories a posting belongs to, decided by whole words and phrases.
namespace spearyx::normalize {

struct Category {
  int id;
  std::string_view name;
  std::string_view slug;
};

/// The rows of the table `categories`, in the order of their ids.
inline constexpr auto kCategories = std::to_array<Category>({
    {1, "Programming & Development", "programming-development"},
    {2, "Project Management", "project-management"},
    {3, "Design", "design"},
    {4, "Marketing", "marketing"},
    {5, "Data Science & Analytics", "data-science-analytics"},
    {6, "DevOps & Infrastructure", "devops-infrastructure"},
    {7, "Customer Support", "customer-support"},
    {8, "Sales", "sales"},
    {9, "Product Management", "product-management"},
    {10, "Healthcare & Medical", "healthcare-medical"},
    {11, "Administrative & Reception", "administrative-reception"},
    {12, "Education & Training", "education-training"},
    {13, "Legal", "legal"},
    {14, "Accounting & Finance", "accounting-finance"},
    {15, "Human Resources", "human-resources"},
    {16, "Writing & Content", "writing-content"},
});

/// Where a posting goes that nothing is known about.
inline constexpr int kDefaultCategory = 1;

/// Name of a category; of the default one for an id outside 1 to 16.
[[nodiscard]] std::string_view category_name(int id);

struct CategoryVerdict {
  int category_id = kDefaultCategory;
  /// The term of the vocabulary that decided, "" where nothing did; lives as long as the program.
  std::string_view term;
};

/// Decides the category of postings. Title, then tags (departments, teams, labels), then
/// description: each is asked only where those before it are silent.
///
/// In a title the head noun decides. A profession ("recruiter", "sales engineer") outweighs a field
/// of work ("email", "product"), a field needs a general head ("manager", "head", "analyst") to
/// settle the matter, the part before a comma, dash or bracket outweighs the part after it, and the
/// later of two equals wins, since English puts the head last. Tags and the words of a description
/// vote. Building one reads the whole vocabulary; it is immutable and meant to serve a whole run.
class Categoriser {
 public:
  Categoriser();
  [[nodiscard]] CategoryVerdict categorise(std::string_view title,
                                           std::span<const std::string_view> tags,
                                           std::string_view plain_description) const;

 private:
  PhraseAutomaton phrases_;
};

}  // namespace spearyx::normalize
