# The sources that live in tests/invented alone: those that docs/adding-a-source.md shows, built and
# tested as if they were real. Their table of sources, with their rows, comes before the real one,
# so the core is compiled once more.
set(invented ${PROJECT_BINARY_DIR}/invented)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS wasm/model/source.h tests/invented/rows.inc)
file(READ wasm/model/source.h table)
file(READ tests/invented/rows.inc rows)
string(REGEX REPLACE "(enum class Source : std::uint8_t {[^}]*[^ ,}\n]),?[ \n]*}" "\\1, kBamboo, kSprout}" table "${table}")
string(REGEX REPLACE "\n(}\\);\n\n/// Whether the value is an enumerator)" "\n${rows}\\1" table "${table}")
file(CONFIGURE OUTPUT ${invented}/model/source.h CONTENT "${table}" @ONLY)

# These know nothing of sources, and come from the core.
list(FILTER core_sources EXCLUDE REGEX "/wasm/(host|sanitize|support)/")
file(GLOB invented_sources CONFIGURE_DEPENDS tests/invented/*.cc tests/invented/*/*.cc)
add_executable(invented_tests ${core_sources} ${invented_sources} ${PROJECT_SOURCE_DIR}/tests/support/boards.cc)
target_include_directories(invented_tests BEFORE PRIVATE ${invented} tests ${PROJECT_BINARY_DIR}/generated)
target_link_libraries(invented_tests PRIVATE test_support core GTest::gmock_main)
target_precompile_headers(invented_tests REUSE_FROM test_support)
compile_together(invented_tests 14)
add_test(NAME invented COMMAND invented_tests --gtest_brief=1)
