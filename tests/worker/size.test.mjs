/** How large the modules are that are deployed: 200 KiB each, gzipped. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../tools/setup/processes.mjs';

const MOST_BYTES = 200 * 1024;

const gzippedSize = (name) =>
  gzipSync(readFileSync(join(projectRoot, 'build/wasm-release', `${name}.wasm`)), { level: 9 }).length;

describe('gzipped to at most 200 KiB', () => {
  for (const name of ['ats', 'aggregator', 'discovery', 'api']) {
    test(`${name}.wasm`, (t) => {
      const size = gzippedSize(name);
      t.diagnostic(`${size} of ${MOST_BYTES} bytes`);
      assert.ok(size <= MOST_BYTES, `${size} bytes`);
    });
  }
});
