/**
 * Recorded boards go in at one end, the right rows come out at the other: the built wasm in workerd,
 * compared with a reading of the payloads that shares no code with it.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { balances, companyOf, enterCompany, jobsOf, makeDue, openIdsOf, runsOf } from './support/database.mjs';
import { atsConfig, startWorkers } from './support/harness.mjs';
import { readPayload, skipWithoutPayloads } from './support/payloads.mjs';
import {
  board,
  greenhouseUrl,
  json,
  leverPosting,
  leverSite,
  leverUrl,
  posting,
  stubSources,
} from './support/sources.mjs';

let sources;
let workers;
let db;

before(async () => {
  workers = await startWorkers(atsConfig());
  ({ db } = workers);
  sources = stubSources();
});
after(async () => {
  await workers.close();
  sources.restore();
});

/** Syncs one company by a cron event and returns its latest run. */
async function sync(slug) {
  await makeDue(db, slug);
  assert.deepEqual(await workers.tick(), { outcome: 'ok', noRetry: true });
  return (await runsOf(db, slug)).at(-1);
}

const unixSeconds = (time) => Math.floor(Date.parse(time) / 1000);
const byId = (postings, keyOf) => new Map(postings.map((one) => [String(one.id), keyOf(one)]));

/** The changes between two listings, given as maps from id to stored posting. */
function difference(earlier, later) {
  const known = [...later].filter(([id]) => earlier.has(id));
  const isSame = ([id, value]) => JSON.stringify(value) === JSON.stringify(earlier.get(id));
  return {
    added: later.size - known.length,
    updated: known.filter((entry) => !isSame(entry)).length,
    unchanged: known.filter(isSame).length,
    closed: [...earlier.keys()].filter((id) => !later.has(id)).length,
  };
}

function changesOf({ added, updated, unchanged, closed }) {
  return { added, updated, unchanged, closed };
}

describe('a recorded Greenhouse board', { skip: skipWithoutPayloads }, () => {
  const saysRemote = (text) => /\b(remote|anywhere)\b/i.test(text) && !/hybrid|on-?site/i.test(text);
  const isRemote = ({ title, location, offices }) =>
    saysRemote(location.name) || title.endsWith('(remote)') || (offices.length > 0 && offices.every(({ name }) => saysRemote(name)));
  const named = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  const decodeOnce = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => named[entity]);
  const stored = (job) => ({
    title: job.title.trim().replace(/\s+/g, ' '),
    company: job.company_name,
    source_url: job.absolute_url,
    location: job.location.name.trim(),
    post_date: unixSeconds(job.first_published),
    description_raw: decodeOnce(job.content),
  });
  const pick = (row, like) => Object.fromEntries(Object.keys(like).map((key) => [key, row[key]]));

  test('becomes rows, and two weeks later their changes', async () => {
    const [earlier, later] = ['20260808', '20260822'].map((day) => readPayload(`greenhouse/impact-${day}.json`));
    await enterCompany(db, 'greenhouse', 'impact');

    sources.answer(greenhouseUrl('impact'), () => json(earlier));
    const first = await sync('impact');
    const expected = byId(earlier.jobs.filter(isRemote), stored);
    assert.equal(first.status, 'success');
    assert.ok(balances(first.stats));
    assert.equal(first.stats.fetched, 85);
    assert.equal(first.stats.added, 5);
    assert.equal(first.stats.filtered, 80);
    const rows = await jobsOf(db, 'impact');
    assert.deepEqual([...rows.keys()].sort(), ['5828699002', '8191730002', '8532453002', '8595272002', '8690467002']);
    for (const [id, like] of expected) assert.deepEqual(pick(rows.get(id), like), like);
    // Read off the payload by eye: 6 April 2022, 18:06:14 in New York.
    assert.equal(rows.get('5828699002').post_date, 1649282774);
    assert.equal(rows.get('5828699002').remote_scope, '["US"]');
    assert.equal(rows.get('8191730002').location, 'Remote');

    sources.answer(greenhouseUrl('impact'), () => json(later));
    const second = await sync('impact');
    const changes = difference(expected, byId(later.jobs.filter(isRemote), stored));
    assert.deepEqual(changes, { added: 1, updated: 4, unchanged: 0, closed: 1 });
    assert.deepEqual(changesOf(second.stats), changes);
    assert.ok(balances(second.stats));
    const rowsLater = await jobsOf(db, 'impact');
    assert.equal(rowsLater.size, 6);
    for (const [id, row] of rows) assert.equal(rowsLater.get(id).id, row.id);
    assert.equal(rowsLater.get('8338043002').post_date, 1767978775);
  });

  test('shows on the company: name, counts, when to look again', async () => {
    const payload = readPayload('greenhouse/impact-20260808.json');
    await enterCompany(db, 'greenhouse', 'impact-2');
    sources.answer(greenhouseUrl('impact-2'), () => json(payload, { etag: 'W/"a"' }));
    await sync('impact-2');
    const company = await companyOf(db, 'impact-2');
    const { name, status, job_count, remote_job_count, etag, failures } = company;
    assert.deepEqual(
      { name, status, job_count, remote_job_count, etag, failures },
      { name: 'Impact.com', status: 'active', job_count: 85, remote_job_count: 5, etag: 'W/"a"', failures: 0 },
    );
    const wait = company.next_sync_at - company.last_synced_at;
    assert.ok(Math.abs(wait - 14_400) <= 1_440, `next look in ${wait} s`);
  });
});

describe('a recorded Lever site', { skip: skipWithoutPayloads }, () => {
  const isRemote = ({ workplaceType }) => workplaceType === 'remote';
  const stored = ({ text, hostedUrl, categories, createdAt, description, lists, additional }) => ({
    text,
    hostedUrl,
    categories,
    createdAt,
    description,
    lists,
    additional,
  });

  test('becomes rows; what leaves it is closed', async () => {
    const [earlier, later] = ['20260810', '20260818'].map((day) => readPayload(`lever/yassir-${day}.json`));
    await enterCompany(db, 'lever', 'Yassir', 'Yassir');

    sources.answer(leverUrl('Yassir'), leverSite(earlier));
    const first = await sync('Yassir');
    assert.ok(balances(first.stats));
    assert.equal(first.stats.fetched, 155);
    assert.equal(first.stats.added, 4);
    const remote = earlier.filter(isRemote);
    assert.deepEqual(await openIdsOf(db, 'Yassir'), remote.map(({ id }) => id).sort());
    const rows = await jobsOf(db, 'Yassir');
    for (const { id, text, hostedUrl, createdAt, categories } of remote) {
      const row = rows.get(id);
      assert.equal(row.title, text.trim().replace(/\s+/g, ' '));
      assert.equal(row.company, 'Yassir');
      assert.equal(row.source_url, hostedUrl);
      assert.equal(row.post_date, Math.floor(createdAt / 1000));
      assert.equal(row.location, categories.location.trim());
    }

    sources.answer(leverUrl('Yassir'), leverSite(later));
    const second = await sync('Yassir');
    const changes = difference(byId(remote, stored), byId(later.filter(isRemote), stored));
    assert.deepEqual(changes, { added: 0, updated: 0, unchanged: 2, closed: 2 });
    assert.deepEqual(changesOf(second.stats), changes);
    assert.deepEqual(await openIdsOf(db, 'Yassir'), later.filter(isRemote).map(({ id }) => id).sort());
    assert.equal((await jobsOf(db, 'Yassir')).size, 4);
  });
});

describe('a board', () => {
  test('is asked for as a polite robot asks, and not read twice', async () => {
    await enterCompany(db, 'greenhouse', 'tagged');
    sources.answer(greenhouseUrl('tagged'), ({ headers }) =>
      headers.get('if-none-match') === 'W/"v1"'
        ? new Response(null, { status: 304, headers: { etag: 'W/"v1"' } })
        : json(board(3), { etag: 'W/"v1"' }),
    );
    assert.equal((await sync('tagged')).stats.added, 3);
    const { stats } = await sync('tagged');
    const [first, second] = sources.requests.slice(-2);
    assert.equal(first.url.search, '?content=true');
    assert.equal(first.headers.get('user-agent'), 'SpearyxJobBot/1.0 (https://jobs.spearyx.com)');
    assert.equal(first.headers.get('accept'), 'application/json');
    assert.equal(first.headers.get('if-none-match'), null);
    assert.equal(second.headers.get('if-none-match'), 'W/"v1"');
    assert.deepEqual([stats.notModified, stats.bytes, stats.requests], [1, 0, 1]);
  });

  test('of more than one page is read to its end, within the rate limit', async () => {
    const site = Array.from({ length: 2_100 }, (_, i) => leverPosting(`posting-${i}`));
    await enterCompany(db, 'lever', 'Longsite', 'Long Site');
    sources.answer(leverUrl('Longsite'), leverSite(site));
    const { stats } = await sync('Longsite');
    const asked = sources.requests.filter(({ url }) => url.href.startsWith(leverUrl('Longsite')));
    assert.deepEqual([stats.fetched, stats.added], [2_100, 2_100]);
    assert.equal(stats.requests, asked.length);
    assert.ok(asked.length > 1, 'one page held the whole site');
    const gaps = asked.slice(1).map(({ time }, i) => time - asked[i].time);
    assert.ok(Math.min(...gaps) >= 1_000, `requests ${gaps} ms apart`);
    assert.equal((await openIdsOf(db, 'Longsite')).length, 2_100);
  });

  test('takes back a posting that returns, under the row it had', async () => {
    await enterCompany(db, 'greenhouse', 'returning');
    const [kept, wandering] = [posting(11), posting(12)];
    sources.answer(greenhouseUrl('returning'), () => json({ jobs: [kept, wandering] }));
    await sync('returning');
    const { id } = (await jobsOf(db, 'returning')).get('12');

    sources.answer(greenhouseUrl('returning'), () => json({ jobs: [kept] }));
    assert.equal((await sync('returning')).stats.closed, 1);
    assert.deepEqual(await openIdsOf(db, 'returning'), ['11']);

    sources.answer(greenhouseUrl('returning'), () => json({ jobs: [kept, wandering] }));
    const { stats } = await sync('returning');
    assert.deepEqual([stats.updated, stats.reopened, stats.unchanged], [1, 1, 1]);
    assert.equal((await jobsOf(db, 'returning')).get('12').id, id);
  });
});
