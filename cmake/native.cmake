# Native build: the same core under GoogleTest, with sanitizers on request. JSON documents, in which
# the tests' database answers too, are most of the work of a simulated month: unoptimised, they
# would take half of its time.
set_source_files_properties(wasm/support/json.cc tests/support/sqlite_host.cc PROPERTIES COMPILE_OPTIONS $<$<CONFIG:Debug>:-O1> SKIP_PRECOMPILE_HEADERS ON)

enable_testing()
find_package(SQLite3 REQUIRED)
set(INSTALL_GTEST OFF CACHE INTERNAL "")
add_subdirectory(/usr/src/googletest ${PROJECT_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)

file(GLOB support_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/support/*.cc)
add_library(test_support STATIC ${support_sources})
target_link_libraries(test_support PUBLIC core SQLite::SQLite3 GTest::gmock)
set_source_files_properties(tests/support/project.cc PROPERTIES COMPILE_DEFINITIONS SPEARYX_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
# For the tests as well, which are compiled in the same way.
target_precompile_headers(test_support PRIVATE <gmock/gmock.h> <gtest/gtest.h> <glaze/json.hpp> <nlohmann/json.hpp>)
get_directory_property(googletest_version DIRECTORY /usr/src/googletest DEFINITION GOOGLETEST_VERSION)
vouch_for_precompiled(test_support ${googletest_version})
compile_together(test_support 5)

# A test is a file: tests/<suite>/<name>_test.cc joins the binary of its suite.
foreach(suite unit sync sql)
  file(GLOB_RECURSE suite_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${suite}/*_test.cc)
  if(NOT suite_sources)
    continue()
  endif()
  add_executable(${suite}_tests ${suite_sources})
  target_include_directories(${suite}_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${suite}_tests PRIVATE test_support core GTest::gmock_main)
  target_precompile_headers(${suite}_tests REUSE_FROM test_support)
  # Tables of cases are not compiled together: they compile quickly, and use the same names.
  if(NOT suite STREQUAL "unit")
    compile_together(${suite}_tests 5)
  endif()
  # Months of simulated ticks take a while under sanitizers: the scripted runs share the processors.
  # The longest begins first.
  set(last_shard 1)
  set(cost 3)
  if(suite STREQUAL "sync")
    set(last_shard 7)
    set(cost 2)
  endif()
  math(EXPR shards "${last_shard} + 1")
  foreach(shard RANGE ${last_shard})
    add_test(NAME ${suite}.${shard} COMMAND ${suite}_tests --gtest_brief=1)
    set_tests_properties(${suite}.${shard} PROPERTIES COST ${cost}
      # Whose allocation it was, a fault tells by few frames: keeping thirty of each takes a tenth of the time.
      ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard};ASAN_OPTIONS=malloc_context_size=4")
  endforeach()
endforeach()

# The core's answers to the postings that were labelled by hand; built when `npm run labels` asks
# for it.
add_executable(labels EXCLUDE_FROM_ALL tests/labels/main.cc)
target_include_directories(labels PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(labels PRIVATE test_support core)

include(cmake/invented.cmake)

# A week of cron at a hundred thousand postings, for the benchmark; built when it asks for it.
add_executable(week EXCLUDE_FROM_ALL bench/core/week.cc)
target_include_directories(week PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(week PRIVATE test_support core)

# Lists, searches and pages at any number of postings, for the benchmark as well.
add_executable(serving EXCLUDE_FROM_ALL bench/core/serving.cc)
target_include_directories(serving PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(serving PRIVATE test_support core)

# The time by which adaptive looks see new postings sooner, for the benchmark as well.
add_executable(rotation EXCLUDE_FROM_ALL bench/core/rotation.cc)
target_include_directories(rotation PRIVATE ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(rotation PRIVATE test_support core)

# A fuzzer is a file: tests/fuzz/<name>_fuzz.cc, with its first inputs in tests/fuzz/corpus/<name>.
# The tests give each a short run; CONTRIBUTING.md has a long one.
if(SPEARYX_SANITIZE)
  # They want to see which branches of the core an input takes.
  target_compile_options(core PRIVATE -fsanitize=fuzzer-no-link)
  file(GLOB fuzzer_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cc)
  foreach(source ${fuzzer_sources})
    get_filename_component(fuzzer ${source} NAME_WE)
    string(REPLACE _fuzz "" corpus ${fuzzer})
    add_executable(${fuzzer} ${source})
    target_compile_options(${fuzzer} PRIVATE -fsanitize=fuzzer-no-link)
    target_include_directories(${fuzzer} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${fuzzer} PRIVATE test_support core)
    # Debian's libFuzzer is built with the other C++ library.
    target_link_libraries(${fuzzer} PRIVATE -l:libstdc++.so.6)
    target_link_options(${fuzzer} PRIVATE -fsanitize=fuzzer)
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/corpus/${corpus})
    add_test(NAME fuzz.${corpus} COMMAND ${fuzzer} -seed=1 -max_total_time=5 -timeout=20 -max_len=20000
      -print_final_stats=1 -artifact_prefix=${PROJECT_BINARY_DIR}/corpus/${corpus}.
      ${PROJECT_BINARY_DIR}/corpus/${corpus} ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${corpus})
  endforeach()
  # An event is decoded at the boundary, in a file that needs no WebAssembly.
  target_sources(event_fuzz PRIVATE wasm/boundary/tick_event.cc)
endif()
