/**
 * workerd is killed in the middle of a run. What was committed stays, what was not is as if it had never
 * begun, and after the lease the next ticks go on: one of the companies that were cut off at a time.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { companyOf, enterCompany, jobsOf, runsOf } from './support/database.mjs';
import { loadSync, startLocally } from './support/local-runtime.mjs';
import { board } from './support/sources.mjs';
import { sendJson, startBoards } from './support/stub-server.mjs';
import { workerdProcesses } from './support/workerd-process.mjs';

const POSTINGS = 40;
const slugs = ['ahead', 'between', 'last'];

let server;
let runtime;
let ats;
/** Answers of the server that are held back, by slug. */
const held = new Map();
let isHolding = (_slug) => false;

before(async () => {
  server = await startBoards((slug, response) => {
    if (isHolding(slug)) held.set(slug, response);
    else sendJson(response, board(POSTINGS, 100 * (1 + slugs.indexOf(slug))));
  });
  ats = await loadSync('ats');
  runtime = await startLocally([ats], { GREENHOUSE_API: server.url });
});
after(async () => {
  await runtime.close();
  await server.close();
});

async function eventually(isSo, what) {
  for (let i = 0; i < 200; i++) {
    if (await isSo()) return;
    await sleep(50);
  }
  assert.fail(`waited in vain: ${what}`);
}

/** Kills workerd as a crash would, and waits until it is back; its data lies on disk. */
async function killWorkerd() {
  const [pid, ...others] = workerdProcesses();
  assert.deepEqual(others, []);
  process.kill(pid, 'SIGKILL');
  await eventually(() => workerdProcesses().some((other) => other !== pid), 'workerd starts again');
  await eventually(() => runtime.database().then((db) => db.prepare('SELECT 1').first()).catch(() => false), 'D1 answers');
}

const tick = () => runtime.fire(ats, '1-59/2 * * * *');

async function statesOf(db) {
  const runs = await Promise.all(slugs.map((slug) => runsOf(db, slug)));
  return runs.map((list) => list.map(({ status }) => status));
}

describe('a worker killed while a source keeps it waiting', () => {
  test('leaves what it had done, and the next tick goes on from there', async () => {
    let db = await runtime.database();
    for (const slug of slugs) await enterCompany(db, 'greenhouse', slug);
    isHolding = (slug) => slug === 'between';
    const cutOff = tick().catch(() => 'cut off');
    await eventually(() => held.has('between'), 'the second company is asked for');
    await killWorkerd();
    assert.equal(await cutOff, 'cut off');

    db = await runtime.database();
    assert.deepEqual(await statesOf(db), [['success'], ['running'], ['running']]);
    assert.equal((await jobsOf(db, 'ahead')).size, POSTINGS);
    assert.equal((await jobsOf(db, 'between')).size, 0);
    const requestsBefore = server.requests.length;

    // The lease holds: a tick before its end stops quietly.
    isHolding = () => false;
    assert.equal(await tick(), true);
    assert.equal(server.requests.length, requestsBefore);
    assert.deepEqual(await statesOf(db), [['success'], ['running'], ['running']]);

    await db.prepare("UPDATE batch_state SET lease_until = unixepoch() - 1 WHERE worker = 'ats'").run();
    assert.equal(await tick(), true);
    assert.deepEqual(await statesOf(db), [['success'], ['failed', 'success'], ['failed']]);
    assert.equal(await tick(), true);
    assert.deepEqual(await statesOf(db), [['success'], ['failed', 'success'], ['failed', 'success']]);
    for (const slug of ['between', 'last']) {
      const [abandoned] = await runsOf(db, slug);
      assert.match(abandoned.error, /^abandoned: /);
      const { failures, cut_offs: cutOffs } = await companyOf(db, slug);
      assert.deepEqual([failures, cutOffs], [0, 0]);
    }
    for (const slug of slugs) assert.equal((await jobsOf(db, slug)).size, POSTINGS);
    const { count } = await db.prepare('SELECT count(*) AS count FROM jobs').first();
    assert.equal(count, slugs.length * POSTINGS);
  });
});
