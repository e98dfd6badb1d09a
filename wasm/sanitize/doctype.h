#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace spearyx::sanitize {

/// The fields of a DOCTYPE token; missing is not the same as empty. No description needs them: they
/// are read because the conformance tests of the standard compare them.
struct Doctype {
  std::optional<std::string> name;
  std::optional<std::string> public_id;
  std::optional<std::string> system_id;
  bool force_quirks = false;
};

/// Reads a DOCTYPE behind `<!DOCTYPE` at `at` (WHATWG HTML, 13.2.5.53 to 13.2.5.68). Returns the
/// end of the token, behind its `>` or at the end of the input.
std::size_t read_doctype(std::string_view input, std::size_t at, Doctype& doctype);

}  // namespace spearyx::sanitize
