#include "project.h"

namespace spearyx::testing {

std::filesystem::path project_root() { return SPEARYX_SOURCE_DIR; }

}  // namespace spearyx::testing
