#pragma once

/// Makes a function callable from JavaScript under this name.
#define SPEARYX_EXPORT(name) extern "C" __attribute__((export_name(name), used))
