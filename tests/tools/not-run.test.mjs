/** A test that is skipped is told of, with its reason. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { notRunNatively } from '../../tools/test/kinds.mjs';

test('by node:test', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'spearyx-not-run-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'some.test.mjs');
  writeFileSync(file, `
    import { describe, test } from 'node:test';
    describe('a suite', { skip: 'no payloads' }, () => test('of many', () => {}));
    test('a test', { skip: 'no network' }, () => {});
    test('another', () => {});`);
  const args = ['--test', `--test-reporter=${join(projectRoot, 'tools', 'skipped-reporter.mjs')}`, '--test-reporter-destination=stdout', file];
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  assert.equal(stdout, 'a suite: no payloads\na test: no network\n', stderr);
});

test('by GoogleTest, whose output CTest keeps', () => {
  const skipped = 'a_test.cc:54: Skipped\nNOT RUN: the payloads are not in ../shared\n\n';
  assert.deepEqual(notRunNatively(`Output:\n${skipped}${skipped}[==========] 9 tests ran.\n`), ['the payloads are not in ../shared']);
  assert.deepEqual(notRunNatively('[==========] 9 tests ran.\n'), []);
});
