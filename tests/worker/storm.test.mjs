/**
 * Ticks by the hundred at one moment: scheduled and asked for by hand, of all sync workers, in isolates that
 * share nothing but the database. One of each worker works, the others stop quietly.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { balances, enterCompany, jobsOf } from './support/database.mjs';
import { callerOf, loadSync, startLocally } from './support/local-runtime.mjs';
import { board } from './support/sources.mjs';
import { gapsOf, sendJson, startBoards } from './support/stub-server.mjs';

const POSTINGS = 20;
const slugs = ['one', 'two', 'three'];
const ATS_CRON = '1-59/2 * * * *';

let server;
let runtime;
let db;
/** The sync workers by name, and the ATS worker a second time. */
const workers = {};
/** Answers that are held back, or nothing. */
let held = null;

const remoteOkJob = (id) => ({
  id: String(id),
  position: `Engineer ${id}`,
  company: 'Bridge Builders',
  tags: ['dev'],
  description: '<p>We build bridges.</p>',
  url: `https://remoteok.example/${id}`,
  epoch: 1_785_900_000,
});
const remoteOkFeed = [{ legal: 'Please link back.' }, ...Array.from({ length: POSTINGS }, (_, i) => remoteOkJob(i + 1))];

function bodyFor(url, slug) {
  if (url.startsWith('/remoteok')) return remoteOkFeed;
  if (url.startsWith('/himalayas')) return { jobs: [], totalCount: 0 };
  if (url.startsWith('/jobicy')) return { jobs: [] };
  return slugs.includes(slug) ? board(POSTINGS, 100 * (1 + slugs.indexOf(slug))) : null;
}

function answer(slug, response, { url }) {
  const body = bodyFor(url, slug);
  const send = () => (body ? sendJson(response, body) : response.writeHead(404).end());
  if (held) held.push(send);
  else send();
}

function release() {
  const answers = held;
  held = null;
  for (const send of answers) send();
}

before(async () => {
  server = await startBoards(answer);
  for (const name of ['ats', 'aggregator', 'discovery']) workers[name] = await loadSync(name);
  workers.twin = { ...workers.ats, name: 'twin', options: { ...workers.ats.options, name: 'twin' } };
  runtime = await startLocally([callerOf(workers.ats), ...Object.values(workers)], {
    GREENHOUSE_API: server.url,
    LEVER_API: server.url,
    REMOTEOK_API: `${server.url}/remoteok`,
    HIMALAYAS_API: `${server.url}/himalayas`,
    ASHBY_API: `${server.url}/ashby`,
    RECRUITEE_API: `${server.url}/recruitee`,
    JOBICY_API: `${server.url}/jobicy`,
  });
  db = await runtime.database();
  for (const slug of slugs) await enterCompany(db, 'greenhouse', slug);
  await db.batch([
    db.prepare('DELETE FROM potential_companies'),
    db.prepare("INSERT INTO potential_companies (slug) VALUES ('nobody')"),
  ]);
});
after(async () => {
  await runtime.close();
  await server.close();
});

async function tickByHand() {
  const response = await fetch(runtime.url, { method: 'POST' });
  assert.equal(response.status, 200);
  return (await response.json()).outcome;
}

/** Starts this many ticks of each kind; the promises of their ends. */
function startTicks(count) {
  return Array.from({ length: count }, () => [
    runtime.fire(workers.ats, ATS_CRON),
    runtime.fire(workers.twin, ATS_CRON),
    tickByHand(),
    runtime.fire(workers.aggregator, '*/2 * * * *'),
    runtime.fire(workers.discovery, '*/6 * * * *'),
  ]).flat();
}

/** The path says which source is meant. */
const sourceOf = ({ url }) => url.split('/')[1];

async function runs() {
  const { results } = await db.prepare('SELECT * FROM sync_history ORDER BY id').all();
  return results.map((run) => ({ ...run, stats: JSON.parse(run.stats) }));
}

describe('a hundred and fifty ticks at one moment', () => {
  test('one of each worker works, and no other leaves a trace', async () => {
    held = [];
    const ticks = startTicks(30);
    let ended = 0;
    for (const tick of ticks) void tick.then(() => ended++);
    for (let i = 0; i < 600 && (ended < ticks.length - 3 || held.length < 3); i++) await sleep(50);
    assert.equal(ended, ticks.length - 3, 'all but three have ended while the sources keep those waiting');
    release();
    const outcomes = await Promise.all(ticks);
    const byHand = outcomes.filter((outcome) => typeof outcome === 'string');
    assert.ok(byHand.every((outcome) => outcome === 'busy' || outcome === 'worked'));
    assert.ok(outcomes.every((outcome) => outcome !== false));
    const finished = await runs();
    assert.deepEqual(finished.map(({ sync_type: type, company, status }) => [type, company, status]).sort(), [
      ['aggregator', null, 'success'],
      ...[...slugs].sort().map((slug) => ['ats', slug, 'success']),
      ['discovery', null, 'success'],
    ]);
  });

  test('nothing is doubled', async () => {
    for (const slug of slugs) assert.equal((await jobsOf(db, slug)).size, POSTINGS);
    assert.equal((await jobsOf(db, '')).size, POSTINGS);
  });
});

describe('ticks that keep coming by the hundred', () => {
  test('each run has one outcome that balances, and each source its rest between requests', async (t) => {
    for (let round = 0; round < 3; round++) {
      await db.prepare('UPDATE discovered_companies SET next_sync_at = 0').run();
      const outcomes = await Promise.all(startTicks(20));
      assert.ok(outcomes.every((outcome) => outcome !== false && outcome !== 'failed'));
    }
    const finished = await runs();
    t.diagnostic(`${finished.length} runs, ${server.requests.length} requests`);
    for (const { id, status, stats, sync_type: type } of finished) {
      assert.equal(status, 'success', id);
      if (type !== 'discovery') assert.ok(balances(stats), id);
    }
    for (const [source, requests] of Object.entries(Object.groupBy(server.requests, sourceOf))) {
      const gaps = gapsOf(requests);
      assert.ok(Math.min(...gaps) >= 1_000, `${source}: gaps of ${gaps} ms`);
    }
    for (const slug of slugs) assert.equal((await jobsOf(db, slug)).size, POSTINGS);
    assert.equal((await jobsOf(db, '')).size, POSTINGS);
    const { results } = await db.prepare("SELECT * FROM batch_state WHERE lease_until <> 0").all();
    assert.deepEqual(results, []);
  });
});
