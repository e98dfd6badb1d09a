/** Which files clang-tidy checks together. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Source, groupIntoUnits } from '../../tools/tidy.mjs';

const inNamespace = (code) => `namespace spearyx::api {\nnamespace {\n\n${code}\n\n}  // namespace\n}  // namespace spearyx::api\n`;
const unitsOf = (...sources) => groupIntoUnits(sources).map((unit) => unit.map(({ file }) => file));

/** Tests of `one` beside each of these, by what they are. */
function testBeside(others, units) {
  for (const [what, two] of Object.entries(others)) test(what, () => assert.deepEqual(unitsOf(one, two), units(two)));
}

const one = new Source('api/one.cc', inNamespace('constexpr int kMost = 1;\nint lower(int a) { return a; }'));

describe('files are checked together', () => {
  testBeside(
    {
      'that have nothing in common': new Source('api/two.cc', inNamespace('int upper(int a) { return a; }')),
      'of two folders, whatever their names': new Source('sync/two.cc', inNamespace('int lower(int a) { return a; }')),
      'that only tell of a name': new Source('api/two.cc', 'int a;  // as lower and "kMost"\nauto b = "lower";'),
    },
    (two) => [['api/one.cc', two.file]],
  );
});

describe('files are checked apart', () => {
  testBeside(
    {
      'that have a constant of one name': new Source('api/two.cc', inNamespace('constexpr double kMost =\n    2;')),
      'that have a function of one name': new Source('api/two.cc', inNamespace('std::string lower(std::string text) {')),
      'of which one uses what the other would hide': new Source('api/two.cc', 'int b = lower(1);'),
    },
    (two) => [['api/one.cc'], [two.file]],
  );

  test('of two folders that have a macro of one name', () => {
    const [a, b] = ['store/a.cc', 'sync/b.cc'].map((file) => new Source(file, '#define KEY_OF(text) text\n'));
    assert.deepEqual(unitsOf(a, b), [['store/a.cc'], ['sync/b.cc']]);
  });
});
