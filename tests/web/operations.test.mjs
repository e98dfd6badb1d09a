import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { operationsOf } from '../../web/src/lib/operations.ts';

const description = JSON.parse(readFileSync(join(projectRoot, 'wasm/api/openapi.json'), 'utf8'));
const operations = operationsOf(description);
const find = (method, path) => operations.find((each) => each.method === method && each.path === path);

test('every operation of the description is listed once, with what it does', () => {
  assert.ok(operations.length >= 30);
  assert.equal(new Set(operations.map(({ method, path }) => `${method} ${path}`)).size, operations.length);
  for (const { path, summary } of operations) assert.ok(summary, path);
});

test('its parameters are named, also those that are described elsewhere', () => {
  const { parameters } = find('GET', '/api/v3/jobs');
  const livesIn = parameters.find(({ name }) => name === 'livesIn');
  assert.match(livesIn.description, /country/);
  assert.ok(parameters.some(({ name }) => name === 'ids'));
});

test('those that need the token are told apart', () => {
  assert.equal(find('GET', '/api/v3/jobs').needsToken, false);
  assert.equal(find('POST', '/api/v3/sync/ats').needsToken, true);
});
