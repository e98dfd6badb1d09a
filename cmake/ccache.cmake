# The use of ccache, where it is installed. It keeps what compilers made: the work of one checkout
# serves all others of the machine, because no compiled file names the folder of its checkout.
add_compile_options(-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1
    CCACHE_COMPILERTYPE=clang CCACHE_ABSSTDERR=1 ${CCACHE})
  # CMake's own option, in a form that ccache understands.
  set(CMAKE_CXX_COMPILE_OPTIONS_USE_PCH -include-pch <PCH_FILE>)
endif()

# A precompiled header tells its folder, so each checkout makes its own. ccache compares a file
# beside it instead, which lists its headers and the real places of their libraries. It compares the
# compiler and its options anyway.
function(vouch_for_precompiled target)
  get_target_property(headers ${target} PRECOMPILE_HEADERS)
  file(REAL_PATH ${glaze_DIR} glaze)
  file(REAL_PATH ${nlohmann_json_DIR} nlohmann)
  file(WRITE ${PROJECT_BINARY_DIR}/CMakeFiles/${target}.dir/cmake_pch.hxx.pch.sum
    "${headers}\n${glaze} ${glaze_VERSION}\n${nlohmann} ${nlohmann_json_VERSION}\n${ARGN}\n")
endfunction()
