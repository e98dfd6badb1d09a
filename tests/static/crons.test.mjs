/** The crons of the workers are those of their wrangler files, wherever else they are told. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

const textOf = (file) => readFileSync(join(projectRoot, file), 'utf8');

/** @returns {Record<string, string>} cron by worker, from what a pattern finds as pairs of the two */
const pairsOf = (text, pattern) => Object.fromEntries([...text.matchAll(pattern)].map(([, worker, cron]) => [worker, cron]));

const deployed = {};
for (const file of globSync('wrangler.*.toml', { cwd: projectRoot })) {
  const [, cron] = /^crons = \["([^"]+)"\]$/m.exec(textOf(file)) ?? [];
  if (cron) deployed[file.split('.')[1]] = cron;
}

/** `{"ats", "ATS sync", "building", "1-59/2 * * * *", 2 * kMinute}`, a row of the workers. */
const OVERVIEW_ROW = /\{"(\w+)", "[^"]*", "[^"]*", "([^"]*\*[^"]*)", (\d+) \* kMinute\}/g;

describe('the crons', () => {
  test('are found', () => assert.deepEqual(Object.keys(deployed).sort(), ['aggregator', 'ats', 'discovery']));

  test('of the overview are those that are deployed', () => {
    assert.deepEqual(pairsOf(textOf('wasm/schedule/health.h'), OVERVIEW_ROW), deployed);
  });

  test('come round as often as the overview says', () => {
    for (const [row, , cron, minutes] of textOf('wasm/schedule/health.h').matchAll(OVERVIEW_ROW)) {
      assert.equal(minutes, /^\S+\/(\d+) \* \* \* \*$/.exec(cron)?.[1], row);
    }
  });

  test('of the README are those that are deployed', () => {
    assert.deepEqual(pairsOf(textOf('README.md'), /`wrangler\.(\w+)\.toml` \| `([^`]+)`/g), deployed);
  });
});
