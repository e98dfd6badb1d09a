/** The units that clang-tidy checks anew. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { circumstances, stampOf } from '../../tools/tidy.mjs';

/** The stamp of a unit of one source, in a checkout with one header; `change` gets its folder. */
function stampIn(t, change = () => {}, flags = ['-O0']) {
  const root = mkdtempSync(join(tmpdir(), 'spearyx-tidy-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const folder of ['wasm/api', 'build', '.toolchain']) mkdirSync(join(root, folder), { recursive: true });
  // As the set-up links it: where the libraries really lie is the same in every checkout.
  symlinkSync(tmpdir(), join(root, '.toolchain/deps'));
  writeFileSync(join(root, '.clang-tidy'), 'Checks: "-*"');
  writeFileSync(join(root, 'wasm/api/one.h'), 'int one();');
  writeFileSync(join(root, 'wasm/api/one.cc'), 'int a;');
  writeFileSync(join(root, 'build/unit.cxx'), `#include "${root}/wasm/api/one.cc"\n`);
  change(root);
  return stampOf(join(root, 'build/unit.cxx'), circumstances([...flags, `-I${root}/wasm`], root), root);
}

describe('a unit is checked anew', () => {
  for (const [what, change, flags] of [
    ['a source', (root) => writeFileSync(join(root, 'wasm/api/one.cc'), 'int b;')],
    ['what it is made of', (root) => writeFileSync(join(root, 'build/unit.cxx'), `#include "${root}/wasm/api/one.cc"\n`.repeat(2))],
    ['a header', (root) => writeFileSync(join(root, 'wasm/api/one.h'), 'int two();')],
    ['the number of headers', (root) => writeFileSync(join(root, 'wasm/api/two.h'), '')],
    ['a check', (root) => writeFileSync(join(root, '.clang-tidy'), 'Checks: "*"')],
    ['a flag', undefined, ['-O1']],
  ]) {
    test(`when ${what} has changed`, (t) => assert.notEqual(stampIn(t, change, flags), stampIn(t)));
  }

  test('in no other checkout of the same', (t) => assert.equal(stampIn(t), stampIn(t)));
});
