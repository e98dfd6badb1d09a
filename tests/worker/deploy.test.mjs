/** What `npm run deploy` does as far as it can be done without an account. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

/** Runs the command and answers its exit code and all that it said. */
async function deploy(...args) {
  const child = spawn(process.execPath, ['tools/run.mjs', 'tools/deploy.mjs', ...args], { cwd: projectRoot, env: { ...process.env, CI: 'true' } });
  const exited = new Promise((resolve) => child.on('close', resolve));
  const [out, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { code, said: out + errors };
}

test('a dry run bundles all four workers, the site last, and sends nothing', async () => {
  const { code, said } = await deploy('all', '--dry-run');
  assert.equal(code, 0, said);
  assert.deepEqual([...said.matchAll(/^── (\w+)/gm)].map(([, name]) => name), ['ats', 'aggregator', 'discovery', 'web']);
  assert.equal([...said.matchAll(/Total Upload: .* gzip: /g)].length, 4);
  assert.equal([...said.matchAll(/--dry-run: exiting now/g)].length, 4);
  for (const name of ['ats', 'aggregator', 'discovery', 'web']) {
    assert.ok(existsSync(join(projectRoot, 'build', 'deploy', name)), name);
  }
});

test('a deploy without a database says what to do, before it builds anything', async () => {
  const { code, said } = await deploy('workers');
  assert.notEqual(code, 0);
  assert.match(said, /ats, aggregator, discovery names no database/);
  assert.match(said, /wrangler d1 create spearyx-jobs/);
  assert.doesNotMatch(said, /──/);
});

test('a worker that there is not is named', async () => {
  const { code, said } = await deploy('nothing');
  assert.notEqual(code, 0);
  assert.match(said, /There is no worker “nothing”/);
});
