/** Which files clang-tidy checks together, and which anew. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Source, circumstances, groupIntoUnits, stampOf } from '../../tools/tidy.mjs';

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

describe('a unit is checked anew', () => {
  /** A checkout with one header; `change` gets its folder. */
  function stampIn(t, change = () => {}, { flags = ['-O0'], code = 'int a;' } = {}) {
    const root = mkdtempSync(join(tmpdir(), 'spearyx-tidy-'));
    t.after(() => rmSync(root, { recursive: true }));
    for (const folder of ['wasm/api', '.toolchain']) mkdirSync(join(root, folder), { recursive: true });
    // As the set-up links it: where the libraries really lie is the same in every checkout.
    symlinkSync(tmpdir(), join(root, '.toolchain/deps'));
    writeFileSync(join(root, '.clang-tidy'), 'Checks: "-*"');
    writeFileSync(join(root, 'wasm/api/one.h'), 'int one();');
    change(root);
    return stampOf([new Source('api/one.cc', code)], circumstances([...flags, `-I${root}/wasm`], root));
  }

  for (const [what, change, options] of [
    ['a header', (root) => writeFileSync(join(root, 'wasm/api/one.h'), 'int two();')],
    ['the number of headers', (root) => writeFileSync(join(root, 'wasm/api/two.h'), '')],
    ['a check', (root) => writeFileSync(join(root, '.clang-tidy'), 'Checks: "*"')],
    ['a flag', undefined, { flags: ['-O1'] }],
    ['its text', undefined, { code: 'int b;' }],
  ]) {
    test(`when ${what} has changed`, (t) => assert.notEqual(stampIn(t, change, options), stampIn(t)));
  }

  test('in no other checkout of the same', (t) => assert.equal(stampIn(t), stampIn(t)));
});
