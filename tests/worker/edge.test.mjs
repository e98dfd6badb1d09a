/**
 * The built site at the edge: what was answered lately is given again without asking the database, to nobody
 * whom it is not for, and to all while the database fails.
 */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { authorized } from './support/api.mjs';
import { startSite } from './support/site.mjs';

let site;
let ask;
let door;

before(async () => {
  site = await startSite();
  ({ ask, door } = site);
});
after(() => site.close());
beforeEach(() => door({}));

let count = 0;
/** An address of the same content that nobody has asked for. */
const unasked = (path) => `${path}${path.includes('?') ? '&' : '?'}n=x${(count += 1)}x`;

/** Asks, and tells how many statements that took. */
async function cost(path, init) {
  await door();
  const answer = await ask(path, init);
  return { ...answer, ...(await door()) };
}

const nonceOf = ({ headers }) => /'nonce-([\w+/=]{24})'/.exec(headers.get('content-security-policy'))?.[1];
/** A page but for its nonce, and for when it was drawn. */
const drawn = (page) => page.text.replaceAll(nonceOf(page), 'NONCE').replaceAll(/\b1\d{12}\b/g, 'NOW');

const posting = async () => `/jobs/7/${JSON.parse((await ask('/api/v3/jobs/7')).text).data.slug}`;

/** An address of each kind. */
const KINDS = {
  'the board': () => '/',
  'a search': () => '/?search=engineer',
  'a posting’s page': posting,
  'a company': () => '/companies/company%207',
  'the dashboard': () => '/dashboard',
  'the inspector': () => '/inspect',
  'a list': () => '/api/v3/jobs?facets=true',
  'a posting': () => '/api/v3/jobs/7',
  'the statistics': () => '/api/v3/stats',
  'a feed': () => '/feed.xml',
  'the sitemap': () => '/sitemap.xml',
  'what robots may': () => '/robots.txt',
};

describe('a repeated view', () => {
  for (const [name, find] of Object.entries(KINDS)) {
    test(`asks the database nothing: ${name}`, async () => {
      const path = unasked(await find());
      const first = await ask(path);
      const second = await cost(path);
      assert.equal(second.statements, 0);
      assert.deepEqual([first.status, second.status], [200, 200]);
      assert.equal(nonceOf(first) ? drawn(second) : second.text, nonceOf(first) ? drawn(first) : first.text);
      const { age, ...others } = Object.fromEntries(second.headers);
      assert.ok(Number(age) < 30);
      const exceptPolicy = (headers) => ({ ...headers, 'content-security-policy': '' });
      assert.deepEqual(exceptPolicy(others), exceptPolicy(Object.fromEntries(first.headers)));
    });
  }

  test('is as fresh as its age allows, and is renewed behind the reader after that', async () => {
    const path = unasked('/api/v3/categories');
    await ask(path);
    const totals = async () => JSON.parse((await ask(path)).text).data.reduce((sum, { jobCount }) => sum + jobCount, 0);
    const before = await totals();
    await site.db.prepare('DELETE FROM jobs WHERE id = 40').run();
    await door({ laterS: 59 });
    assert.equal(await totals(), before);
    await door({ laterS: 61 });
    assert.equal(await totals(), before);
    for (let tries = 0; tries < 50 && (await totals()) === before; ++tries) await new Promise((wake) => setTimeout(wake, 20));
    assert.equal(await totals(), before - 1);
  });
});

describe('the nonce of a page', () => {
  test('is another at each delivery, and that of its header in all its scripts', async () => {
    const path = unasked('/');
    const pages = await Promise.all([ask(path), ask(path)]);
    for (let more = 0; more < 3; ++more) pages.push(await ask(path));
    const nonces = pages.map(nonceOf);
    assert.equal(new Set(nonces).size, pages.length);
    for (const [i, page] of pages.entries()) {
      const scripts = [...page.text.matchAll(/<script\b[^>]*>/g)];
      assert.ok(scripts.length > 0);
      for (const [tag] of scripts) assert.ok(tag.includes(`nonce="${nonces[i]}"`), tag);
      assert.deepEqual([...page.headers.keys()].filter((name) => name.includes('nonce') || name.startsWith('x-made')), []);
    }
  });

  test('is never the one that the page was drawn with, nor one that a posting was written with', async () => {
    const known = nonceOf(await ask('/'));
    await site.db.prepare(`UPDATE jobs SET title = ?1, description = ?2 WHERE id = 8`).bind(`"${known}" NONCE`, `<script nonce="${known}">`).run();
    const path = unasked('/?search=NONCE');
    const first = await ask(path);
    const second = await ask(path);
    for (const page of [first, second]) {
      assert.ok(page.text.includes(known), 'the text of a posting stays');
      for (const [tag] of page.text.matchAll(/<script\b[^>]*>/g)) assert.ok(!tag.includes(known), tag);
    }
    assert.equal(drawn(first), drawn(second));
  });
});

describe('a reader gets nothing of another', () => {
  const withTheme = (cookie) => ({ headers: { cookie } });
  const THEMES = {
    'theme=dark': 'dark',
    'theme=light': 'light',
    'theme=': undefined,
    'theme=pink': undefined,
    'theme="><script>': undefined,
    'other=theme=dark': undefined,
    'a=b; theme=dark; c=d': 'dark',
    [`theme=${'dark'.repeat(1024)}`]: undefined,
    [`theme=dark; x=${'y'.repeat(4096)}`]: 'dark',
  };

  test('a page is drawn and kept for each theme', async () => {
    const path = unasked('/');
    for (let round = 0; round < 2; ++round) {
      for (const [cookie, theme] of Object.entries(THEMES)) {
        const { text } = await ask(path, withTheme(cookie));
        assert.equal(/<html[^>]*data-theme="(\w+)"/.exec(text)?.[1], theme, cookie.slice(0, 40));
      }
    }
    assert.equal((await cost(path, withTheme(`theme=${'x'.repeat(4096)}`))).statements, 0);
  });

  /** The additions of the first request, which the second must not meet. */
  const SENT = {
    'another host, forwarded': { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', forwarded: 'host=evil.example' },
    'another address, rewritten': { 'x-original-url': '/inspect', 'x-rewrite-url': '/inspect' },
    'another method': { 'x-http-method-override': 'HEAD' },
    'a type that is not there': { accept: 'image/png' },
    'a part': { range: 'bytes=0-9' },
    'a condition that holds': { 'if-none-match': '*' },
    'a date': { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
    'an origin': { origin: 'https://evil.example' },
    'a call of a server function': { 'x-tsr-serverfn': 'true' },
    'what caches are told': { 'cache-control': 'no-store', pragma: 'no-cache' },
    'cookies': { cookie: 'a=<script>; theme=pink; d1-bookmark=nonsense' },
    'a prefetch': { purpose: 'prefetch', 'sec-purpose': 'prefetch', 'x-tss-shell': 'true' },
  };
  for (const path of ['/', '/api/v3/jobs', '/feed.json']) {
    for (const [name, headers] of Object.entries(SENT)) {
      test(`${path}, asked for with ${name}`, async () => {
        const [clean, poisoned] = [unasked(path), unasked(path)];
        await ask(poisoned, { headers });
        const expected = await ask(clean);
        const met = await ask(poisoned);
        const own = (answer, address) => (nonceOf(answer) ? drawn(answer) : answer.text).replaceAll(new URL(address, 'https://x').search.split('n=')[1], 'N');
        assert.equal(met.status, 200);
        assert.equal(own(met, poisoned), own(expected, clean));
        assert.equal(met.headers.get('content-type'), expected.headers.get('content-type'));
        assert.equal(met.headers.get('access-control-allow-origin'), expected.headers.get('access-control-allow-origin'));
      });
    }
  }

  test('hosts share nothing', async () => {
    const query = new URL(unasked('/'), 'https://x').search;
    for (const path of ['/robots.txt', '/feed.xml', '/']) {
      for (const host of ['one.example', 'two.example', 'two.example:8443']) {
        const { text } = await ask(`https://${host}${path}${query}`);
        const named = new Set([...text.matchAll(/https:\/\/((?:one|two)\.example(?::\d+)?)/g)].map(([, one]) => one));
        assert.deepEqual([...named], [host], path);
      }
    }
    assert.equal((await cost(`https://TWO.example/robots.txt${query}`)).statements, 0, 'the case of a host is none');
  });

  test('an address is nothing but itself', async () => {
    const path = unasked('/api/v3/jobs?limit=1');
    const { text } = await ask(path);
    for (const other of [path.replace('/api', '/API'), `/.kept/local/api${path}`, `/.kept/local/system${path}`, `//${path}`]) {
      assert.notEqual((await ask(other)).status, 200, other);
    }
    assert.notEqual((await ask(path.replace('limit=1', 'LIMIT=1'))).text, text);
    assert.equal((await cost(`${path}#else`)).text, text);
    assert.equal((await ask('/api/v3/jobs?limit=%zz&limit=2')).status, 400);
    assert.equal((await ask(unasked(`/api/v3/jobs?noise=${'x'.repeat(8_000)}`))).status, 200);
  });
});

describe('a question with a condition', () => {
  const PATHS = ['/api/v3/jobs', '/api/v3/categories'];

  test('is answered by 304 for its own address alone', async () => {
    const [jobs, categories] = await Promise.all(PATHS.map(async (path) => (await ask(path)).headers.get('etag')));
    assert.notEqual(jobs, categories);
    for (const [tag, status] of [[jobs, 304], [`W/${jobs}`, 304], [`"x", ${jobs}`, 304], ['*', 304], [categories, 200], ['"x"', 200], ['', 200]]) {
      const answer = await cost(PATHS[0], { headers: { 'if-none-match': tag } });
      assert.equal(answer.status, status, tag);
      assert.equal(answer.text === '', status === 304);
      assert.equal(answer.headers.get('etag'), jobs);
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=30');
      assert.equal(answer.statements, 0);
    }
  });

  test('HEAD is the same without the body, whoever comes first', async () => {
    for (const path of [unasked('/'), unasked('/api/v3/jobs')]) {
      const head = await ask(path, { method: 'HEAD' });
      assert.deepEqual([head.status, head.text], [200, '']);
      const { statements, text, headers } = await cost(path);
      assert.equal(statements, 0);
      assert.notEqual(text, '');
      assert.equal(headers.get('etag'), head.headers.get('etag'));
      assert.equal((await ask(path, { method: 'HEAD' })).text, '');
    }
  });

  test('a part is asked for in vain: the whole is sent', async () => {
    for (const path of ['/', '/api/v3/jobs']) {
      await ask(path);
      const { status, text, headers } = await ask(path, { headers: { range: 'bytes=0-9' } });
      assert.equal(status, 200);
      assert.ok(text.length > 10);
      assert.equal(headers.get('content-range'), null);
    }
  });
});

describe('what is not for all', () => {
  test('is neither kept nor taken from what is kept: a token', async () => {
    const path = unasked('/api/v3/stats');
    assert.ok((await cost(path, { headers: authorized })).statements > 0);
    assert.ok((await cost(path)).statements > 0);
    assert.ok((await cost(path, { headers: { authorization: 'Bearer wrong' } })).statements > 0);
  });

  test('what is no read passes', async () => {
    await ask('/api/v3/jobs');
    assert.equal((await ask('/api/v3/jobs', { method: 'POST' })).status, 405);
    assert.equal((await ask('/api/v3/jobs', { method: 'OPTIONS' })).status, 204);
    for (let times = 0; times < 2; ++times) {
      assert.equal((await ask('/api/v3/jobs/prune', { method: 'POST', headers: authorized })).status, 200);
    }
  });

  test('is what leads elsewhere or nowhere', async () => {
    for (const [path, status] of [['/jobs/7', 301], ['/jobs/7000', 404], ['/api/v3/jobs/7000', 404], ['/nothing', 404], ['/api/v3/jobs?limit=x', 400]]) {
      for (let times = 0; times < 2; ++times) {
        const answer = await ask(path);
        assert.equal(answer.status, status, path);
        assert.equal(answer.headers.get('age'), null, path);
      }
    }
  });
});

/** How D1 fails, and what is said of it to one who asks for what is not kept. */
const FAILURES = {
  'out of memory': 'D1_ERROR: out of memory: SQLITE_NOMEM',
  'a timeout': 'D1_ERROR: D1 DB exceeded timeout',
  'the day’s quota of rows': "D1_ERROR: Your account has exceeded D1's free tier daily row read limit",
  'a lost connection': 'D1_ERROR: Network connection lost.',
};

describe('while the database fails', () => {
  for (const [name, failure] of Object.entries(FAILURES)) {
    test(`with ${name}, what is kept is given, and nothing that fails is kept`, async () => {
      const known = await Promise.all(Object.values(KINDS).map(async (find) => unasked(await find())));
      for (const path of known) await ask(path);
      await door({ failure, laterS: 7_200 });
      for (const path of known) {
        const { status, headers } = await ask(path);
        assert.equal(status, 200, path);
        assert.ok(path.startsWith('/inspect') || path.startsWith('/robots') || Number(headers.get('age')) >= 7_199, path);
      }
      const cold = ['/', '/api/v3/jobs', '/feed.xml'].map(unasked);
      for (const path of cold) assert.ok((await ask(path)).status >= 500, path);
      await door({ laterS: 7_200 });
      for (const path of [...cold, ...known]) {
        const { status, headers } = await ask(path);
        assert.equal(status, 200, path);
        assert.ok(path.startsWith('/robots') || Number(headers.get('age')) < 60, path);
      }
    });
  }

  test('slowly, an old page is there within two seconds', async () => {
    const path = unasked('/');
    await ask(path);
    const slowMs = 4_000;
    await door({ delayMs: slowMs, laterS: 7_200 });
    const start = performance.now();
    const { status, headers } = await ask(path);
    assert.ok(performance.now() - start < 2_500);
    assert.deepEqual([status, Number(headers.get('age')) >= 7_199], [200, true]);
    // The fresh one that is made behind it would count among the statements of the next test.
    await door({});
    await sleep(slowMs + 500);
  });
});

describe('a session', () => {
  const write = () => ask('/api/v3/jobs/prune', { method: 'POST', headers: authorized });
  const cookieOf = ({ headers }) => headers.get('set-cookie')?.split(';')[0] ?? '';

  test('of a read begins at any copy', async () => {
    for (const path of ['/', '/api/v3/jobs'].map(unasked)) {
      const { sessions } = await cost(path);
      assert.ok(sessions.length > 0);
      assert.deepEqual(new Set(sessions), new Set(['first-unconstrained']));
    }
  });

  test('of one who has written begins at his bookmark, on pages too, past what is kept; that of another does not', async () => {
    const paths = ['/', '/dashboard', '/api/v3/jobs'].map(unasked);
    for (const path of paths) await ask(path);
    const written = await write();
    assert.match(written.headers.get('set-cookie'), /^d1-bookmark=[\da-f-]{59}; Path=\/; Max-Age=600; HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(written);
    for (const path of paths) {
      const mine = await cost(path, { headers: { cookie } });
      assert.deepEqual(new Set(mine.sessions), new Set([cookie.split('=')[1]]), path);
      assert.equal(mine.status, 200);
      assert.equal((await cost(path)).statements, 0, path);
    }
    assert.deepEqual((await cost(unasked('/'))).sessions.filter((start) => start !== 'first-unconstrained'), []);
  });

  test('moves on with each write, and reads leave none', async () => {
    const first = cookieOf(await write());
    const second = cookieOf(await write());
    assert.ok(second >= first);
    assert.equal(cookieOf(await ask(unasked('/api/v3/jobs'), { headers: { cookie: second } })), '');
    assert.equal(cookieOf(await ask('/api/v3/jobs/prune', { method: 'POST' })), '', 'who has no token has written nothing');
  });

  const NONE = ['', 'first-primary', 'x'.repeat(4096), '0-0-0-0', "' OR 1", '00000000-00000000-00000000-0000000000000000000000000000000g'];
  test('begins at nothing that is no bookmark', async () => {
    for (const value of NONE) {
      const path = unasked('/api/v3/jobs');
      const { status, sessions } = await cost(path, { headers: { cookie: `d1-bookmark=${value}` } });
      assert.deepEqual([status, ...new Set(sessions)], [200, 'first-unconstrained'], value.slice(0, 60));
      assert.equal((await cost(path, { headers: { cookie: `d1-bookmark=${value}` } })).statements, 0);
    }
  });
});

describe('a preview', () => {
  test('that cannot be drawn, here for want of fonts, is said to be so and not kept', async () => {
    for (let i = 0; i < 2; ++i) {
      const { status, text, statements, headers } = await cost('/jobs/7/preview.png');
      assert.deepEqual([status, text], [503, 'The picture cannot be drawn now.\n']);
      assert.ok(statements > 0);
      assert.equal(headers.get('cache-control'), 'private, no-cache');
    }
    assert.match(site.logs(), /no_picture/);
  });
});

describe('functions of the server', () => {
  const ADDRESSES = ['/_serverFn/anything', '/_serverFn/', '/_serverFn', '/%5FserverFn/x', '/_server%46n/x', '//_serverFn/x', '/_serverFn/..%2f', '/_serverFn/%'];
  test('are not there, and nobody looks for them', async () => {
    site.logs();
    for (const path of ADDRESSES) {
      for (const method of ['GET', 'POST', 'HEAD']) {
        const { status, statements, headers } = await cost(`https://jobs.example${path}`, { method });
        assert.deepEqual([status, statements], [404, 0], `${method} ${path}`);
        assert.match(headers.get('content-security-policy'), /default-src 'none'/);
      }
    }
    assert.doesNotMatch(site.logs(), /error|server function/i);
  });
});
