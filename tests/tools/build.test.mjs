/** A checkout that was moved or copied together with what was built in it. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { configure } from '../../tools/build.mjs';

const PRESETS = {
  version: 6,
  configurePresets: [{ name: 'plain', generator: 'Ninja', binaryDir: '${sourceDir}/build/plain' }],
};
const quietly = { onLine: () => {} };

let folder;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spearyx-build-test-'));
  const first = join(folder, 'first');
  mkdirSync(join(first, '.toolchain', 'deps'), { recursive: true });
  writeFileSync(join(first, 'CMakePresets.json'), JSON.stringify(PRESETS));
  writeFileSync(join(first, 'CMakeLists.txt'), 'cmake_minimum_required(VERSION 3.25)\nproject(plain NONE)\n');
  await configure('plain', quietly, first);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The checkout that a build folder was configured for. */
const homeOf = (root) => /^CMAKE_HOME_DIRECTORY:INTERNAL=(.*)$/m.exec(readFileSync(join(root, 'build/plain/CMakeCache.txt'), 'utf8'))[1];

describe('a build folder is configured anew', () => {
  for (const [what, put] of [
    ['moved', renameSync],
    ['copied', (from, to) => cpSync(from, to, { recursive: true })],
  ]) {
    test(`in a checkout that was ${what}, to a path with a blank`, async () => {
      const second = join(folder, 'the second');
      put(join(folder, 'first'), second);
      assert.equal(homeOf(second), join(folder, 'first'));
      await configure('plain', quietly, second);
      assert.equal(homeOf(second), second);
    });
  }
});
