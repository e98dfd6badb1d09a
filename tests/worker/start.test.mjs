/**
 * `npm start`, as a user meets it: it says what it does, shows what the workers do, stops when told to,
 * and goes on from there the next time.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { companies, startSampleSources, vars } from '../../tools/sample-sources/server.mjs';
import { projectRoot } from '../../tools/setup/processes.mjs';

const script = join(projectRoot, 'tools', 'start.mjs');
const COMPANIES = Object.values(companies).flat().length;
let data;

before(async () => {
  data = await mkdtemp(join(tmpdir(), 'spearyx-jobs-'));
});
after(() => rm(data, { recursive: true, force: true }));

/** Starts it on a free port, for as long as the test runs at most; `output` grows while it runs. */
function start(t, args, env = {}) {
  const options = { cwd: projectRoot, env: { ...process.env, ...env } };
  const child = spawn(process.execPath, [script, '--data', data, '--port', '0', ...args], options);
  t.after(() => child.kill('SIGKILL'));
  const started = { output: '', ended: once(child, 'close').then(([code]) => code), kill: (name) => child.kill(name) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (started.output += text));
  }
  return started;
}

async function until(started, pattern) {
  const isOver = started.ended.then(() => true);
  while (!pattern.test(started.output)) {
    const hasEnded = await Promise.race([isOver, sleep(100, false)]);
    assert.ok(!hasEnded, `it ended without ${pattern}:\n${started.output}`);
  }
}

describe('npm start', () => {
  test('shows postings come and change, and stops when told to', { timeout: 120_000 }, async (t) => {
    const first = start(t, ['--fast']);
    await until(first, /Greenhouse .* \+\d+ .* s$/m);
    await until(first, /Lever .* ~\d+ .* s$/m);
    await until(first, /not modified/);
    const [, address] = /^Web site +(http:\S+)$/m.exec(first.output);
    assert.match(await (await fetch(address)).text(), /<html[^]*data-job="\d+"/);
    assert.match(first.output, new RegExp(`^Database .* ${COMPANIES} companies, 0 postings$`, 'm'));
    const [, token] = /^Token +(\S+):/m.exec(first.output);
    const headers = { authorization: `Bearer ${token}` };
    assert.equal((await fetch(new URL('/api/v3/jobs/prune', address), { method: 'POST', headers })).status, 200);

    // SQLite files do not take two.
    const second = start(t, ['--fast']);
    assert.equal(await second.ended, 1);
    assert.match(second.output, /Another npm start is at work/);

    first.kill('SIGINT');
    assert.equal(await first.ended, 0);
    assert.match(first.output, /Stopped; the data stays\.\n$/);
  });

  test('goes on at once where it was stopped, or killed', { timeout: 120_000 }, async (t) => {
    const killed = start(t, ['--fast']);
    await until(killed, / s$/m);
    killed.kill('SIGKILL');
    await killed.ended;

    const next = start(t, ['--fast']);
    await until(next, /(Greenhouse|Lever) .* s$/m);
    assert.match(next.output, new RegExp(`^Database .*: up to date; ${COMPANIES} companies, [1-9]\\d* postings$`, 'm'));
    next.kill('SIGTERM');
    assert.equal(await next.ended, 0);
  });

  test('--live begins without a company and asks the boards that the environment names', { timeout: 120_000 }, async (t) => {
    const boards = await startSampleSources({ changeEveryMs: 60_000 });
    t.after(boards.close);
    const live = start(t, ['--live'], vars(boards.url));
    await until(live, /aggregator .* \+\d+ .* s$/m);
    assert.match(live.output, /^Database .* 0 companies, 0 postings\n +No company is known/m);
    live.kill('SIGINT');
    assert.equal(await live.ended, 0);
  });

  test('says which option it does not know', async (t) => {
    const started = start(t, ['--quick']);
    assert.equal(await started.ended, 1);
    assert.match(started.output, /Unknown option '--quick'[^]*--fast/);
    assert.doesNotMatch(started.output, /at .*\.mjs:/);
  });
});
