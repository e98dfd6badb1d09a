/** What `npm test` makes of its kinds: their order, and that one failure is the whole's. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { KINDS } from '../../tools/test/kinds.mjs';
import { runInRows, summaryOf } from '../../tools/test/rows.mjs';

const kinds = {
  build: { row: 'computes' },
  lint: { row: 'first' },
  browser: { row: 'waits' },
  types: { row: 'first' },
  check: { row: 'computes' },
};

/** Runs the kinds above; every one but those of `failing` passes, at the next tick. */
async function runAll(failing = []) {
  const said = [];
  const results = await runInRows(kinds, async (name) => {
    said.push(`${name} begins`);
    await new Promise(setImmediate);
    said.push(`${name} ends`);
    return !failing.includes(name);
  });
  return { said, results };
}

describe('kinds of tests', () => {
  test('come one row beside the other, after those that fail fast', async () => {
    const { said } = await runAll();
    assert.deepEqual(said.slice(0, 6), ['lint begins', 'lint ends', 'types begins', 'types ends', 'build begins', 'browser begins']);
    assert.ok(said.indexOf('build ends') < said.indexOf('check begins'));
  });

  test('are counted when all passed', async () => {
    const { results } = await runAll();
    assert.match(summaryOf(results), /^build: passed in 0 s · lint: passed .*\n5 passed, 0 failed$/);
  });

  for (const kind of Object.keys(kinds)) {
    test(`run all, and are counted, when ${kind} fails`, async () => {
      const { said, results } = await runAll([kind]);
      assert.equal(said.length, 10);
      assert.match(summaryOf(results), new RegExp(`\\b${kind}: FAILED in 0 s[^]*\n4 passed, 1 failed$`));
    });
  }
});

describe('npm test', () => {
  const start = (...args) => spawnSync(process.execPath, ['tools/test.mjs', ...args], { cwd: projectRoot, encoding: 'utf8' });

  test('lists its kinds, each in a row', () => {
    const { stdout } = start('--help');
    for (const [kind, { row }] of Object.entries(KINDS)) {
      assert.match(stdout, new RegExp(`^  ${kind} `, 'm'));
      assert.ok(['first', 'computes', 'waits'].includes(row), kind);
    }
  });

  test('refuses a kind that is none', () => {
    const { status, stderr } = start('--only', 'kitchen');
    assert.equal(status, 1);
    assert.match(stderr, /no tests of the kind “kitchen”/);
  });
});

describe('a file of tests', () => {
  for (const [what, body, status, notRun] of [
    ['that passes', "test('a', () => {})", 0, ''],
    ['that fails', "test('a', () => { throw new Error('no'); })", 1, ''],
    ['that cannot be read', 'not JavaScript', 1, ''],
    ['that is skipped in part', "test('a', { skip: 'no network' }, () => {})", 0, 'a: no network\n'],
  ]) {
    test(`${what}: exit code ${status}`, (t) => {
      const folder = mkdtempSync(join(tmpdir(), 'spearyx-test-runner-'));
      t.after(() => rmSync(folder, { recursive: true }));
      writeFileSync(join(folder, 'some.test.mjs'), `import { test } from 'node:test';\n${body};\n`);
      const report = join(folder, 'not-run.txt');
      const program = `
        import { runTestFiles } from ${JSON.stringify(join(projectRoot, 'tools/test/kinds.mjs'))};
        import { runProgram } from ${JSON.stringify(join(projectRoot, 'tools/setup/processes.mjs'))};
        await runProgram(() => runTestFiles(${JSON.stringify(folder)}, { notRun: ${JSON.stringify(report)} }));`;
      const { NODE_TEST_CONTEXT: _, ...env } = process.env;
      const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8', env });
      assert.equal(run.status, status, run.stderr);
      assert.equal(readFileSync(report, 'utf8'), notRun);
    });
  }
});
