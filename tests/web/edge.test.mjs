import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { answerAtEdge, maxAgeOf } from '../../web/src/server/edge.ts';

const MAX_AGE_S = 30;
const kept = (body, maxAgeS = MAX_AGE_S) =>
  new Response(body, { headers: { 'cache-control': `public, max-age=${maxAgeS}`, etag: '"1"' } });
const failing = (status = 503) => new Response('failed', { status, headers: { 'cache-control': 'no-store' } });

/** What Cloudflare's cache does with whole answers. */
function memoryStore() {
  const entries = new Map();
  return {
    entries,
    match: async (key) => entries.get(key)?.clone(),
    put: async (key, answer) => void entries.set(key, answer),
    delete: async (key) => entries.delete(key),
  };
}

let store;
let made;
let answers;
let background;

beforeEach(() => {
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: 1_000_000 });
  store = memoryStore();
  made = 0;
  answers = [];
  background = [];
});
afterEach(() => mock.timers.reset());

const pass = (seconds) => mock.timers.tick(seconds * 1000);
/** Lets what goes on behind answers come to its end. */
const settle = () => Promise.allSettled(background);

/** Asks, and is answered by the next of `answers` where the store does not suffice. */
async function ask(key = 'https://a.example/x', from = store) {
  const make = async () => {
    made += 1;
    return answers.shift()();
  };
  const answer = await answerAtEdge(from, { key, make }, { waitUntil: (work) => background.push(work) });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

describe('an answer that is kept', () => {
  beforeEach(async () => {
    answers = [() => kept('old')];
    await ask();
    await settle();
  });

  test('is given again within its age, as it was, with its age', async () => {
    pass(MAX_AGE_S - 1);
    const { text, headers } = await ask();
    assert.equal(text, 'old');
    assert.equal(made, 1);
    const { age, ...others } = Object.fromEntries(headers);
    assert.equal(age, '29');
    assert.deepEqual(others, Object.fromEntries(kept('old').headers));
  });

  test('is given for as long again while a fresh one is made', async () => {
    answers = [() => kept('new')];
    pass(MAX_AGE_S);
    assert.equal((await ask()).text, 'old');
    await settle();
    assert.equal((await ask()).text, 'new');
    assert.equal(made, 2);
  });

  test('is renewed once, however many ask for it', async () => {
    answers = [() => kept('new')];
    pass(MAX_AGE_S);
    const all = await Promise.all(Array.from({ length: 20 }, () => ask()));
    assert.deepEqual(new Set(all.map(({ text }) => text)), new Set(['old']));
    await settle();
    assert.equal(made, 2);
  });

  test('is renewed again when its renewal failed', async () => {
    answers = [() => failing(), () => kept('new')];
    pass(MAX_AGE_S);
    for (const expected of ['old', 'old', 'new']) {
      assert.equal((await ask()).text, expected);
      await settle();
    }
  });

  test('waits for a fresh one once it is twice as old', async () => {
    answers = [() => kept('new')];
    pass(2 * MAX_AGE_S);
    assert.equal((await ask()).text, 'new');
  });

  const FAILURES = {
    'a status of the server': () => failing(),
    'an exception': () => Promise.reject(new Error('D1_ERROR')),
    'a page that is made of a failing answer': () => new Response('half', { headers: { 'cache-control': 'no-store' } }),
  };
  for (const [name, fail] of Object.entries(FAILURES)) {
    test(`stands in for ${name}, and stays`, async () => {
      answers = [fail, fail];
      pass(3_600);
      for (const age of ['3600', '3610']) {
        const { status, text, headers } = await ask();
        assert.deepEqual([status, text, headers.get('age')], [200, 'old', age]);
        await settle();
        pass(10);
      }
      assert.equal(made, 3);
    });
  }

  test('stands in for one that keeps its reader waiting, which is kept when it comes', async () => {
    const { promise, resolve } = Promise.withResolvers();
    answers = [() => promise];
    pass(3_600);
    const asked = ask();
    await new Promise(setImmediate);
    pass(1);
    assert.equal((await asked).text, 'old');
    resolve(kept('new'));
    await settle();
    await settle();
    assert.equal((await ask()).text, 'new');
    assert.equal(made, 2);
  });

  test('is forgotten when there is nothing there any more', async () => {
    answers = [() => failing(404), () => failing(404)];
    pass(MAX_AGE_S);
    assert.equal((await ask()).text, 'old');
    await settle();
    await settle();
    assert.equal((await ask()).status, 404);
  });

  test('is nobody else’s', async () => {
    answers = [() => kept('other')];
    assert.equal((await ask('https://b.example/x')).text, 'other');
  });
});

describe('an answer that is not kept', () => {
  const NOT_KEPT = {
    'a failure': () => failing(),
    'a failure that says it may be': () => new Response('', { status: 500, headers: kept('').headers }),
    'nothing': () => new Response('', { status: 404, headers: kept('').headers }),
    'another place': () => new Response('', { status: 301, headers: { location: '/y', ...Object.fromEntries(kept('').headers) } }),
    'a part': () => new Response('', { status: 206, headers: kept('').headers }),
    'one without an age': () => new Response(''),
    'one of age zero': () => kept('', 0),
    'one for one reader': () => new Response('', { headers: { 'cache-control': 'private, max-age=30' } }),
  };
  for (const [name, make] of Object.entries(NOT_KEPT)) {
    test(`is ${name}`, async () => {
      answers = [make, () => kept('next')];
      const { status } = await ask();
      assert.equal(status, make().status);
      await settle();
      assert.equal(store.entries.size, 0);
      assert.equal((await ask()).text, 'next');
    });
  }

  test('is any where there is no store', async () => {
    answers = [() => kept('1'), () => kept('2')];
    assert.equal((await ask('k', null)).text, '1');
    assert.equal((await ask('k', null)).text, '2');
    assert.deepEqual(background, []);
  });

  test('is any where the store fails', async () => {
    const fail = () => Promise.reject(new Error('no room'));
    const warn = mock.method(console, 'warn', () => {});
    answers = [() => kept('1'), () => kept('2')];
    const broken = { match: fail, put: fail, delete: fail };
    assert.equal((await ask('k', broken)).text, '1');
    assert.equal((await ask('k', broken)).text, '2');
    await Promise.all(background);
    assert.equal(warn.mock.callCount(), 2);
    warn.mock.restore();
  });
});

test('the age of an answer is that of its cache-control, when all may have it', () => {
  const AGES = { 'public, max-age=30': 30, 'public, max-age=0': 0, 'no-store': 0, 'private, max-age=30': 0, 'no-cache, public, max-age=9': 0, '': 0 };
  for (const [value, age] of Object.entries(AGES)) {
    assert.equal(maxAgeOf(new Response('', { headers: value ? { 'cache-control': value } : {} })), age, value);
  }
});
