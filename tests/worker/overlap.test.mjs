/**
 * Ticks that meet: of those that come at one moment one works, and however many come, from however many
 * workers, a source is asked no more than once a second.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { enterCompany, jobsOf, makeDue, runsOf } from './support/database.mjs';
import { callerOf, loadSync, startLocally } from './support/local-runtime.mjs';
import { board } from './support/sources.mjs';
import { gapsOf, sendJson, startBoards } from './support/stub-server.mjs';

const POSTINGS = 20;

let server;
let runtime;
let db;
/** Answers that are held back, or nothing. */
let held = null;
/** The same worker twice, in isolates of their own that share nothing but the database. */
let ats;
let twin;

before(async () => {
  server = await startBoards((slug, response) => {
    const send = () => sendJson(response, board(POSTINGS));
    if (held) held.push(send);
    else send();
  });
  // Time is what these tests are about.
  ats = await loadSync('ats', join(import.meta.dirname, 'support/waiting-ats.js'));
  twin = { ...ats, name: 'twin', options: { ...ats.options, name: 'twin' } };
  runtime = await startLocally([callerOf(ats), ats, twin], { GREENHOUSE_API: server.url });
  db = await runtime.database();
});
after(async () => {
  await runtime.close();
  await server.close();
});

const tick = (worker) => runtime.fire(worker, '1-59/2 * * * *');

/** Asks for a tick by hand and returns its report. */
async function tickByHand(company) {
  const response = await fetch(runtime.url, { method: 'POST', body: company && JSON.stringify(company) });
  return response.json();
}

describe('ticks at one moment', () => {
  test('one works, the others stop quietly, nothing is doubled', async () => {
    await enterCompany(db, 'greenhouse', 'wanted');
    assert.deepEqual(await Promise.all([tick(ats), tick(ats), tick(twin)]), [true, true, true]);
    const runs = await runsOf(db, 'wanted');
    assert.deepEqual(
      runs.map(({ status, stats }) => [status, stats.added]),
      [['success', POSTINGS]],
    );
    assert.equal((await jobsOf(db, 'wanted')).size, POSTINGS);
    assert.equal(server.requests.length, 1);
  });

  test('a tick by hand says that another one is at work', async () => {
    await makeDue(db, 'wanted');
    held = [];
    const scheduled = tick(ats);
    while (held.length === 0) await sleep(20);
    const { running, ...report } = await tickByHand();
    assert.deepEqual(report, { worker: 'ats', outcome: 'busy', runs: [] });
    assert.deepEqual(running.map(({ source, company }) => [source, company]), [['greenhouse', 'wanted']]);
    for (const send of held) send();
    held = null;
    await scheduled;
  });
});

describe('a tick by hand', () => {
  test('syncs the company that is named, due or not, and reports the run', async () => {
    const [before] = (await runsOf(db, 'wanted')).slice(-1);
    const report = await tickByHand({ source: 'greenhouse', slug: 'wanted' });
    const run = (await runsOf(db, 'wanted')).at(-1);
    assert.notEqual(run.id, before.id);
    assert.equal(run.trigger, 'manual');
    assert.equal(report.outcome, 'worked');
    assert.deepEqual(
      report.runs.map(({ id, status }) => [id, status]),
      [[run.id, 'success']],
    );
  });

  test('does nothing for a company that nobody knows', async () => {
    const report = await tickByHand({ source: 'greenhouse', slug: 'unknown' });
    assert.equal(report.outcome, 'idle');
    assert.deepEqual(await runsOf(db, 'unknown'), []);
  });
});

describe('requests to a source', () => {
  test('stay a second apart, whoever sends them', async (t) => {
    const slugs = ['one', 'two', 'three', 'four'];
    for (const slug of slugs) await enterCompany(db, 'greenhouse', slug);
    server.requests.length = 0;
    // Cron events and callers keep coming, to both isolates, until every company has had its turn.
    const isDone = async () => (await Promise.all(slugs.map((slug) => runsOf(db, slug)))).every((runs) => runs.length > 1);
    const ticks = [];
    for (let i = 0; !(await isDone()); i++) {
      const company = { source: 'greenhouse', slug: slugs[i % slugs.length] };
      ticks.push(tick(ats), tick(twin), tickByHand(company));
      await sleep(400);
    }
    await Promise.all(ticks);
    const gaps = gapsOf(server.requests);
    t.diagnostic(`${ticks.length} ticks, ${server.requests.length} requests, gaps of ${gaps} ms`);
    assert.ok(server.requests.length >= 2 * slugs.length);
    assert.ok(Math.min(...gaps) >= 1_000, `gaps of ${gaps} ms`);
    for (const slug of slugs) assert.equal((await jobsOf(db, slug)).size, POSTINGS);
  });
});
