# WebAssembly build: build/wasm-release/<worker>.wasm, no JavaScript glue.
# Small, and fast in two folders: all bytes of bodies and descriptions pass through them.
# docs/decisions/0010-small-modules.md has the figures.
target_compile_definitions(core PUBLIC GLZ_DEFAULT_OPTIMIZATION_SIZE GLZ_DISABLE_ALWAYS_INLINE)
set(module_options -Oz -msimd128 -fno-rtti -flto)
target_compile_options(core PRIVATE ${module_options})
file(GLOB hot_sources CONFIGURE_DEPENDS wasm/sanitize/*.cc wasm/support/*.cc)
# A precompiled header is for files that are compiled like it.
set_source_files_properties(${hot_sources} PROPERTIES COMPILE_OPTIONS -O2 SKIP_PRECOMPILE_HEADERS ON)

function(add_module name)
  add_executable(${name} ${ARGN} wasm/boundary/libc.cc)
  set_target_properties(${name} PROPERTIES SUFFIX .wasm)
  target_link_libraries(${name} PRIVATE core)
  target_compile_options(${name} PRIVATE ${module_options})
  target_link_options(${name} PRIVATE
    -Oz -flto -fno-exceptions --no-entry
    -sSTANDALONE_WASM
    -sINITIAL_MEMORY=2MB -sALLOW_MEMORY_GROWTH=1 -sMALLOC=emmalloc
    # A stack overflow runs off the bottom of memory and traps, instead of overwriting data.
    -sSTACK_SIZE=256KB -Wl,--stack-first)
endfunction()

# The common code of the workers around the core: compiled once, linked into each.
add_library(worker_boundary OBJECT wasm/boundary/exports.cc wasm/boundary/wasm_host.cc)
add_library(tick_boundary OBJECT wasm/boundary/tick_event.cc)
foreach(part worker_boundary tick_boundary)
  target_link_libraries(${part} PRIVATE core)
  target_compile_options(${part} PRIVATE ${module_options})
  target_precompile_headers(${part} REUSE_FROM core)
endforeach()

function(add_worker name)
  add_module(${name} wasm/boundary/${name}.cc)
  target_link_libraries(${name} PRIVATE worker_boundary ${ARGN})
  target_link_options(${name} PRIVATE -sMAXIMUM_MEMORY=96MB)
endfunction()

foreach(name ats aggregator discovery)
  add_worker(${name} tick_boundary)
endforeach()
add_worker(api)

# The core in a browser, which shows a whole payload at once and has the memory for it.
add_module(inspect wasm/boundary/inspect.cc)
target_link_options(inspect PRIVATE -sMAXIMUM_MEMORY=1GB)

# The painter of previews: apart, so that no other module grows by it.
add_module(picture wasm/boundary/picture.cc)
target_link_options(picture PRIVATE -sMAXIMUM_MEMORY=32MB)

# Modules that are not deployed, for the browser test and the benchmark; built when these ask for
# them.
add_module(sanitizer tests/wasm/sanitizer.cc)
set_target_properties(sanitizer PROPERTIES EXCLUDE_FROM_ALL ON)

# The stages of a sync, one by one, for the benchmark; built when it asks for it.
add_module(stages bench/core/stages.cc)
set_target_properties(stages PROPERTIES EXCLUDE_FROM_ALL ON)
target_link_options(stages PRIVATE -sMAXIMUM_MEMORY=1GB)
