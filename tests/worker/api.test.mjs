/*
 * The built API in workerd: what needs the real thing. Limits on wrong tokens by the platform's binding,
 * ticks through service bindings, bodies and addresses as the runtime hands them over.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { TOKEN, authorized, seedPostings, startApi } from './support/api.mjs';

let api;
let call;

before(async () => {
  api = await startApi();
  ({ call } = api);
  await seedPostings(api.db, 50);
});
after(() => api.close());

test('an address with odd segments is not found, and a request keeps its query', async () => {
  assert.equal((await call('/api/v3/jobs/..%2fstats')).status, 404);
  assert.equal((await call('/api/v3/jobs/%2e%2e/categories')).status, 200, 'dot segments are resolved before');
  assert.deepEqual((await call('/api/v3/jobs?a=1&b=%20')).body.meta.ignoredParams, ['a', 'b']);
  assert.equal((await call('/api/v3/jobs?search=%FF')).status, 400);
});

test('a list tells which scopes are open where somebody lives', async () => {
  const openTo = async (query) => (await call(`/api/v3/jobs?${query}`)).body.meta.openTo;
  assert.deepEqual((await openTo('livesIn=DE')).sort(), ['DE', 'EMEA', 'EU', 'EUROPE', 'WORLD']);
  assert.deepEqual(await openTo('livesIn=DE&worldwide=true&placeUnknown=include'), ['WORLD']);
  assert.equal(await openTo(''), undefined);
});

test('rates tell what a dollar buys, of the day by which lists compare pay', async () => {
  const { of, perDollar } = (await call('/api/v3/rates')).body.data;
  assert.equal(of, (await call('/api/v3/jobs')).body.meta.ratesOf);
  assert.equal(perDollar.USD, 1);
  assert.ok(perDollar.EUR > 0.5 && perDollar.EUR < 2 && perDollar.JPY > 50);
});

test('a posting is cleansed whenever it is shown', async () => {
  const { body, statements } = await call('/api/v3/jobs/7');
  assert.match(body.data.content, /^<p>Hi <(b|strong)>you<\/(b|strong)><\/p>\s*$/);
  // The posting, its text, the copies of its role, and when its source last had it: one round trip.
  assert.equal(statements, 4);
});

test('an unchanged answer is 304, HEAD has no body', async () => {
  const first = await call('/api/v3/categories');
  const headers = { 'if-none-match': `"other", ${first.headers.get('etag')}` };
  const second = await call('/api/v3/categories', { headers });
  assert.equal(second.status, 304);
  assert.equal(second.text, '');
  assert.equal(second.headers.get('cache-control'), 'public, max-age=60');
  const head = await call('/api/v3/categories', { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(head.text, '');
  assert.equal(head.headers.get('etag'), first.headers.get('etag'));
});

test('reads may be made from any site, writes from none', async () => {
  const read = await call('/api/v3/jobs', { method: 'OPTIONS' });
  assert.equal(read.status, 204);
  assert.equal(read.headers.get('access-control-allow-origin'), '*');
  assert.equal(read.headers.get('access-control-allow-methods'), 'GET, HEAD, OPTIONS');
  const write = await call('/api/v3/sync/ats', { method: 'OPTIONS' });
  assert.equal(write.status, 204);
  assert.equal(write.headers.get('allow'), 'POST, OPTIONS');
  assert.equal(write.headers.get('access-control-allow-origin'), null);
  const sent = await call('/api/v3/sync/ats', { method: 'POST', headers: authorized });
  assert.equal(sent.headers.get('access-control-allow-origin'), null);
});

test('a tick runs through the service binding', async () => {
  const init = { method: 'POST', headers: authorized };
  const { status, body } = await call('/api/v3/sync/ats', init);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.success, body.source, body.company, body.jobsAdded], [true, 'lever', 'asked', 1]);
  await api.db.prepare("INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'acme')").run();
  const one = await call('/api/v3/companies/lever/acme/sync', init);
  assert.equal(one.body.company, 'acme');
});

test('a payload comes as it is, or with the cause that a run would name, of known boards alone', async () => {
  const send = (path) => call(`/api/v3/companies/${path}/payload`, { method: 'POST', headers: authorized });
  await api.db.prepare("INSERT OR IGNORE INTO discovered_companies (source, slug) VALUES ('lever', 'acme'), ('lever', 'slow')").run();
  const whole = await send('lever/acme');
  assert.equal(whole.headers.get('content-type'), 'application/octet-stream');
  assert.deepEqual([whole.status, whole.text, whole.headers.get('cache-control')], [200, '{"jobs": [', 'no-store']);
  const slow = await send('lever/slow');
  assert.deepEqual([slow.status, slow.body.error.code], [502, 'timeout']);
  for (const path of ['lever/unknown', 'remoteok/acme']) assert.equal((await send(path)).status, 404, path);
});

const WRITES = [
  '/jobs/prune',
  '/companies',
  '/companies/lever/acme/sync',
  '/companies/lever/acme/payload',
  '/companies/lever/acme/pause',
  '/companies/lever/acme/resume',
  '/companies/retry',
  '/candidates/acme/check',
  '/candidates/acme/reject',
  '/candidates/retry',
  '/sync/ats',
  '/sync/aggregator',
  '/sync/discovery',
];

describe('every write', () => {
  for (const path of WRITES) {
    test(`${path} needs the token`, async () => {
      const send = (headers) => call(`/api/v3${path}`, { method: 'POST', headers, body: '{"company":"acme"}' });
      const client = { 'cf-connecting-ip': `192.0.2.${100 + WRITES.indexOf(path)}` };
      for (const authorization of [undefined, '', 'Bearer', 'Bearer x', `Bearer ${TOKEN}x`, TOKEN, `Basic ${TOKEN}`]) {
        const { status, body, headers } = await send({ ...client, ...(authorization && { authorization }) });
        assert.equal(status, 401, authorization);
        assert.equal(body.error.code, 'unauthorized');
        assert.equal(headers.get('www-authenticate'), 'Bearer');
      }
      assert.notEqual((await send(authorized)).status, 401);
      assert.notEqual((await send({ authorization: `bearer ${TOKEN}` })).status, 401);
    });
  }

  test('is switched off where no token is configured, and says how to set one', async () => {
    const closed = await startApi({ token: '' });
    try {
      for (const path of WRITES) {
        const { status, body } = await closed.call(`/api/v3${path}`, { method: 'POST', headers: authorized });
        assert.equal(status, 503);
        assert.equal(body.error.code, 'no_token_configured');
        assert.match(body.error.message, /npm run wrangler -- secret put SYNC_TOKEN/);
      }
      assert.equal((await closed.call('/api/v3/jobs')).status, 200, 'reads go on');
    } finally {
      await closed.close();
    }
  });
});

test('wrong tokens are refused, after some of them for a while, and only their client', async () => {
  const send = (address, authorization) =>
    call('/api/v3/sync/ats', { method: 'POST', headers: { authorization, 'cf-connecting-ip': address } });
  const statuses = [];
  for (let i = 0; i < 14; i++) statuses.push((await send('192.0.2.7', 'Bearer wrong')).status);
  assert.equal(statuses[0], 401);
  assert.equal(statuses.at(-1), 429);
  assert.ok(Number((await send('192.0.2.7', 'Bearer wrong')).headers.get('retry-after')) > 0);
  assert.equal((await send('192.0.2.8', 'Bearer wrong')).status, 401);
  assert.equal((await send('192.0.2.7', `Bearer ${TOKEN}`)).status, 200);
});

describe('a body', () => {
  const send = (body) => call('/api/v3/companies', { method: 'POST', headers: authorized, body });

  test('of 10 MB is refused', async () => {
    assert.equal((await send('x'.repeat(10_000_000))).status, 413);
  });

  test('that is no JSON object with a company is refused', async () => {
    const bodies = ['', 'null', '[]', '"acme"', '{', '{"company":1}', '{"company":""}', '\0', Buffer.from([0xff, 0xfe])];
    for (const body of [...bodies, `${'['.repeat(5_000)}`, `{"company":"${'x'.repeat(60_000)}"}`]) {
      const answer = await send(body);
      assert.equal(answer.status, 400, String(body).slice(0, 40));
      assert.equal(answer.body.success, false);
    }
  });
});
