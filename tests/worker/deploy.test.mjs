/** What `npm run deploy` does as far as it can be done without an account. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { findObstacles } from '../../tools/deploy.mjs';
import { projectRoot } from '../../tools/setup/processes.mjs';

/** Runs the command, which never sends anything here, and answers its exit code and all that it said. */
async function dryRun(name) {
  const child = spawn(process.execPath, ['tools/run.mjs', 'tools/deploy.mjs', name, '--dry-run'], { cwd: projectRoot, env: { ...process.env, CI: 'true' } });
  const exited = new Promise((resolve) => child.on('close', resolve));
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, said: out + errors };
}

test('a dry run bundles all four workers, the site last, and sends nothing', async () => {
  const { code, said } = await dryRun('all');
  assert.equal(code, 0, said);
  assert.deepEqual([...said.matchAll(/^── (\w+)/gm)].map(([, name]) => name), ['ats', 'aggregator', 'discovery', 'web']);
  assert.equal([...said.matchAll(/Total Upload: .* gzip: /g)].length, 4);
  assert.equal([...said.matchAll(/--dry-run: exiting now/g)].length, 4);
  for (const name of ['ats', 'aggregator', 'discovery', 'web']) {
    assert.ok(existsSync(join(projectRoot, 'build', 'deploy', name)), name);
  }
});

const CONFIGS = [['ats', 'wrangler.ats.toml'], ['web', 'wrangler.toml']];

function obstacles({ named, isLoggedIn }) {
  const idOf = ({ config }) => (named.includes(config) ? 'c0ffee00-0000-4000-8000-000000000001' : '00000000-0000-0000-0000-000000000000');
  return findObstacles(CONFIGS, { readConfig: (file) => ({ d1_databases: [{ database_id: idOf(file) }] }), isLoggedIn: () => isLoggedIn });
}

test('a deploy without a database, or of nobody, says what to do', () => {
  const [database, account, ...others] = obstacles({ named: ['wrangler.toml'], isLoggedIn: false });
  assert.match(database, /^The configuration of ats names no database.*wrangler -- d1 create spearyx-jobs/s);
  assert.match(account, /wrangler -- login/);
  assert.deepEqual(others, []);
});

test('nothing is in the way of a deploy that has both', () => {
  assert.deepEqual(obstacles({ named: ['wrangler.toml', 'wrangler.ats.toml'], isLoggedIn: true }), []);
});

test('a worker that there is not is named', async () => {
  const { code, said } = await dryRun('nothing');
  assert.notEqual(code, 0);
  assert.match(said, /There is no worker “nothing”/);
});
