/**
 * The costs of a sync, counted at the D1 binding: round trips, rows read and written, bytes bound. The limits
 * are promises of docs/architecture.md; none of them may depend on the size of the board or the table.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { enterCompany, makeDue, runsOf } from './support/database.mjs';
import { atsConfig, startWorkers } from './support/harness.mjs';
import { board, greenhouseUrl, json, stubSources } from './support/sources.mjs';

const POSTINGS = 300;

let sources;
let workers;
let db;

before(async () => {
  workers = await startWorkers(atsConfig({ main: 'tests/worker/support/counting-ats.js' }));
  ({ db } = workers);
  sources = stubSources();
});
after(async () => {
  await workers.close();
  sources.restore();
});

const takeCounts = async () => (await workers.getWorker().fetch('/')).json();

/** Delivers one cron event and returns what it cost. */
async function costOfTick() {
  await takeCounts();
  assert.equal((await workers.tick()).outcome, 'ok');
  return takeCounts();
}

async function costOfSync(slug) {
  await makeDue(db, slug);
  const cost = await costOfTick();
  const { status, stats } = (await runsOf(db, slug)).at(-1);
  assert.equal(status, 'success');
  return { ...cost, stats };
}

async function enterBoard(slug, answer) {
  await enterCompany(db, 'greenhouse', slug);
  sources.answer(greenhouseUrl(slug), answer);
}

const withEtag = ({ headers }) =>
  headers.get('if-none-match') === 'W/"1"'
    ? new Response(null, { status: 304, headers: { etag: 'W/"1"' } })
    : json(board(POSTINGS), { etag: 'W/"1"' });
const withoutEtag = () => json(board(POSTINGS));

function assertCheap({ roundTrips, rowsRead, rowsWritten, bytesBound, stats }) {
  assert.equal(stats.notModified, 1);
  assert.ok(roundTrips <= 2, `${roundTrips} round trips`);
  assert.ok(rowsWritten <= 7, `${rowsWritten} rows written`);
  assert.ok(rowsRead <= 45, `${rowsRead} rows read`);
  assert.ok(bytesBound <= 3_000, `${bytesBound} bytes bound`);
}

/** Jobs of other boards, so that a scan of the table would show. */
async function addOtherJobs(count) {
  const sql = `
    WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
    INSERT INTO jobs (source_name, board, external_id, title, company, source_url, content_hash)
    SELECT 'greenhouse', 'other-' || (i % 50), i, 'Job ' || i, 'Other', 'https://other.example/' || i, 'hash'
    FROM n WHERE i > 0`;
  await db.prepare(sql).bind(count).run();
}

describe('a tick', () => {
  test('with nothing due costs one round trip and writes nothing', async (t) => {
    const cost = await costOfTick();
    t.diagnostic(JSON.stringify(cost));
    assert.equal(cost.roundTrips, 1);
    assert.equal(cost.rowsWritten, 0);
  });

  test('takes two round trips a company, and one more', async (t) => {
    for (const slug of ['first', 'second', 'third']) await enterBoard(slug, withoutEtag);
    const cost = await costOfTick();
    t.diagnostic(JSON.stringify(cost));
    for (const slug of ['first', 'second', 'third']) {
      assert.equal((await runsOf(db, slug))[0].stats.added, POSTINGS);
    }
    assert.ok(cost.roundTrips <= 2 * 3 + 1, `${cost.roundTrips} round trips`);
    // As docs/decisions/0024-seven-rows-a-posting.md tells them, and what a run takes.
    assert.ok(cost.rowsWritten <= 3 * (POSTINGS * 7 + 8), `${cost.rowsWritten} rows written`);
  });
});

describe('a tick over boards that answer 304', () => {
  // A turn that empties old texts reads a row more than one that prunes old rows.
  const FIGURES = [
    { boards: 1, statements: 10, roundTrips: 2, rowsRead: 45, rowsWritten: 7 },
    { boards: 10, statements: 12, roundTrips: 2, rowsRead: 122, rowsWritten: 45 },
  ];
  for (const { boards, ...most } of FIGURES) {
    test(`of which there are ${boards} costs no more than that`, async (t) => {
      const slugs = Array.from({ length: boards }, (_, i) => `same-${boards}-${i}`);
      for (const slug of slugs) await enterBoard(slug, withEtag);
      await costOfTick();
      await db.prepare("UPDATE discovered_companies SET next_sync_at = iif(slug LIKE ?1, 0, 1 << 40)").bind(`same-${boards}-%`).run();
      const cost = await costOfTick();
      t.diagnostic(JSON.stringify(cost));
      const { stats } = (await runsOf(db, slugs[0])).at(-1);
      assert.equal(stats.notModified, 1);
      for (const [figure, limit] of Object.entries(most)) assert.ok(cost[figure] <= limit, `${cost[figure]} ${figure}`);
    });
  }
});

describe(`a board of ${POSTINGS} of which three have changed`, () => {
  test('writes three, and what every run writes', async (t) => {
    let changes = {};
    const jobs = () => board(POSTINGS).jobs.map((job) => (job.id <= 3 ? { ...job, ...changes } : job));
    await enterBoard('changing', () => json({ jobs: jobs() }));
    await costOfSync('changing');
    changes = { title: 'Head gardener' };
    const { stats, ...cost } = await costOfSync('changing');
    t.diagnostic(JSON.stringify(cost));
    assert.equal(stats.updated, 3);
    assert.equal(stats.unchanged, POSTINGS - 3);
    assert.ok(cost.roundTrips <= 3, `${cost.roundTrips} round trips`);
    // They become one role: two of them are copies from now on.
    assert.ok(cost.rowsWritten <= 8 + 3 * 12, `${cost.rowsWritten} rows written`);
  });
});

for (const [others, table] of [
  [0, 'a table of its own'],
  [5_000, '5,000 further jobs'],
]) {
  describe(`an unchanged board of ${POSTINGS} in ${table}`, () => {
    before(() => addOtherJobs(others));

    for (const [answer, kind] of [
      [withEtag, 'answered by 304'],
      [withoutEtag, 'sent again in full'],
    ]) {
      test(`${kind} costs next to nothing`, async (t) => {
        const slug = `${answer.name}-${others}`.toLowerCase();
        await enterBoard(slug, answer);
        await costOfSync(slug);
        const cost = await costOfSync(slug);
        t.diagnostic(JSON.stringify({ ...cost, stats: undefined }));
        assertCheap(cost);
      });
    }
  });
}
