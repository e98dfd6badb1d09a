# WebAssembly build: build/wasm-release/<worker>.wasm, no JavaScript glue.
target_compile_options(core PRIVATE -O3 -msimd128 -fno-rtti -flto)

function(add_worker name)
  add_executable(${name} wasm/boundary/${name}.cc wasm/boundary/exports.cc
                         wasm/boundary/wasm_host.cc)
  set_target_properties(${name} PROPERTIES SUFFIX .wasm)
  target_link_libraries(${name} PRIVATE core)
  target_compile_options(${name} PRIVATE -O3 -msimd128 -fno-rtti -flto)
  target_link_options(${name} PRIVATE
    -O3 -flto -fno-exceptions --no-entry
    -sSTANDALONE_WASM
    -sINITIAL_MEMORY=2MB -sALLOW_MEMORY_GROWTH=1 -sMAXIMUM_MEMORY=64MB
    # A stack overflow runs off the bottom of memory and traps, instead of overwriting data.
    -sSTACK_SIZE=256KB -Wl,--stack-first)
endfunction()

add_worker(ats)
