# Native build: the same core under GoogleTest, with sanitizers and clang-tidy on request.
if(SPEARYX_TIDY)
  set_target_properties(core PROPERTIES CXX_CLANG_TIDY "clang-tidy-19;--quiet")
  return()
endif()

enable_testing()
find_package(SQLite3 REQUIRED)
set(INSTALL_GTEST OFF CACHE INTERNAL "")
add_subdirectory(/usr/src/googletest ${PROJECT_BINARY_DIR}/googletest EXCLUDE_FROM_ALL SYSTEM)

file(GLOB support_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/support/*.cc)
add_library(test_support STATIC ${support_sources})
target_link_libraries(test_support PUBLIC core SQLite::SQLite3)
target_compile_definitions(test_support PUBLIC SPEARYX_SOURCE_DIR="${PROJECT_SOURCE_DIR}")

# A test is a file: tests/<suite>/<name>_test.cc joins the binary of its suite.
foreach(suite unit sync sql)
  file(GLOB_RECURSE suite_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${suite}/*_test.cc)
  if(NOT suite_sources)
    continue()
  endif()
  add_executable(${suite}_tests ${suite_sources})
  target_include_directories(${suite}_tests PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_link_libraries(${suite}_tests PRIVATE test_support core GTest::gmock_main)
  add_test(NAME ${suite} COMMAND ${suite}_tests --gtest_brief=1)
endforeach()
