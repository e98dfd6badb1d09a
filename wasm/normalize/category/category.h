#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "normalize/category/phrases.h"

/// Categories of postings, decided by whole words and phrases.
namespace spearyx::normalize {

struct Category {
  int id;
  std::string_view name;
  std::string_view slug;
  std::string_view description;
};

/// The categories in the order of their ids; the table `categories` has the same rows.
inline constexpr auto kCategories = std::to_array<Category>({
    {1, "Programming & Development", "programming-development",
     "Software engineering and development"},
    {2, "Project Management", "project-management", "Projects, programmes and delivery"},
    {3, "Design", "design", "Product, visual and user experience design"},
    {4, "Marketing", "marketing", "Marketing, growth and communications"},
    {5, "Data Science & Analytics", "data-science-analytics",
     "Data, analytics and machine learning"},
    {6, "DevOps & Infrastructure", "devops-infrastructure",
     "Operations, infrastructure and security"},
    {7, "Customer Support", "customer-support", "Support and customer success"},
    {8, "Sales", "sales", "Sales and business development"},
    {9, "Product Management", "product-management", "Product strategy and management"},
    {10, "Healthcare & Medical", "healthcare-medical", "Clinical and medical work"},
    {11, "Administrative & Reception", "administrative-reception",
     "Office, assistance and administration"},
    {12, "Education & Training", "education-training", "Teaching, training and curricula"},
    {13, "Legal", "legal", "Law, contracts and compliance"},
    {14, "Accounting & Finance", "accounting-finance", "Accounting, finance and tax"},
    {15, "Human Resources", "human-resources", "People operations and recruiting"},
    {16, "Writing & Content", "writing-content", "Writing, editing and content"},
    {17, "Other", "other", "Work of another kind, or of an unknown one"},
});

/// "Other": the category of a posting that nothing is known about.
inline constexpr int kOtherCategory = 17;

/// The category with the id; "Other" for an unknown id.
[[nodiscard]] const Category& category_with(std::int64_t id);

struct CategoryVerdict {
  int category_id = kOtherCategory;
  /// The term of the vocabulary that decided, "" where nothing did; lives as long as the program.
  std::string_view term;
};

/// The evidence for a category where a title is silent.
struct CategoryHints {
  /// The place of the work in a company: departments, teams, industries.
  std::span<const std::string_view> departments;
  /// Words that the source adds so that a posting is found by them; alone they decide nothing.
  std::span<const std::string_view> labels;
  std::string_view plain_description;
};

/// The categoriser of postings. It reads title, then departments, then description; each only where
/// those before it are silent.
///
/// In a title the head noun decides. A profession ("recruiter", "sales engineer") outweighs a field
/// of work ("email", "product"), and a field needs a general head ("manager", "head", "analyst") to
/// settle the matter. The part before a comma, dash or bracket outweighs the part after it. The
/// later of two equals wins, because English puts the head last. Tags and the words of a
/// description vote. Building a categoriser reads the whole vocabulary; it is immutable and meant
/// to serve a whole run.
class Categoriser {
 public:
  Categoriser();
  [[nodiscard]] CategoryVerdict categorise(std::string_view title,
                                           const CategoryHints& hints) const;
  [[nodiscard]] CategoryVerdict categorise(std::string_view title,
                                           std::span<const std::string_view> departments,
                                           std::string_view plain_description) const {
    return categorise(title, {departments, {}, plain_description});
  }

 private:
  PhraseAutomaton phrases_;
};

}  // namespace spearyx::normalize
