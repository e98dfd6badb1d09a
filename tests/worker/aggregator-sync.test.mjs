/**
 * Recorded feeds go in at one end, the right rows come out at the other: the built aggregator worker in
 * workerd, compared with a reading of the payloads that shares no code with it.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { balances } from './support/database.mjs';
import { leapingEntry, startWorkers, workerConfig } from './support/harness.mjs';
import { readPayload, skipWithoutPayloads } from './support/payloads.mjs';
import { json, stubSources } from './support/sources.mjs';

const REMOTEOK = 'https://remoteok.com/api';
const HIMALAYAS = 'https://himalayas.app/jobs/api';
// prettier-ignore
const TAGS = ['dev', 'engineer', 'devops', 'design', 'marketing', 'developer', 'frontend', 'backend',
  'fullstack', 'product', 'project', 'data', 'support'];

let sources;
let workers;
let db;

before(async () => {
  workers = await startWorkers(workerConfig('aggregator', { main: leapingEntry('aggregator') }));
  ({ db } = workers);
  sources = stubSources();
});
after(async () => {
  await workers.close();
  sources.restore();
});
beforeEach(async () => {
  const changes = ['jobs', 'sync_history', 'potential_companies'].map((table) => `DELETE FROM ${table}`);
  changes.push("UPDATE batch_state SET cursor = '{}', lease_owner = '', lease_until = 0");
  changes.push("UPDATE source_state SET cooldown_until = 0, failures = 0 WHERE source <> 'jobicy'");
  await db.batch(changes.map((sql) => db.prepare(sql)));
  sources.requests.length = 0;
  sources.answer(REMOTEOK, () => json([notice]));
  sources.answer(HIMALAYAS, () => json({ jobs: [] }));
});

const rows = async (sql) => (await db.prepare(sql).all()).results;
const requestsTo = (address) => sources.requests.filter(({ url }) => url.origin + url.pathname === address);
const notice = { last_updated: 1, legal: 'Please link back.' };

/** Fires the cron so many times. */
async function tick(times) {
  for (let i = 0; i < times; i++) assert.deepEqual(await workers.tick(), { outcome: 'ok', noRetry: true });
}

async function receiptsOf(source) {
  const runs = await rows(`SELECT status, stats FROM sync_history WHERE source = '${source}' ORDER BY id`);
  return runs.map(({ status, stats }) => ({ status, ...JSON.parse(stats) }));
}

const sum = (receipts, field) => receipts.reduce((total, receipt) => total + (receipt[field] ?? 0), 0);
const isPlain = (text) => /^[\x21-\x25\x27-\x7e][\x20-\x25\x27-\x7e]*[\x21-\x25\x27-\x7e]$/.test(text) && !/ {2}|\\n/.test(text);

describe('RemoteOK', { skip: skipWithoutPayloads }, () => {
  const address = 'MTI3LjAuMC4x';
  /** The recorded feed, as it is sent to somebody whose address is 127.0.0.1. */
  const recorded = () => {
    const feed = readPayload('remoteok/full-99jobs-20260516.json');
    const addressed = JSON.stringify(feed).replace(/and tag \w+ when applying/g, `and tag R${address} when applying`);
    return JSON.parse(addressed.replace(/\(#\w+\)/g, `(#R${address})`));
  };
  /** Their own texts say "On-site". */
  const onSite = ['1131591', '1131612'];
  const wanted = (feed) => feed.filter(({ id, tags }) => id && !onSite.includes(id) && tags.some((tag) => TAGS.includes(tag)));

  test('is asked for thirteen tags in order, and a feed that ignores them is stored once', async () => {
    const feed = recorded();
    sources.answer(REMOTEOK, () => json(feed));
    await tick(26);

    assert.deepEqual(requestsTo(REMOTEOK).map(({ url }) => url.searchParams.get('tag')), TAGS);
    const jobs = new Map((await rows("SELECT * FROM jobs WHERE source_name = 'remoteok'")).map((job) => [job.external_id, job]));
    const expected = wanted(feed);
    const paid = [];
    assert.deepEqual([...jobs.keys()].sort(), expected.map(({ id }) => id).sort());
    for (const { id, position, company, url, epoch, salary_min: low, salary_max: high, location } of expected) {
      const job = jobs.get(id);
      assert.equal(job.source_url, url);
      assert.equal(job.post_date, epoch);
      // 0 and 0 mean that the fields state no pay; the text may.
      assert.notEqual(job.salary_min, 0);
      if (high > 0) paid.push([job.salary_min, job.salary_max].join() === [low, high].join());
      if (isPlain(position)) assert.equal(job.title, position);
      if (isPlain(company.trim())) assert.equal(job.company, company.trim());
      if (location === '') assert.equal(job.location, null);
    }
    // Bare figures give way to a text that states others.
    assert.ok(paid.filter(Boolean).length >= paid.length - 1, `${paid}`);
    const receipts = await receiptsOf('remoteok');
    assert.equal(receipts.length, 13);
    assert.ok(receipts.every((receipt) => receipt.status === 'success' && receipt.fetched === 99 && balances(receipt)));
    assert.equal(sum(receipts, 'added'), expected.length);
    assert.equal(sum(receipts, 'updated'), 0);
  });

  test("tells nobody the requester's address", async () => {
    const feed = recorded();
    assert.ok(JSON.stringify(feed).includes(address));
    workers.logs();
    sources.answer(REMOTEOK, () => json(feed));
    await tick(26);
    const broken = JSON.stringify(feed).slice(0, -20);
    sources.answer(REMOTEOK, () => json(broken));
    await tick(2);
    assert.equal((await receiptsOf('remoteok')).at(-1).status, 'failed');
    const tables = await rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'");
    const everything = await Promise.all(tables.map(({ name }) => rows(`SELECT * FROM ${name}`)));
    for (const text of [JSON.stringify(everything), workers.logs()]) {
      assert.ok(!text.includes(address));
      assert.doesNotMatch(text, /please mention the word/i);
      assert.ok(!text.includes('127.0.0.1'));
    }
    const found = await rows(`SELECT rowid FROM jobs_fts WHERE jobs_fts MATCH '"R${address}"'`);
    assert.deepEqual(found, []);
  });

  test('an unchanged feed writes no job', async () => {
    sources.answer(REMOTEOK, () => json(recorded()));
    await tick(26);
    const before = await rows('SELECT * FROM jobs ORDER BY id');
    await tick(26);
    assert.deepEqual(await rows('SELECT * FROM jobs ORDER BY id'), before);
    const again = (await receiptsOf('remoteok')).slice(13);
    assert.deepEqual([sum(again, 'added'), sum(again, 'updated'), sum(again, 'closed')], [0, 0, 0]);
  });

  test('the format of 2021 is read too', async () => {
    const feed = readPayload('remoteok/old-ruby-gem-jobs.json');
    const tag = feed.find(({ id, tags }) => id && tags.includes('dev')).tags.find((one) => one === 'dev');
    sources.answer(REMOTEOK, () => json(feed));
    await tick(2);
    const [{ url }] = requestsTo(REMOTEOK);
    assert.equal(url.searchParams.get('tag'), tag);
    const jobs = await rows("SELECT external_id, post_date FROM jobs WHERE source_name = 'remoteok' ORDER BY external_id");
    const expected = feed.filter(({ id, tags }) => id && tags.includes(tag));
    assert.deepEqual(
      jobs,
      expected.map(({ id, epoch }) => ({ external_id: String(id), post_date: Number(epoch) })).sort((a, b) => (a.external_id < b.external_id ? -1 : 1)),
    );
  });
});

describe('Himalayas', { skip: skipWithoutPayloads }, () => {
  test('a recorded page becomes rows', async () => {
    const page = readPayload('himalayas/browse-20jobs-20260517.json');
    const now = Math.floor(Date.now() / 1000);
    const jobs = page.jobs.map((job) => ({ ...job, expiryDate: now + 86_400 }));
    sources.answer(HIMALAYAS, ({ url }) => json({ ...page, jobs: url.searchParams.has('offset') ? [] : jobs }));
    await tick(2);
    const stored = new Map((await rows("SELECT * FROM jobs WHERE source_name = 'himalayas'")).map((job) => [job.external_id, job]));
    assert.equal(stored.size, jobs.length);
    for (const posting of jobs) {
      const job = stored.get(posting.guid);
      assert.equal(job.source_url, posting.applicationLink);
      assert.equal(job.post_date, posting.pubDate);
      if (posting.minSalary) assert.deepEqual([job.salary_min, job.salary_max], [posting.minSalary, posting.maxSalary]);
      assert.equal(job.closed_at, null);
      if (isPlain(posting.title)) assert.equal(job.title, posting.title);
      if (isPlain(posting.companyName)) assert.equal(job.company, posting.companyName);
      const scope = JSON.parse(job.remote_scope);
      if (posting.locationRestrictions.length === 0) assert.deepEqual(scope, ['WORLD']);
      else assert.equal(scope.length, new Set(posting.locationRestrictions).size);
      if (posting.locationRestrictions.includes('United States')) assert.ok(scope.includes('US'));
    }
    const candidates = (await rows('SELECT slug FROM potential_companies')).map(({ slug }) => slug);
    assert.ok(candidates.includes(jobs[0].companyName), 'companies become candidates of discovery');
  });

  test('a company called “name” has the name that its slug tells', async () => {
    const { jobs } = readPayload('himalayas/breteai-3jobs-companyname-bug.json');
    assert.ok(jobs.some(({ companyName }) => companyName === 'name'));
    sources.answer(HIMALAYAS, () => json({ jobs }));
    await tick(2);
    const companies = await rows("SELECT DISTINCT company FROM jobs WHERE source_name = 'himalayas'");
    assert.ok(companies.length > 0 && companies.every(({ company }) => company !== 'name'));
  });
});

describe('a dead source', () => {
  const dead = () => new Response('<title>Just a moment...</title>', { status: 403, headers: { 'content-type': 'text/html' } });
  const tagged = { id: '1', tags: TAGS, position: 'Gardener', company: 'Mossy Lane', url: 'https://remoteOK.com/1', epoch: 1_778_918_412, description: 'Weed.' };
  const listed = { guid: 'https://himalayas.app/1', applicationLink: 'https://himalayas.app/1', title: 'Gardener', companyName: 'Mossy Lane', description: 'Weed.', pubDate: 1_778_990_421, locationRestrictions: [] };

  test('Himalayas beside a living RemoteOK', async () => {
    sources.answer(REMOTEOK, () => json([notice, tagged]));
    sources.answer(HIMALAYAS, dead);
    await tick(6);
    assert.deepEqual(requestsTo(REMOTEOK).map(({ url }) => url.searchParams.get('tag')), TAGS.slice(0, requestsTo(REMOTEOK).length));
    assert.ok(requestsTo(REMOTEOK).length >= 4, 'its turns go to the living one');
    assert.equal((await receiptsOf('himalayas')).length, 1);
    assert.deepEqual(await rows('SELECT source_name FROM jobs'), [{ source_name: 'remoteok' }]);
  });

  test('RemoteOK beside a living Himalayas', async () => {
    sources.answer(REMOTEOK, dead);
    sources.answer(HIMALAYAS, () => json({ jobs: [listed], totalCount: 1 }));
    await tick(6);
    assert.equal((await receiptsOf('remoteok')).length, 1);
    assert.ok((await receiptsOf('himalayas')).length >= 4);
    assert.deepEqual(await rows('SELECT source_name FROM jobs'), [{ source_name: 'himalayas' }]);
  });
});

test('overlapping ticks keep two seconds between requests of a source', async () => {
  let pages = 0;
  sources.answer(HIMALAYAS, () => {
    pages += 1;
    const guid = `https://himalayas.app/${pages}`;
    const posting = { guid, applicationLink: guid, title: 'Gardener', companyName: 'Mossy Lane', description: 'Weed.', pubDate: 1_778_990_421 };
    return json({ jobs: [posting], nextCursor: `page-${pages}`, totalCount: 100 });
  });
  await Promise.all(Array.from({ length: 8 }, () => workers.tick()));
  await Promise.all(Array.from({ length: 8 }, () => workers.tick()));
  const times = requestsTo(HIMALAYAS).map(({ time }) => time);
  assert.ok(times.length >= 2);
  for (let i = 1; i < times.length; i++) assert.ok(times[i] - times[i - 1] >= 2_000, `${times[i] - times[i - 1]} ms`);
});
