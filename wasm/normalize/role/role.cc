#include "normalize/role/role.h"

#include <cstdint>
#include <string>
#include <vector>

#include "model/role.h"
#include "normalize/company/identity.h"
#include "normalize/role/text.h"
#include "normalize/role/title.h"
#include "normalize/text/html_text.h"
#include "support/hash.h"

namespace spearyx::normalize {
namespace {

/// The bits of a key. Six bytes are small in the index and exact in JSON.
constexpr std::uint64_t kKeyBits = (std::uint64_t{1} << 48U) - 1;

std::string spaced(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all.append(word).append(" ");
  return all;
}

void set_role_of(Job& job, const TextWords& text) {
  const RoleTitle title = role_title(job.title, job.location, text);
  std::string employer = employer_key(job.company);
  if (employer.empty()) employer = job.source_url;
  job.role_key =
      static_cast<std::int64_t>(hash_of(employer + "\n" + spaced(title.words)) & kKeyBits);
  job.role_text = sketch_of(text);
  if (!job.role_text.empty()) {
    job.role_text += hash_letters(hash_of(spaced(title.names)), sketch::kNames.size);
  }
}

}  // namespace

void set_role(Job& job, std::string_view plain_text, const TextWords& words) {
  // A text that turns out to be markup, escaped once more than its source says, is read as such.
  const bool is_markup = plain_text.contains("</") || plain_text.contains("<br");
  if (is_markup) return set_role_of(job, TextWords(html_text(plain_text)));
  set_role_of(job, words);
}

}  // namespace spearyx::normalize
