/*
 * A client that knows the original API and nothing of what has been added since: its addresses, its
 * parameters, its fields.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { authorized, seedPostings, startApi } from './support/api.mjs';

const POSTINGS = 95;

let api;

before(async () => {
  api = await startApi();
  await seedPostings(api.db, POSTINGS);
  await api.db.batch(
    [
      "INSERT INTO sync_history (id, sync_type, source, company, started_at) VALUES ('019fd60b0001-001', 'ats', 'lever', 'acme', 1785999000)",
      `UPDATE sync_history SET status = 'success', completed_at = 1785999001, stats = '{"jobsAdded":2,"jobsUpdated":1,"jobsDeleted":0}',
        logs = '[{"timestamp":"2026-08-06T06:50:00.000Z","type":"info","message":"Syncing acme"}]'`,
      "INSERT INTO sync_history (id, sync_type, source, status, started_at, completed_at, error) VALUES (printf('%012x-001', unixepoch() * 1000), 'aggregator', 'remoteok', 'failed', unixepoch(), unixepoch(), 'HTTP 503')",
      `UPDATE batch_state SET outcomes = '{"lever":{"success":1785999001,"added":2,"failed":false}}' WHERE worker = 'ats'`,
      `UPDATE batch_state SET outcomes = '{"remoteok":{"failure":1785999002,"error":"HTTP 503","failed":true}}' WHERE worker = 'aggregator'`,
    ].map((sql) => api.db.prepare(sql)),
  );
});
after(() => api.close());

/** @returns {Promise<any>} */
async function get(path) {
  const { status, body } = await api.call(`/api/v3${path}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

const isIsoDate = (text) => new Date(text).toISOString() === text;

describe('GET /jobs', () => {
  test('has its fields', async () => {
    const { success, data } = await get('/jobs');
    assert.equal(success, true);
    assert.deepEqual([data.jobs.length, data.total, data.limit, data.offset, data.hasMore], [30, POSTINGS, 30, 0, true]);
    for (const job of data.jobs) {
      for (const name of ['id', 'categoryId']) assert.equal(typeof job[name], 'number');
      for (const name of ['title', 'company', 'description', 'sourceUrl', 'sourceName', 'remoteType']) assert.equal(typeof job[name], 'string');
      for (const name of ['postDate', 'createdAt', 'updatedAt']) assert.ok(isIsoDate(job[name]), name);
      assert.ok('payRange' in job);
      assert.equal(job.category.id, job.categoryId);
      for (const name of ['name', 'slug', 'description']) assert.equal(typeof job.category[name], 'string');
      assert.ok(isIsoDate(job.category.createdAt));
    }
  });

  test('pages by limit and offset through all postings', async () => {
    const ids = new Set();
    for (let offset = 0, more = true; more; offset += 40) {
      const { data } = await get(`/jobs?limit=40&offset=${offset}`);
      data.jobs.forEach(({ id }) => ids.add(id));
      assert.equal(data.offset, offset);
      more = data.hasMore;
      assert.equal(more, offset + data.jobs.length < data.total);
    }
    assert.equal(ids.size, POSTINGS);
  });

  test('takes its filters and orders', async () => {
    const matches = async (query, holds) => {
      const { data } = await get(`/jobs?limit=100&${query}`);
      assert.ok(data.jobs.length > 0, query);
      assert.ok(data.jobs.every(holds), query);
      return data.jobs;
    };
    await matches('category=3', (job) => job.category.slug === 'design');
    await matches('source=Greenhouse', (job) => job.sourceName === 'greenhouse');
    await matches('source=Lever', (job) => job.sourceName === 'lever');
    await matches('company=Company%207', (job) => job.company === 'Company 7');
    await matches('search=engineer', (job) => /engineer/i.test(job.title));
    await matches('search=company%207', (job) => job.company.startsWith('Company 7') || /7/.test(job.title));
    const orders = {
      newest: (a, b) => Date.parse(a.postDate) >= Date.parse(b.postDate),
      oldest: (a, b) => Date.parse(a.postDate) <= Date.parse(b.postDate),
      'title-asc': (a, b) => a.title <= b.title,
      'title-desc': (a, b) => a.title >= b.title,
      'recently-added': (a, b) => a.id > b.id,
    };
    for (const [order, isInOrder] of Object.entries(orders)) {
      const jobs = await matches(`sortBy=${order}`, () => true);
      assert.ok(jobs.slice(1).every((job, i) => isInOrder(jobs[i], job)), order);
    }
  });
});

test('GET /categories has all of them with their counts', async () => {
  const { success, data } = await get('/categories');
  assert.equal(success, true);
  for (const name of ['Programming & Development', 'Design', 'Product Management']) {
    assert.ok(data.some((category) => category.name === name));
  }
  for (const { id, slug, jobCount, createdAt } of data) {
    const { data: list } = await get(`/jobs?limit=1&category=${id}`);
    assert.equal(jobCount, list.total, slug);
    assert.ok(isIsoDate(createdAt));
  }
});

test('GET /stats has its figures', async () => {
  const { success, stats } = await get('/stats');
  assert.equal(success, true);
  assert.equal(stats.totalJobs, POSTINGS);
  assert.equal(typeof stats.totalDiscoveredCompanies, 'number');
  assert.equal(typeof stats.pendingCompanies, 'number');
  assert.ok(isIsoDate(stats.lastSyncAt));
  const sources = Object.keys(stats.sourceSyncStatus);
  assert.ok(sources.length >= 4);
  assert.deepEqual(Object.keys(stats.jobsBySource).sort(), sources.toSorted());
  assert.equal(stats.jobsBySource.greenhouse + stats.jobsBySource.lever, POSTINGS);
  for (const source of sources) {
    const { lastSync, status, jobsAdded } = stats.sourceSyncStatus[source];
    assert.ok(lastSync === null || isIsoDate(lastSync));
    assert.match(status, /^(completed|failed|never)$/);
    assert.equal(typeof jobsAdded, 'number');
  }
  assert.equal(stats.sourceSyncStatus.remoteok.error, 'HTTP 503');
  for (const worker of ['ats', 'aggregator', 'discovery']) {
    const { name, icon, sources: own, schedule, status } = stats.workerStatus[worker];
    for (const text of [name, icon, schedule]) assert.ok(text.length > 0);
    assert.ok(Array.isArray(own));
    assert.match(status, /^(running|completed|failed|never)$/);
  }
});

test('GET /logs lists runs, newest first', async () => {
  const { success, logs, meta } = await get('/logs');
  assert.equal(success, true);
  assert.deepEqual(meta.count, 2);
  assert.equal(meta.recentErrors, 1);
  assert.equal(meta.hasMore, false);
  const [failed, worked] = logs;
  assert.deepEqual([failed.syncType, failed.source, failed.status], ['aggregator', 'remoteok', 'failed']);
  assert.deepEqual([worked.stats.jobsAdded, worked.stats.jobsUpdated, worked.stats.jobsDeleted], [2, 1, 0]);
  assert.deepEqual(worked.logs[0], { timestamp: '2026-08-06T06:50:00.000Z', type: 'info', message: 'Syncing acme' });
  assert.ok(isIsoDate(worked.startedAt) && isIsoDate(worked.completedAt));
  for (const [query, count] of [['errors=true', 1], ['status=completed', 1], ['status=failed', 1], ['source=lever', 1], ['limit=1', 1]]) {
    assert.equal((await get(`/logs?${query}`)).logs.length, count, query);
  }
});

test('GET /job-content tells a description and how long to keep it', async () => {
  const { status, headers, body } = await api.call('/api/v3/job-content?url=https%3A%2F%2Fexample.com%2F5&company=Company%205');
  assert.equal(status, 200);
  assert.match(body.content, /Hi <(b|strong)>you/);
  assert.doesNotMatch(body.content, /onclick/);
  assert.equal(headers.get('cache-control'), 'no-cache, no-store, must-revalidate');
  assert.equal(headers.get('x-api-version'), 'v3');
  assert.equal((await api.call('/api/v3/job-content?url=https%3A%2F%2Fexample.com%2F5')).status, 400);
});

describe('POST', () => {
  const post = (path) => api.call(`/api/v3${path}`, { method: 'POST', headers: authorized });

  test('/sync/ats and /sync/aggregator answer a receipt', async () => {
    for (const worker of ['ats', 'aggregator']) {
      const { status, body } = await post(`/sync/${worker}`);
      assert.equal(status, 200);
      assert.equal(body.success, true);
      assert.equal(typeof body.source, 'string');
      for (const name of ['jobsAdded', 'jobsUpdated', 'jobsDeleted', 'duration']) assert.equal(typeof body[name], 'number');
    }
  });

  test('/sync/discovery answers what it checked', async () => {
    const { status, body } = await post('/sync/discovery');
    assert.equal(status, 200);
    for (const name of ['companiesChecked', 'companiesAdded', 'duration']) assert.equal(typeof body[name], 'number');
    assert.ok(Array.isArray(body.discovered) && Array.isArray(body.notFound));
  });

  test('/jobs/prune is a dry run unless told otherwise', async () => {
    await api.db.prepare('UPDATE jobs SET closed_at = 1700000000, updated_at = 1700000000 WHERE id <= 3').run();
    const dry = (await post('/jobs/prune')).body;
    assert.deepEqual([dry.success, dry.dryRun, dry.staleDays, dry.jobsToDelete, dry.jobsDeleted], [true, true, 30, 3, 0]);
    assert.ok(isIsoDate(dry.cutoffDate));
    assert.equal(dry.logs.length, 3);
    assert.deepEqual(Object.keys(dry.orphanedJobs[0]).filter((name) => name !== 'closedAt').sort(), ['company', 'id', 'lastUpdated', 'source', 'title', 'url']);
    const real = (await post('/jobs/prune?dryRun=false&days=60&source=greenhouse')).body;
    assert.deepEqual([real.dryRun, real.jobsDeleted, real.sources], [false, 1, ['greenhouse']]);
    assert.equal(await api.db.prepare('SELECT count(*) AS n FROM jobs').first('n'), POSTINGS - 1);
  });
});
