#pragma once

#include <filesystem>

namespace spearyx::testing {

/// The folder of the checkout that was built. Only one file knows it, so that compilers' caches
/// serve every checkout with the others.
std::filesystem::path project_root();

}  // namespace spearyx::testing
