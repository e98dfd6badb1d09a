/*
 * The OpenAPI document against the running API: every route is in it, nothing else is, and every
 * answer is what it says, no field less and none more.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { authorized, seedPostings, startApi } from './support/api.mjs';
import { readDocument } from './support/openapi.mjs';

let api;
let openApi;

before(async () => {
  api = await startApi();
  await seedPostings(api.db, 40);
  await api.db.batch(
    [
      "INSERT INTO jobs (source_name, external_id, title, company, source_url, content_hash) VALUES ('remoteok', 'bare', 'Bare', 'B', 'https://example.com/bare', 'h')",
      "UPDATE jobs SET title = 'Changed', content_hash = 'x', expires_at = 1790000000 WHERE id = 1",
      'UPDATE jobs SET closed_at = 1700000000 WHERE id = 2',
      "UPDATE jobs SET salary_min = 12.5, salary_max = 20.75, salary_period = 'hour', salary_currency = 'EUR', pay_range = '€12.50' WHERE id = 3",
      "INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'acme'), ('lever', 'slow')",
      "INSERT INTO discovered_companies (source, slug, failures, last_error, last_synced_at) VALUES ('greenhouse', 'ill', 2, 'timeout', 1780000000)",
      "INSERT INTO sync_history (id, sync_type, source, company, started_at) VALUES (printf('%012x-001', unixepoch() * 1000), 'ats', 'lever', 'acme', unixepoch())",
      `UPDATE sync_history SET status = 'failed', completed_at = unixepoch(), error = 'timeout', stats = '{"added":2,"closed":1,"requests":3,"notModified":1}',
        logs = '[{"timestamp":"2026-08-01T10:00:00.000Z","type":"error","message":"timeout"}]'`,
      `INSERT INTO sync_history (id, sync_type, source, company, status, started_at, completed_at, last_change)
        SELECT '019fd60b0001-001', 'ats', source_name, board, 'success', 0, unixepoch(), (SELECT max(seq) FROM job_changes WHERE job_id = 1)
        FROM jobs WHERE id = 1`,
    ].map((sql) => api.db.prepare(sql)),
  );
  openApi = readDocument((await api.call('/api/v3/openapi.json')).body);
});
after(() => api.close());

test('is an OpenAPI 3.1 document, as stored in the project, with the names of the sources filled in', async () => {
  assert.equal(openApi.document.openapi, '3.1.0');
  const { data } = (await api.call('/api/v3/sources')).body;
  const names = (sources) => sources.map(({ name }) => `"${name}"`).join(', ');
  const titles = new Intl.ListFormat('en-GB').format(data.map(({ displayName }) => displayName));
  const stored = readFileSync(join(projectRoot, 'wasm/api/openapi.json'), 'utf8')
    .replaceAll('"SOURCE_NAMES"', names(data))
    .replaceAll('"BOARD_SOURCE_NAMES"', names(data.filter(({ kind }) => kind === 'boards')))
    .replaceAll('SOURCE_TITLES', titles);
  assert.deepEqual(openApi.document, JSON.parse(stored));
});

test('documents every route of the core, and no other', () => {
  const source = readFileSync(join(projectRoot, 'wasm/api/api.cc'), 'utf8');
  const routes = [...source.matchAll(/\{Method::k(Get|Post), "([^"]+)"/g)].map(([, method, path]) => `${method.toLowerCase()} ${path}`);
  assert.ok(routes.length > 10);
  assert.deepEqual(openApi.operations.map(({ method, path }) => `${method} ${path}`).sort(), routes.sort());
});

test('is held against answers strictly', async () => {
  const { status, headers, body } = await api.call('/api/v3/jobs');
  const altered = (alter) => {
    const copy = structuredClone(body);
    alter(copy);
    return { status, headers, body: copy };
  };
  for (const alter of [
    (copy) => (copy.data.other = 1),
    (copy) => (copy.data.jobs[0].other = 1),
    (copy) => delete copy.data.jobs[0].title,
    (copy) => (copy.data.jobs[0].category.other = 1),
    (copy) => (copy.data.jobs[0].createdAt = 1),
    (copy) => (copy.meta.totalIsExact = 'yes'),
  ]) {
    assert.throws(() => openApi.check('get', '/api/v3/jobs', altered(alter)), alter.toString());
  }
});

const READS = [
  '/api/v3/jobs',
  '/api/v3/jobs?facets=true&search=engineer',
  '/api/v3/jobs?search=enginere',
  '/api/v3/jobs?status=all&sortBy=oldest&facets=1',
  '/api/v3/jobs?category=3&sortBy=salary&unknown=1',
  '/api/v3/jobs?search=nobody-has-this',
  '/api/v3/jobs?search=golang%20usa&category=2',
  '/api/v3/jobs?search=engineers&level=senior',
  '/api/v3/jobs?ids=2,1,999999',
  '/api/v3/jobs?livesIn=DE&placeUnknown=include',
  '/api/v3/jobs?limit=abc',
  '/api/v3/jobs/1',
  '/api/v3/jobs/2',
  '/api/v3/jobs/3',
  '/api/v3/jobs/41',
  '/api/v3/jobs/999999',
  '/api/v3/jobs/changes',
  '/api/v3/jobs/changes?since=x',
  '/api/v3/job-content?url=https://example.com/5&company=Company%205',
  '/api/v3/job-content?url=https://example.com/none&company=x',
  '/api/v3/job-content',
  '/api/v3/categories',
  '/api/v3/sources',
  '/api/v3/rates',
  '/api/v3/stats',
  '/api/v3/logs',
  '/api/v3/logs?status=running',
  '/api/v3/logs?trigger=manual',
  '/api/v3/logs?limit=0',
  '/api/v3/logs/019fd60b0001-001',
  '/api/v3/logs/none',
  '/api/v3/health',
  '/api/v3/companies',
  '/api/v3/companies?failing=true',
  '/api/v3/companies?attention=true&company=ill',
  '/api/v3/companies/suggest?q=comp',
  '/api/v3/companies/Company%207',
  '/api/v3/companies/nobody',
  '/api/v3/companies/suggest',
  '/api/v3/candidates',
  '/api/v3/candidates?attention=true',
  '/api/v3/candidates?status=x',
  '/api/v3/companies?cursor=x',
  '/api/v3/openapi.json',
  '/feed.xml',
  '/feed.xml?limit=0',
  '/feed.json',
  '/feed.json?search=engineer',
  '/sitemap.xml',
  '/sitemap.xml?part=1',
  '/robots.txt',
];

describe('a read answers what is documented', () => {
  for (const path of READS) {
    test(path, async () => openApi.check('get', path, await api.call(path)));
  }

  test('and each is read here', () => {
    const read = new Set(READS.map((path) => openApi.operationOf('get', path).path));
    const documented = openApi.operations.filter(({ method }) => method === 'get').map(({ path }) => path);
    assert.deepEqual([...read].sort(), documented.sort());
  });
});

const WRITES = [
  ['/api/v3/jobs/prune'],
  ['/api/v3/jobs/prune?dryRun=false&source=greenhouse'],
  ['/api/v3/jobs/prune?days=0'],
  ['/api/v3/companies', '{"company":"newcorp"}'],
  ['/api/v3/companies', '{"company":"newcorp"}'],
  ['/api/v3/companies', '{"company":"https://jobs.lever.co/bluebird"}'],
  ['/api/v3/companies', '{}'],
  ['/api/v3/companies/lever/acme/pause'],
  ['/api/v3/companies/lever/acme/resume'],
  ['/api/v3/companies/lever/acme/resume'],
  ['/api/v3/companies/lever/nobody/resume'],
  ['/api/v3/companies/lever/acme/sync'],
  ['/api/v3/companies/lever/nobody/sync'],
  ['/api/v3/companies/lever/acme/payload'],
  ['/api/v3/companies/lever/slow/payload'],
  ['/api/v3/companies/lever/nobody/payload'],
  ['/api/v3/companies/retry'],
  ['/api/v3/candidates/newcorp/check'],
  ['/api/v3/candidates/newcorp/reject'],
  ['/api/v3/candidates/none/reject'],
  ['/api/v3/candidates/retry'],
  ['/api/v3/jobs/1/split'],
  ['/api/v3/jobs/1/join', '{"id":2}'],
  ['/api/v3/jobs/1/join', '{}'],
  ['/api/v3/sync/ats'],
  ['/api/v3/sync/aggregator'],
  ['/api/v3/sync/discovery'],
];

describe('a write answers what is documented', () => {
  for (const [path, body] of WRITES) {
    test(`${path} ${body ?? ''}`, async () => {
      openApi.check('post', path, await api.call(path, { method: 'POST', headers: authorized, body }));
      openApi.check('post', path, await api.call(path, { method: 'POST', body }));
    });
  }

  test('and each is made here', () => {
    const made = new Set(WRITES.map(([path]) => openApi.operationOf('post', path).path));
    const documented = openApi.operations.filter(({ method }) => method === 'post').map(({ path }) => path);
    assert.deepEqual([...made].sort(), documented.sort());
  });
});

test('a health that is none answers what is documented, whichever way it is asked', async () => {
  await api.db.prepare("UPDATE potential_companies SET added_at = 0, next_check_at = 0, status = 'pending'").run();
  await api.db.prepare("UPDATE batch_state SET since = 0, outcomes = '{}'").run();
  const answer = await api.call('/api/v3/health', { headers: { 'if-none-match': '*' } });
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.ok(answer.body.reasons.some(({ worker }) => worker === 'discovery'));
  openApi.check('get', '/api/v3/health', answer);
  assert.equal((await api.call('/api/v3/health', { method: 'HEAD' })).status, 503);
});

test('the core reads every documented parameter of a read, and knows no other', async () => {
  for (const { method, path, parameters } of openApi.operations) {
    if (method !== 'get' || path.includes('{')) continue;
    for (const { name } of parameters) {
      const { status, body } = await api.call(`${path}?${name}=1&${name}=1`);
      assert.equal(status, 400, `${path} reads ${name}`);
      assert.ok(body.error.message.startsWith(`${name}:`), body.error.message);
    }
  }
});

test('a list names the parameters it ignores: none of those documented for it', async () => {
  for (const { method, path, parameters } of openApi.operations) {
    if (method !== 'get') continue;
    const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => `${name}=`);
    const { body } = await api.call(`${path}?${query.join('&')}&other=1`);
    if (body?.meta?.ignoredParams) assert.deepEqual(body.meta.ignoredParams, ['other'], path);
  }
});
