/** The world of the sample sources changes as promised, and their server answers nothing else. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { describe, test } from 'node:test';
import { families } from '../../tools/sample-sources/roles.mjs';
import { candidates, companies, startSampleSources } from '../../tools/sample-sources/server.mjs';
import { createWorld } from '../../tools/sample-sources/world.mjs';
import {
  api,
  ashbyUrl,
  atStep,
  boardUrl,
  changeEveryMs,
  countBy,
  get,
  getJson,
  listingUrls,
  now,
  recruiteeUrl,
  server,
  siteUrl,
  start,
  useSampleSources,
  workableUrl,
} from './support/sample-sources.mjs';

useSampleSources();

describe('the world', () => {
  test('each source holds a posting with an attack in it', async () => {
    atStep(0);
    const urls = [boardUrl('brindlecove'), siteUrl('nettlebyte'), `${api.REMOTEOK_API}/api`];
    const himalayas = Array.from({ length: 6 }, (_, page) => `${api.HIMALAYAS_API}/jobs/api?offset=${page * 20}`);
    const texts = await Promise.all(urls.map(async (url) => (await get(url)).body));
    texts.push((await Promise.all(himalayas.map(async (url) => (await get(url)).body))).join(''));
    const attacks = texts.map((text) => /sample attack \d|javascript:/.exec(text) !== null);
    assert.deepEqual(attacks, [true, true, true, true]);
  });

  const bodies = async (urls) => Promise.all(urls.map(async (url) => (await get(url)).body));

  test('no text has a hole in it', async () => {
    for (const step of [0, 30]) {
      atStep(step);
      const others = [ashbyUrl('Tidewater%20Maps'), recruiteeUrl('kitewright'), workableUrl('lantern-loom')];
      const feeds = [`${api.REMOTEOK_API}/api`, `${api.HIMALAYAS_API}/jobs/api`, `${api.JOBICY_API}/api/v2/remote-jobs`];
      const texts = await bodies([...listingUrls(), ...others, ...feeds]);
      assert.deepEqual(texts.map((text) => /undefined|NaN|\[object |\{[a-z]+\}/.exec(text)).filter(Boolean), []);
    }
  });

  test('a few hundred postings of all sixteen categories', () => {
    const world = createWorld({ seed: 1, day: 20_000, changeEveryMs });
    const named = (source) => companies[source].map(({ slug }) => world.board(source, slug)).filter(Boolean);
    const boards = [...named('greenhouse'), ...named('lever')];
    const feeds = [world.board('remoteok', ''), world.board('himalayas', '')];
    const postings = [...boards, ...feeds].flatMap((board) => world.postings(board, 0));
    assert.equal(postings.length, 205 + 112 + 90 + 120);
    const categories = countBy(postings, ({ family }) => family.category);
    assert.equal(categories.size, 16);
    assert.ok(
      families.every(({ category }) => categories.get(category) >= 10),
      JSON.stringify([...categories]),
    );
  });

  test('the same seed, day and step give the same bytes; another seed gives others', async (context) => {
    atStep(0);
    const lateStart = start + 3_600_000;
    const again = await startSampleSources({ now: () => lateStart + (now - start), changeEveryMs });
    const other = await startSampleSources({ now: () => now, changeEveryMs, seed: 2 });
    context.after(() => Promise.all([again.close(), other.close()]));
    for (const step of [0, 5, 77]) {
      atStep(step);
      const urls = listingUrls();
      const expected = await bodies(urls);
      assert.deepEqual(await bodies(urls.map((url) => url.replace(server.url, again.url))), expected);
      assert.notDeepEqual(await bodies(urls.map((url) => url.replace(server.url, other.url))), expected);
    }
  });

  test('a day later nearly all postings are still there, byte for byte', () => {
    const listing = (day) => {
      const world = createWorld({ seed: 1, day, changeEveryMs });
      return new Map(world.postings(world.board('lever', 'Wrenfold'), 0).map((one) => [one.key, JSON.stringify(one)]));
    };
    const [today, tomorrow] = [listing(20_000), listing(20_001)];
    const kept = [...today].filter(([key, text]) => tomorrow.get(key) === text);
    assert.ok(kept.length >= 36, `${kept.length} kept`);
  });

  test('at every step some boards change and others answer 304', async () => {
    const urls = listingUrls().filter((url) => !url.includes('haverglint') && !url.includes('emberquay'));
    for (let step = 0; step < 8; step++) {
      atStep(step);
      const tags = await Promise.all(urls.map(async (url) => (await get(url)).headers.get('etag')));
      atStep(step + 1);
      const later = await Promise.all(urls.map((url, index) => get(url, { 'if-none-match': tags[index] })));
      const statuses = countBy(later, ({ status }) => status);
      assert.ok(statuses.get(200) >= 3 && statuses.get(304) >= 3, `step ${step}: ${JSON.stringify([...statuses])}`);
    }
  });

  test('within three steps, a minute, postings come, change, go and return', async () => {
    const seen = { come: 0, changed: 0, gone: 0, returned: 0 };
    const known = new Map();
    for (let step = 0; step <= 3; step++) {
      atStep(step);
      const lists = await Promise.all(companies.lever.map(({ slug }) => getJson(siteUrl(slug))));
      const current = new Map(lists.flat().map((posting) => [posting.id, JSON.stringify(posting)]));
      for (const [id, text] of step === 0 ? [] : current) {
        const earlier = known.get(id);
        if (earlier === undefined) seen.come++;
        else if (earlier.gone) seen.returned++;
        else if (earlier.text !== text) seen.changed++;
      }
      for (const [id, old] of known) {
        if (!current.has(id) && !old.gone) seen.gone++;
        old.gone = !current.has(id);
      }
      for (const [id, text] of current) known.set(id, { text, gone: false });
    }
    assert.ok(
      Object.values(seen).every((count) => count > 0),
      JSON.stringify(seen),
    );
  });

  test('what is edited says so: Greenhouse moves updated_at, and only that date', async () => {
    const jobsAt = async (step) => {
      atStep(step);
      return new Map((await getJson(boardUrl('brindlecove'))).jobs.map((job) => [job.id, job]));
    };
    const [early, late] = [await jobsAt(0), await jobsAt(40)];
    const edited = [...late.values()].filter((job) => early.has(job.id) && early.get(job.id).content !== job.content);
    assert.ok(edited.length > 0);
    for (const job of edited) {
      assert.ok(Date.parse(job.updated_at) > Date.parse(early.get(job.id).updated_at));
      assert.equal(job.first_published, early.get(job.id).first_published);
    }
    const newcomers = [...late.values()].filter(({ id }) => !early.has(id));
    assert.ok(newcomers.length > 0 && newcomers.every((job) => Date.parse(job.first_published) <= now));
  });

  test('sizes stay bounded however long it runs', () => {
    const world = createWorld({ seed: 1, day: 20_000, changeEveryMs });
    for (const step of [500, 5000, 20_000]) {
      assert.ok(Math.abs(world.postings(world.board('greenhouse', 'brindlecove'), step).length - 60) <= 2);
      assert.ok(Math.abs(world.postings(world.board('greenhouse', 'vellumfox'), step).length - 6) <= 2);
      const himalayas = world.postings(world.board('himalayas', ''), step);
      assert.equal(new Set(himalayas.map(({ serial }) => serial)).size, 130);
    }
  });

  test('one board fails now and then', async () => {
    const statuses = [];
    for (let step = 0; step < 10; step++) {
      atStep(step);
      statuses.push((await get(boardUrl('haverglint'))).status);
    }
    assert.deepEqual(statuses, [200, 200, 200, 500, 200, 200, 200, 200, 500, 200]);
  });

  test('each candidate is where it is said to be, and in no company list', async () => {
    atStep(0);
    const urls = { greenhouse: boardUrl, lever: siteUrl, ashby: ashbyUrl, recruitee: recruiteeUrl };
    const urlOf = ({ source, slug }) => urls[source](slug);
    const listed = new Set(Object.values(companies).flat().map(({ slug }) => slug));
    for (const { slug, boards } of candidates) {
      for (const board of boards) {
        assert.equal((await get(urlOf(board))).status, 200, board.slug);
        assert.ok(!listed.has(board.slug));
      }
      const direct = await get(boardUrl(encodeURIComponent(slug)));
      assert.equal(
        direct.status === 200,
        boards.some((board) => board.source === 'greenhouse' && board.slug === slug),
      );
    }
    assert.ok(candidates.filter(({ boards }) => boards.length === 0).length >= 3);
  });
});

describe('the server', () => {
  const send = (path, method = 'GET') =>
    new Promise((resolve, reject) => {
      const { port } = server;
      request({ host: '127.0.0.1', port, path, method }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });

  test('other paths and methods are refused, odd ones do no harm', async () => {
    const paths = [
      '/',
      '/greenhouse',
      '/nowhere/v1',
      '/constructor/x',
      '//[',
      '/greenhouse/%E0%A4%A',
      '/lever/v0/postings/..',
    ];
    for (const path of paths) assert.equal(await send(path), 404, path);
    assert.equal(await send('/remoteok/api', 'POST'), 405);
    assert.equal(await send('/remoteok/api', 'HEAD'), 200);
  });

  test('a taken port is an error, and each request is one line in the log', async (context) => {
    await assert.rejects(startSampleSources({ port: server.port }), { code: 'EADDRINUSE' });
    const lines = [];
    const logged = await startSampleSources({ log: (line) => lines.push(line) });
    context.after(() => logged.close());
    await get(`${logged.url}/lever/v0/postings/nobody`);
    assert.deepEqual(lines, ['GET /lever/v0/postings/nobody 404']);
  });
});
