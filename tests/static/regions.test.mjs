/** The table of regions stands in the core and in the web site, which asks for the scopes of a country by it: both are the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import '../web/support/resolve.mjs';

const { MEMBERS } = await import('../../web/src/lib/scopes.ts');

test('the regions of the core are those of the web site', () => {
  const source = readFileSync(join(projectRoot, 'wasm/normalize/scope/regions.cc'), 'utf8');
  const rows = source.matchAll(/\{"([A-Z_]+)",((?:\s*"[A-Z_ ]+")+)\}/g);
  const joined = (texts) => [...texts.matchAll(/"([^"]*)"/g)].map(([, text]) => text).join('');
  const regions = Object.fromEntries([...rows].map(([, code, members]) => [code, joined(members)]));
  assert.equal(Object.keys(regions).length, 10);
  assert.deepEqual(MEMBERS, regions);
});
