/** Which files clang-tidy checks together. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Source, groupIntoUnits } from '../../tools/tidy.mjs';

const inNamespace = (code) => `namespace spearyx::api {\nnamespace {\n\n${code}\n\n}  // namespace\n}  // namespace spearyx::api\n`;
const unitsOf = (...sources) => groupIntoUnits(sources).map((unit) => unit.map(({ file }) => file));

const one = new Source('api/one.cc', inNamespace('constexpr int kMost = 1;\nint lower(int a) { return a; }'));

describe('files are checked together', () => {
  const together = {
    'that have nothing in common': new Source('api/two.cc', inNamespace('int upper(int a) { return a; }')),
    'of two folders, whatever their names': new Source('sync/two.cc', inNamespace('int lower(int a) { return a; }')),
    'that only tell of a name': new Source('api/two.cc', 'int a;  // as lower and "kMost"\nauto b = "lower";'),
  };
  for (const [name, two] of Object.entries(together)) {
    test(name, () => assert.deepEqual(unitsOf(one, two), [['api/one.cc', two.file]]));
  }
});

describe('files are checked apart', () => {
  const apart = {
    'that have a constant of one name': new Source('api/two.cc', inNamespace('constexpr double kMost =\n    2;')),
    'that have a function of one name': new Source('api/two.cc', inNamespace('std::string lower(std::string text) {')),
    'of which one uses what the other would hide': new Source('api/two.cc', 'int b = lower(1);'),
  };
  for (const [name, two] of Object.entries(apart)) {
    test(name, () => assert.deepEqual(unitsOf(one, two), [['api/one.cc'], ['api/two.cc']]));
  }

  test('of two folders that have a macro of one name', () => {
    const [a, b] = ['store/a.cc', 'sync/b.cc'].map((file) => new Source(file, '#define KEY_OF(text) text\n'));
    assert.deepEqual(unitsOf(a, b), [['store/a.cc'], ['sync/b.cc']]);
  });
});
