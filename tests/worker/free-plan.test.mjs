/**
 * A tick's share of the free plan's limits per invocation: 50 requests, 50 D1 queries. Statements are counted
 * one by one, as if each of a batch were a query, with the workers' variables as they are shipped but for
 * D1_QUERY_LIMIT, for which the wrangler files name the value of the free plan.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { enterCompany } from './support/database.mjs';
import { startWorkers, workerConfig } from './support/harness.mjs';
import { board, boardUrls, greenhouseUrl, json, leverPosting, leverSite, leverUrl, stubSources } from './support/sources.mjs';

const MOST_REQUESTS = 50;
const MOST_QUERIES = 50;

const numberOf = async (db, sql) => (await db.prepare(sql).first()).count;

/** Starts a worker that counts, and delivers ticks to it. */
async function startCounted(name, vars) {
  const workers = await startWorkers(workerConfig(name, { main: `tests/worker/support/counting-${name}.js`, vars }));
  const sources = stubSources();
  return {
    db: workers.db,
    sources,
    /** Ticks once; nothing but this tick's requests and statements count. */
    async tick(t) {
      await workers.getWorker().fetch('/');
      sources.requests.length = 0;
      assert.deepEqual(await workers.tick(), { outcome: 'ok', noRetry: true });
      const cost = { ...(await (await workers.getWorker().fetch('/')).json()), requests: sources.requests.length };
      t.diagnostic(JSON.stringify(cost));
      return cost;
    },
    async close() {
      await workers.close();
      sources.restore();
    },
  };
}

function assertFree({ statements, roundTrips, requests }) {
  assert.ok(requests > 0, 'the tick did something');
  assert.ok(requests <= MOST_REQUESTS, `${requests} requests`);
  assert.ok(statements <= MOST_QUERIES, `${statements} statements`);
  assert.ok(roundTrips <= MOST_QUERIES, `${roundTrips} round trips`);
}

describe('the ATS worker, with more companies due than a tick may sync', () => {
  let worker;
  before(async () => {
    worker = await startCounted('ats', { D1_QUERY_LIMIT: '50' });
    for (let i = 0; i < 12; ++i) {
      await enterCompany(worker.db, 'greenhouse', `company-${i}`);
      worker.sources.answer(greenhouseUrl(`company-${i}`), () => json(board(30, i * 100)));
    }
  });
  after(() => worker.close());

  const synced = (db) => numberOf(db, 'SELECT count(*) AS count FROM discovered_companies WHERE last_synced_at > 0');

  test('stays below both limits and leaves the rest for the next ticks', async (t) => {
    let ticks = 0;
    for (let before = -1; (await synced(worker.db)) < 12; ++ticks) {
      assert.ok((await synced(worker.db)) > before, 'every tick gets on');
      before = await synced(worker.db);
      assertFree(await worker.tick(t));
    }
    t.diagnostic(`${ticks} ticks for 12 companies that are new`);
    assert.equal(await numberOf(worker.db, "SELECT count(*) AS count FROM sync_history WHERE status = 'success'"), 12);
  });
});

describe('the aggregator worker', () => {
  const feedPosting = (i) => ({
    id: String(i),
    epoch: 1_780_000_000,
    position: 'Engineer',
    company: 'Mossy Lane',
    tags: ['dev'],
    description: '<p>Water</p>',
    location: '',
    salary_min: 0,
    salary_max: 0,
    url: `https://remoteOK.com/remote-jobs/${i}`,
  });
  const himalayasPosting = (i) => ({
    guid: `https://himalayas.app/companies/c/jobs/${i}`,
    title: 'Engineer',
    companyName: 'Mossy Lane',
    companySlug: 'mossy-lane',
    description: '<p>Water</p>',
    applicationLink: `https://himalayas.app/companies/c/jobs/${i}`,
    pubDate: 1_780_000_000 - i,
    locationRestrictions: [],
  });
  let worker;
  let page = 0;
  before(async () => {
    worker = await startCounted('aggregator');
    worker.sources.answer('https://remoteok.com/api', () =>
      json([{ legal: 'x' }, ...Array.from({ length: 99 }, (_, i) => feedPosting(i))]),
    );
    worker.sources.answer('https://himalayas.app/jobs/api', () => {
      page += 1;
      return json({ jobs: Array.from({ length: 20 }, (_, i) => himalayasPosting(page * 20 + i)), nextCursor: `p${page}` });
    });
  });
  after(() => worker.close());

  for (const turn of ['one feed', 'the other feed', 'the first again']) {
    test(`stays below both limits: ${turn}`, async (t) => assertFree(await worker.tick(t)));
  }

  test('has stored both feeds', async () => {
    assert.equal(await numberOf(worker.db, "SELECT count(*) AS count FROM jobs WHERE source_name = 'remoteok'"), 99);
    assert.ok((await numberOf(worker.db, "SELECT count(*) AS count FROM jobs WHERE source_name = 'himalayas'")) >= 60);
  });
});

describe('the discovery worker, with candidates of many spellings', () => {
  let worker;
  const checked = (db) =>
    numberOf(db, "SELECT count(*) AS count FROM potential_companies WHERE status <> 'pending'");
  before(async () => {
    worker = await startCounted('discovery', { D1_QUERY_LIMIT: '50' });
    await worker.db.prepare('DELETE FROM potential_companies').run();
    const notFound = () => new Response('{}', { status: 404, headers: { 'content-type': 'application/json' } });
    for (const slug of ['green-hill', 'greenhill', 'GreenHill', 'greenHill', 'green_hill', 'acme', 'Acme', 'solo', 'Solo']) {
      for (const urlOf of boardUrls) worker.sources.answer(urlOf(slug), notFound);
    }
    worker.sources.answer(greenhouseUrl('acme'), () => json(board(3)));
    worker.sources.answer(leverUrl('acme'), leverSite([leverPosting('p-1')]));
    const enter = worker.db.prepare('INSERT INTO potential_companies (slug) VALUES (?1)');
    await worker.db.batch(['green-hill', 'acme', 'solo'].map((slug) => enter.bind(slug)));
  });
  after(() => worker.close());

  test('stays below both limits and leaves the rest for the next ticks', async (t) => {
    let ticks = 0;
    for (; (await checked(worker.db)) < 3; ++ticks) {
      assert.ok(ticks < 3, 'every tick gets on');
      assertFree(await worker.tick(t));
    }
    t.diagnostic(`${ticks} ticks for 3 candidates`);
  });
});
