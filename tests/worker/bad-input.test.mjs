/**
 * Whatever a source sends, a run ends in one recorded outcome that says what was wrong, what is good of
 * a listing is kept, and the next event works.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { balances, companyOf, enterCompany, jobsOf, makeDue, runsOf } from './support/database.mjs';
import { atsConfig, startWorkers } from './support/harness.mjs';
import { loadSync, startLocally } from './support/local-runtime.mjs';
import { board, greenhouseUrl, leverPosting, posting, stubSources } from './support/sources.mjs';
import { sendJson, startBoards } from './support/stub-server.mjs';

const MEGABYTE = 1 << 20;

/** @typedef {(response: import('node:http').ServerResponse) => void} Send */

/** @returns {Send} */
function send(body, { status = 200, type = 'application/json', ...headers } = {}) {
  const all = type === null ? headers : { 'content-type': type, ...headers };
  return (response) => response.writeHead(status, all).end(body);
}

/** The first half of an answer, then a closed connection. */
function cutOff(headers) {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.write(JSON.stringify(board(50)).slice(0, 5_000), () => response.destroy());
  };
}

/** A listing that is valid but for its length, sent as fast as it is taken. */
function sendMegabytes(count) {
  const blank = Buffer.alloc(MEGABYTE, ' ');
  return (response) => {
    let left = count;
    const more = () => {
      while (left-- > 0) if (!response.write(blank)) return void response.once('drain', more);
      response.end(']}');
    };
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"jobs":[');
    more();
  };
}

/**
 * Unreadable answers: name, body, the error of the run. Texts are for AtsBadBody of tests/sync; here is what
 * the connection, or the stack of WebAssembly, has a part in.
 */
const UNREADABLE = [
  ['brackets without end', send('['.repeat(MEGABYTE)), /^malformed_json: /],
  ['objects without end', send('{"jobs":['.repeat(MEGABYTE / 16)), /^malformed_json: /],
  ['a content type without a value', send('{"jobs":[]}', { type: '' }), /^wrong_content_type: /],
  ['no content type', send('{"jobs":[]}', { type: null }), /^wrong_content_type: /],
  ['40 megabytes', sendMegabytes(40), /^body_too_large: /],
];

/** The failures of a connection. Each is tried three times in all. */
const UNAVAILABLE = [
  ['a connection cut half-way', cutOff({ 'content-length': 20_000 }), /^body_truncated: .*after 5000 bytes/],
  ['a chunked answer cut half-way', cutOff({}), /^body_truncated: /],
  ['a connection closed at once', (response) => response.destroy(), /^network: /],
  [
    'gzip that breaks off',
    send(gzipSync(JSON.stringify(board(200))).subarray(0, 300), { 'content-encoding': 'gzip' }),
    /^body_truncated: /,
  ],
  ['an error of the server', send('Oops', { status: 500, type: 'text/plain' }), /^server_error: .*\(HTTP 500\)/],
];

/** The answers of a source that its status tells. */
const REFUSED = [
  ['a board that is not there', send('{"status":404}', { status: 404 }), /^board_not_found: .*\(HTTP 404\)/],
  ['a forbidden board', send('{}', { status: 403 }), /^forbidden: .*\(HTTP 403\)/],
  ['an unusual status', send('{}', { status: 418 }), /^unexpected_status: .*\(HTTP 418\)/],
];

let ats;
let server;
let runtime;
let db;
/** The server's answers, by slug. */
const answers = new Map();

before(async () => {
  ats = await loadSync('ats');
  server = await startBoards((slug, response) => answers.get(slug)(response));
  runtime = await startLocally([ats], { GREENHOUSE_API: server.url, LEVER_API: server.url });
  db = await runtime.database();
});
after(async () => {
  await runtime.close();
  await server.close();
});

/** Syncs the company and returns its runs. */
async function sync(slug) {
  await makeDue(db, slug);
  assert.equal(await runtime.fire(ats, '1-59/2 * * * *'), true);
  return runsOf(db, slug);
}

/** The same for a company entered now, whose source sends this. */
async function syncNew(slug, answer, source = 'greenhouse') {
  answers.set(slug, answer);
  await enterCompany(db, source, slug);
  return sync(slug);
}

/** A good board, once the source has recovered. */
async function assertRecovers(slug) {
  answers.set(slug, (response) => sendJson(response, board(3)));
  const last = (await sync(slug)).at(-1);
  assert.deepEqual([last.status, last.stats.added], ['success', 3]);
  assert.equal((await companyOf(db, slug)).failures, 0);
}

let slugs = 0;
const newSlug = () => `board-${++slugs}`;

function describeFailures(title, cases, requests) {
  describe(title, () => {
    for (const [name, answer, error] of cases) {
      test(name, async () => {
        const slug = newSlug();
        const runs = await syncNew(slug, answer);
        assert.equal(runs.length, 1);
        const [{ status, error: message, stats, logs }] = runs;
        assert.equal(status, 'failed');
        assert.match(message, error);
        assert.equal(stats.requests, requests);
        assert.ok(logs.some((line) => line.type === 'error' && error.test(line.message)));
        const { failures, last_error } = await companyOf(db, slug);
        assert.deepEqual([failures, last_error], [1, message]);
        assert.equal((await jobsOf(db, slug)).size, 0);
        await assertRecovers(slug);
      });
    }
  });
}

describe('bad input', () => {
  describeFailures('a listing that cannot be read fails its run with a clear error:', UNREADABLE, 1);
  describeFailures('a source that cannot be reached is asked three times:', UNAVAILABLE, 3);
  describeFailures('a source that refuses is asked once:', REFUSED, 1);

  describe('a listing with bad postings', () => {
    test('keeps the good ones and says what was wrong with the others', async () => {
      const jobs = [
        posting(1),
        { ...posting(2), id: undefined },
        posting(3, { id: 'three' }),
        posting(4, { id: 1e30 }),
        posting(5, { title: 5 }),
        posting(6, { title: undefined }),
        posting(7, { absolute_url: 'javascript:alert(1)' }),
        ...[null, [], 7, 'posting'],
        posting(8, { content: null, departments: null, first_published: 'yesterday' }),
        posting(8),
        posting(9, { location: null }),
        posting(10, { metadata: 'deep' }),
      ];
      const deep = '['.repeat(100_000) + ']'.repeat(100_000);
      const slug = newSlug();
      const [{ status, stats }] = await syncNew(slug, send(JSON.stringify({ jobs }).replace('"deep"', deep)));
      assert.equal(status, 'success');
      assert.ok(balances(stats));
      assert.deepEqual([stats.fetched, stats.added, stats.duplicate, stats.filtered], [15, 3, 1, 1]);
      assert.equal(stats.rejectedReasons['id is missing'], 3);
      assert.equal(stats.rejectedReasons['title is missing'], 2);
      assert.equal(stats.rejectedReasons['link is missing'], 1);
      assert.equal(stats.rejectedReasons['posting is malformed'], 4);
      assert.deepEqual(stats.unknown, { date: 1, workplace: 1 });
      assert.deepEqual([...(await jobsOf(db, slug)).keys()].sort(), ['1', '10', '8']);
    });

    test('of Lever does the same', async () => {
      const site = [leverPosting('a'), leverPosting(2), leverPosting('c', { text: null }), null, leverPosting('d')];
      const slug = newSlug();
      const [{ status, stats }] = await syncNew(slug, send(JSON.stringify(site)), 'lever');
      assert.equal(status, 'success');
      assert.deepEqual([stats.fetched, stats.added, stats.rejected], [5, 2, 3]);
      assert.deepEqual([...(await jobsOf(db, slug)).keys()].sort(), ['a', 'd']);
    });

    test('closes nothing while it cannot tell which posting is which', async () => {
      const slug = newSlug();
      await syncNew(slug, send(JSON.stringify(board(3))));
      answers.set(slug, send(JSON.stringify({ jobs: [posting(1), posting(2), { title: 'Nobody' }] })));
      const { stats } = (await sync(slug)).at(-1);
      assert.deepEqual([stats.unchanged, stats.rejected, stats.closed], [2, 1, 0]);
    });

    test('repairs text that is not UTF-8', async () => {
      const [start, end] = JSON.stringify({ jobs: [posting(1, { title: 'Gardener @' })] }).split('@');
      const body = Buffer.concat([Buffer.from(start), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from(end)]);
      const slug = newSlug();
      const [{ status }] = await syncNew(slug, send(body));
      assert.equal(status, 'success');
      assert.equal((await jobsOf(db, slug)).get('1').title, 'Gardener \ufffd(\ufffd');
    });

    test('cuts a description that no row could hold, and says so', async () => {
      const content = 'soil and seed '.repeat(3 * MEGABYTE / 14);
      const slug = newSlug();
      const [{ stats }] = await syncNew(slug, send(JSON.stringify({ jobs: [posting(1, { content }), posting(2)] })));
      assert.deepEqual([stats.added, stats.truncated], [2, 1]);
      assert.match((await jobsOf(db, slug)).get('1').description_raw, /cut here because of its length/);
    });

    test('takes ten thousand', async () => {
      const slug = newSlug();
      const [{ stats }] = await syncNew(slug, send(JSON.stringify(board(10_000))));
      assert.deepEqual([stats.fetched, stats.added], [10_000, 10_000]);
      assert.equal((await jobsOf(db, slug)).size, 10_000);
    });

    test('takes a board nearly as large as a sync may receive', async () => {
      const content = 'soil and seed '.repeat(740);
      const body = JSON.stringify({ jobs: board(3_000).jobs.map((job) => ({ ...job, content })) });
      assert.ok(body.length > 30 * MEGABYTE && body.length < 32 * MEGABYTE, `${body.length}`);
      const slug = newSlug();
      const [{ status, stats }] = await syncNew(slug, send(body));
      assert.deepEqual([status, stats.added], ['success', 3_000]);
    });

    test('survives an ETag that no header can carry back', async () => {
      const slug = newSlug();
      const [{ status }] = await syncNew(slug, send(JSON.stringify(board(1)), { etag: `W/"${'e'.repeat(10_000)}"` }));
      assert.equal(status, 'success');
      assert.equal((await companyOf(db, slug)).etag, '');
    });

    test('needs no value of a header but the content type', async () => {
      const slug = newSlug();
      const headers = { etag: '', 'last-modified': '', 'retry-after': '', 'content-encoding': '' };
      const [{ status, stats }] = await syncNew(slug, send(JSON.stringify(board(2)), headers));
      assert.deepEqual([status, stats.added], ['success', 2]);
      assert.equal((await companyOf(db, slug)).etag, '');
    });
  });

  describe('a source', () => {
    test('that sends us elsewhere is not followed', async () => {
      const elsewhere = await startBoards((_slug, response) => sendJson(response, board(1)));
      const slug = newSlug();
      const location = `${elsewhere.url}/v1/boards/${slug}/jobs`;
      const [{ status, error }] = await syncNew(slug, send('', { status: 302, location }));
      await elsewhere.close();
      assert.equal(status, 'failed');
      assert.match(error, /^redirected: .*\(HTTP 302\)/);
      assert.deepEqual(elsewhere.requests, []);
      await assertRecovers(slug);
    });

    test('that asks for rest without saying how long gets some', async () => {
      const slug = newSlug();
      const [{ error, started_at: start }] = await syncNew(slug, send('{}', { status: 429, 'retry-after': '' }));
      assert.match(error, /^rate_limited: .*\(HTTP 429\)/);
      const { cooldown_until: until } = await db.prepare("SELECT * FROM source_state WHERE source = 'greenhouse'").first();
      assert.ok(until > start + 10 && until < start + 3_600, `${until - start} s`);
      await db.prepare('UPDATE source_state SET cooldown_until = 0').run();
      await assertRecovers(slug);
    });

    test('that asks for rest gets it, for all its companies', async () => {
      const [asked, other] = [newSlug(), newSlug()];
      answers.set(other, send(JSON.stringify(board(1))));
      const refuse = send('{}', { status: 429, 'retry-after': '120' });
      const runs = await syncNew(asked, refuse);
      assert.equal(runs.length, 1);
      assert.match(runs[0].error, /^rate_limited: /);
      const sql = "SELECT cooldown_until FROM source_state WHERE source = 'greenhouse'";
      const asAsked = (await db.prepare(sql).first('cooldown_until')) - 120;
      assert.ok(runs[0].started_at <= asAsked && asAsked <= runs[0].completed_at, `${asAsked} is not within the run`);

      await enterCompany(db, 'greenhouse', other);
      assert.deepEqual(await sync(other), []);
      await db.prepare('UPDATE source_state SET cooldown_until = 0').run();
      assert.equal((await sync(other)).at(-1).status, 'success');
      await assertRecovers(asked);
    });
  });

  describe('a body that never ends', () => {
    test('runs into the timeout', async (t) => {
      const workers = await startWorkers(atsConfig({ main: 'tests/worker/support/impatient-ats.js' }));
      const sources = stubSources();
      t.after(async () => {
        await workers.close();
        sources.restore();
      });
      const begin = (controller) => controller.enqueue(Buffer.from('{"jobs":['));
      const headers = { 'content-type': 'application/json' };
      sources.answer(greenhouseUrl('endless'), () => new Response(new ReadableStream({ start: begin }), { headers }));
      await enterCompany(workers.db, 'greenhouse', 'endless');
      await workers.tick();
      const runs = await runsOf(workers.db, 'endless');
      assert.equal(runs.length, 1);
      assert.match(runs[0].error, /^timeout: /);
    });
  });
});
