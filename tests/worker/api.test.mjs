/**
 * The built API in workerd on a real D1: what needs the real thing. What rows a list reads by D1's own
 * account, limits on wrong tokens by the platform's binding, ticks through service bindings.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { join } from 'node:path';
import { createTestHarness, experimental_readRawConfig } from 'wrangler';
import { projectRoot } from '../../tools/setup/processes.mjs';

const POSTINGS = 5_000;
const TOKEN = 'a-token-for-tests';

let harness;
let api;
let db;

/** A worker that answers ticks, in the place of a sync worker. */
function tickWorker(name) {
  return {
    config: {
      name,
      main: join(projectRoot, 'tests/worker/support/tick-worker.js'),
      compatibility_date: '2026-07-01',
    },
  };
}

before(async () => {
  const { rawConfig } = experimental_readRawConfig({ config: join(projectRoot, 'wrangler.toml') });
  const { build: _, ...config } = rawConfig;
  config.vars = { ...config.vars, SYNC_TOKEN: TOKEN };
  config.main = join(projectRoot, 'tests/worker/support/counting-api.js');
  harness = createTestHarness({
    root: projectRoot,
    workers: [
      { config },
      tickWorker('spearyx-sync-ats'),
      tickWorker('spearyx-sync-aggregator'),
      tickWorker('spearyx-sync-discovery'),
    ],
  });
  await harness.listen();
  api = harness.getWorker('spearyx-jobs');
  await api.applyD1Migrations('DB');
  ({ DB: db } = await api.getEnv());
  await seed();
});
after(() => harness.close());

async function seed() {
  const sql = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)
    INSERT INTO jobs (source_name, board, external_id, title, company, source_url, description, description_raw,
      category_id, remote_scope, post_date, salary_max, salary_period, content_hash)
    SELECT iif(i % 2, 'lever', 'greenhouse'), 'b' || (i % 50), i, 'Engineer ' || i, 'Company ' || (i % 50),
      'https://example.com/' || i, 'We look for an engineer who knows SQL.', '<p onclick="x()">Hi <b>you</b></p>',
      1 + i % 16, iif(i % 3, '["US"]', '["WORLD"]'), 1780000000 + i * 60, 50000 + i % 100 * 1000, 'year', 'h' || i FROM n`;
  await db.prepare(sql).bind(POSTINGS).run();
}

/** @returns {Promise<{status: number, headers: Headers, body: any, rowsRead: number, statements: number}>} */
async function call(path, init) {
  const response = await api.fetch(`https://jobs.example${path}`, init);
  const text = await response.text();
  const body = (response.headers.get('content-type') ?? '').includes('json') && text ? JSON.parse(text) : text;
  const count = (name) => Number(response.headers.get(name));
  return { status: response.status, headers: response.headers, body, rowsRead: count('x-rows-read'), statements: count('x-statements') };
}

describe('rows read', () => {
  const page = 30;
  const filtered = ['', '&category=3', '&source=lever', '&remote=US', '&company=Company%207', '&status=all', '&sortBy=oldest'];
  for (const filter of filtered) {
    test(`a page of ${filter || 'everything'} reads at most three rows a posting, however deep`, async () => {
      let cursor = '';
      for (let depth = 0; depth < 3; depth++) {
        const { body, rowsRead, statements } = await call(`/api/v3/jobs?limit=${page}${filter}${cursor}`);
        assert.equal(body.data.jobs.length, page);
        assert.ok(rowsRead <= 3 * page, `${rowsRead} rows at depth ${depth}`);
        assert.ok(statements <= 3);
        cursor = `&cursor=${encodeURIComponent(body.data.nextCursor)}`;
      }
    });
  }

  for (const search of ['engineer', 'eng', 'sql', 'engineer&sortBy=newest', 'engineer&category=3']) {
    test(`a search for ${search}, which thousands match, reads at most twenty rows a posting`, async () => {
      const { body, rowsRead, statements } = await call(`/api/v3/jobs?search=${search}`);
      assert.equal(body.data.jobs.length, page);
      assert.ok(rowsRead <= 20 * page, `${rowsRead} rows`);
      assert.ok(statements <= 3);
    });
  }

  test('the other orders read no more than the page needs', async () => {
    for (const sort of ['title-asc', 'title-desc', 'recently-added', 'salary']) {
      const { body, rowsRead } = await call(`/api/v3/jobs?sortBy=${sort}`);
      assert.equal(body.data.jobs.length, page, sort);
      assert.ok(rowsRead <= 3 * page, `${sort}: ${rowsRead} rows`);
    }
  });

  test('changes read two rows an entry', async () => {
    const { body, rowsRead } = await call('/api/v3/jobs/changes?since=1000');
    assert.equal(body.data.changes.length, page);
    assert.ok(rowsRead <= 4 * page, `${rowsRead} rows`);
  });
});

test('an address with odd segments is not found, and a request keeps its query', async () => {
  assert.equal((await call('/api/v3/jobs/..%2fstats')).status, 404);
  assert.equal((await call('/api/v3/jobs/%2e%2e/categories')).status, 200, 'dot segments are resolved before');
  assert.deepEqual((await call('/api/v3/jobs?a=1&b=%20')).body.meta.ignoredParams, ['a', 'b']);
  assert.equal((await call('/api/v3/jobs?search=%FF')).status, 400);
});

test('a posting is cleansed once and then stays', async () => {
  const { body } = await call('/api/v3/jobs/7');
  assert.match(body.data.content, /^<p>Hi <(b|strong)>you<\/(b|strong)><\/p>\s*$/);
  const row = await db.prepare('SELECT is_cleansed, full_description FROM jobs WHERE id = 7').first();
  assert.equal(row.is_cleansed, 1);
  assert.equal(row.full_description, body.data.content);
});

test('an unchanged answer is 304, HEAD has no body', async () => {
  const first = await call('/api/v3/categories');
  const headers = { 'if-none-match': first.headers.get('etag') };
  assert.equal((await call('/api/v3/categories', { headers })).status, 304);
  const head = await call('/api/v3/categories', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.body, '');
});

test('a tick runs through the service binding', async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const { status, body } = await call('/api/v3/sync/ats', { method: 'POST', headers });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.success, body.source, body.company, body.jobsAdded], [true, 'lever', 'asked', 1]);
  await db.prepare("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'acme')").run();
  const one = await call('/api/v3/companies/lever/acme/sync', { method: 'POST', headers });
  assert.equal(one.body.company, 'acme');
});

test('a body of 10 MB is refused', async () => {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const body = 'x'.repeat(10_000_000);
  assert.equal((await call('/api/v3/companies', { method: 'POST', headers, body })).status, 413);
});

test('wrong tokens are refused, and after some of them for a while', async () => {
  const headers = { authorization: 'Bearer wrong', 'cf-connecting-ip': '192.0.2.7' };
  const statuses = [];
  for (let i = 0; i < 14; i++) statuses.push((await call('/api/v3/sync/ats', { method: 'POST', headers })).status);
  assert.equal(statuses[0], 401);
  assert.equal(statuses.at(-1), 429);
});
