/**
 * Candidates go in at one end, boards come out at the other and feed the ATS worker: both built
 * workers in workerd on one D1.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { atsConfig, leapingEntry, startWorkers, workerConfig } from './support/harness.mjs';
import { board, boardUrls, greenhouseUrl, json, leverPosting, leverSite, leverUrl, stubSources } from './support/sources.mjs';

let sources;
let workers;
let db;

const ats = atsConfig();

before(async () => {
  workers = await startWorkers(workerConfig('discovery', { main: leapingEntry('discovery') }), ats);
  ({ db } = workers);
  await db.prepare("DELETE FROM potential_companies WHERE slug <> 'stripe'").run();
  sources = stubSources();
});
after(async () => {
  await workers.close();
  sources.restore();
});

const notFound = () => new Response('{"error":"Document not found"}', { status: 404, headers: { 'content-type': 'application/json' } });

function answerNotFound(...slugs) {
  for (const slug of slugs) {
    for (const urlOf of boardUrls) sources.answer(urlOf(slug), notFound);
  }
}

async function rows(sql) {
  const { results } = await db.prepare(sql).all();
  return results;
}

test('candidates entered by hand come before the seeds, are found, and are synced by the ATS worker', async () => {
  await db.prepare("INSERT INTO potential_companies (slug) VALUES ('Mossy Lane Inc.'), ('ghost'), ('../etc')").run();
  answerNotFound('ghost', 'Ghost', 'stripe', 'Stripe', 'mossylane', 'mossy-lane', 'MossyLane', 'mossyLane', 'mossy_lane');
  answerNotFound('mossylaneinc', 'mossy-lane-inc', 'MossyLaneInc');
  sources.answer(greenhouseUrl('mossy-lane'), () => json(board(2)));
  sources.answer(leverUrl('mossyLane'), leverSite([leverPosting('p-1'), leverPosting('p-2')]));

  assert.deepEqual(await workers.tick(), { outcome: 'ok', noRetry: true });

  const candidates = await rows('SELECT slug, status FROM potential_companies ORDER BY slug');
  assert.deepEqual(candidates, [
    { slug: '../etc', status: 'rejected' },
    { slug: 'Mossy Lane Inc.', status: 'discovered' },
    { slug: 'ghost', status: 'not_found' },
    { slug: 'stripe', status: 'not_found' },
  ]);
  assert.match(new URL(sources.requests.at(-1).url).pathname, /stripe/i);
  const [run] = await rows('SELECT * FROM sync_history');
  assert.equal(run.sync_type, 'discovery');
  assert.equal(run.status, 'success');
  assert.equal(run.company, null);
  const { checked, discovered, notFound: missing, failed, requests } = JSON.parse(run.stats);
  assert.deepEqual({ checked, discovered, missing, failed }, { checked: 4, discovered: 1, missing: 2, failed: 1 });
  assert.equal(requests, sources.requests.length);
  for (const host of ['boards-api.greenhouse.io', 'api.lever.co']) {
    const times = sources.requests.filter(({ url }) => url.host === host).map(({ time }) => time);
    for (let i = 1; i < times.length; i++) assert.ok(times[i] - times[i - 1] >= 1000, `${host}: ${times[i] - times[i - 1]} ms`);
  }

  const cron = { cron: ats.triggers.crons[0] };
  await workers.getWorker(ats.name).scheduled(cron);
  await workers.getWorker(ats.name).scheduled(cron);
  assert.deepEqual(await rows('SELECT source, slug, name, status, job_count FROM discovered_companies ORDER BY source'), [
    { source: 'greenhouse', slug: 'mossy-lane', name: 'Mossy Lane', status: 'active', job_count: 2 },
    { source: 'lever', slug: 'mossyLane', name: 'Mossy Lane Inc.', status: 'active', job_count: 2 },
  ]);
  assert.equal((await rows('SELECT id FROM jobs')).length, 4);
});

// As the first line of a file from a spreadsheet leaves it.
test('a candidate that begins with a byte order mark is answered for, and not asked for again', async () => {
  await db.prepare('INSERT INTO potential_companies (slug) VALUES (?1)').bind('\u{FEFF}quiet-creek').run();
  assert.deepEqual(await workers.tick(), { outcome: 'ok', noRetry: true });
  assert.deepEqual(await rows("SELECT status FROM potential_companies WHERE slug LIKE '%quiet-creek'"), [{ status: 'rejected' }]);
});
