/** The modules that are deployed: 200 KiB each, gzipped, and the same wherever they are built. */
import assert from 'node:assert/strict';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../tools/setup/processes.mjs';

const MOST_BYTES = 200 * 1024;
const MODULES = ['ats', 'aggregator', 'discovery', 'api', 'picture'];

const bytesOf = (name) => readFileSync(join(projectRoot, 'build/wasm-release', `${name}.wasm`));

describe('gzipped to at most 200 KiB', () => {
  for (const name of MODULES) {
    test(`${name}.wasm`, (t) => {
      const size = gzipSync(bytesOf(name), { level: 9 }).length;
      t.diagnostic(`${size} of ${MOST_BYTES} bytes`);
      assert.ok(size <= MOST_BYTES, `${size} bytes`);
    });
  }
});

describe('without a trace of the machine', () => {
  const folders = [projectRoot, ...['emscripten', 'deps'].map((name) => realpathSync(join(projectRoot, '.toolchain', name)))];
  for (const name of [...MODULES, 'inspect']) {
    test(`${name}.wasm`, () => assert.deepEqual(folders.filter((folder) => bytesOf(name).includes(folder)), []));
  }
});
