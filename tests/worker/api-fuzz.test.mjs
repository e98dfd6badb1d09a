/*
 * Bad input, driven by the OpenAPI document: every parameter gets every bad value, and random requests
 * are put together of good and bad ones. Whatever comes, the answer is a documented one with a clear
 * message and nothing of the inside.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { authorized, seedPostings, startApi } from './support/api.mjs';
import { readDocument } from './support/openapi.mjs';

let api;
let openApi;
let untouched;

/** All but what a first view may write. */
const postings = async () =>
  (await api.db.prepare('SELECT id, title, description_raw, content_hash, closed_at, updated_at FROM jobs').all()).results;

before(async () => {
  api = await startApi();
  await seedPostings(api.db, 20);
  openApi = readDocument((await api.call('/api/v3/openapi.json')).body);
  untouched = await postings();
});
after(() => api.close());

/** As they stand in an address. */
const BAD_VALUES = {
  empty: '',
  space: '%20',
  'ten kilobytes': 'a'.repeat(10_240),
  'ten kilobytes of escapes': '%C3%A9'.repeat(1_700),
  'percent sign': '%25',
  'lone percent sign': '%',
  'broken escape': '%2',
  'no hex': '%zz',
  underscore: '_',
  'single quote': '%27',
  'double quote': '%22',
  injection: "%27%3B%20DROP%20TABLE%20jobs%3B--",
  'match syntax': 'NEAR(%22a%22%20%22b%22)%20OR%20*',
  NUL: '%00',
  'NUL inside': 'a%00b',
  'line break': '%0D%0ASet-Cookie%3A%20a%3Db',
  'invalid UTF-8': '%FF',
  'overlong UTF-8': '%C0%AF',
  surrogate: '%ED%A0%80',
  emoji: '%F0%9F%98%80',
  'minus one': '-1',
  zero: '0',
  exponent: '1e9',
  NaN: 'NaN',
  Infinity: 'Infinity',
  fraction: '1.5',
  hex: '0x10',
  'twenty digits': '12345678901234567890',
  'minus twenty digits': '-12345678901234567890',
  plus: '%2B1',
  unknown: 'unknown',
  array: '%5B1%5D',
  commas: ',,,',
  'many values': Array(50).fill('1').join(','),
  prototype: '__proto__',
  markup: '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
};

const INSIDE = /sqlite|D1_|SELECT |jobs_fts|fts5|wasm|stack|at \S+ \(|\.cc|undefined|RuntimeError/i;

/** The properties of every answer. */
function checkAnswer(method, target, answer) {
  assert.notEqual(answer.status, 500, `${method} ${target.slice(0, 200)}: ${answer.text}`);
  openApi.check(method, target, answer);
  if (answer.status < 400) return;
  assert.equal(answer.body.success, false);
  assert.doesNotMatch(answer.text, INSIDE);
  assert.ok(answer.body.error.message.length < 300);
}

/** A path with values in the place of its braces. */
const fill = (path, value) => path.replaceAll(/\{\w+\}/g, value);

const example = { id: '1', source: 'lever', slug: 'acme' };
const withExamples = (path) => path.replaceAll(/\{(\w+)\}/g, (_, name) => example[name]);

const readsWithQuery = () =>
  openApi.operations.flatMap(({ method, path, parameters }) =>
    parameters.filter((parameter) => parameter.in === 'query').map((parameter) => ({ method, path, parameter })),
  );

describe('every parameter with', () => {
  for (const [name, value] of Object.entries(BAD_VALUES)) {
    test(`${name}`, async () => {
      for (const { method, path, parameter } of readsWithQuery()) {
        const target = `${withExamples(path)}?${parameter.name}=${value}`;
        const answer = await api.call(target, { method, headers: method === 'post' ? authorized : {} });
        checkAnswer(method, target, answer);
        if (answer.status === 400) {
          const names = [parameter.name, ...(path.includes('job-content') ? ['url', 'company'] : [])];
          const named = answer.body.error.message.split(':')[0];
          assert.ok(names.includes(named), `${target.slice(0, 100)}: ${answer.body.error.message}`);
        }
      }
    });
  }

  test('a value outside its schema is refused, one within it is not', async () => {
    for (const { method, path, parameter } of readsWithQuery()) {
      if (method !== 'get' || path.includes('job-content')) continue;
      const { schema } = parameter;
      if (schema.type !== 'integer' && !schema.enum) continue;
      for (const value of ['-1', '0', '1', '7', '101', '4000', '99999999999999999999', 'x', 'open', 'newest', 'true']) {
        const { status } = await api.call(`${path}?${parameter.name}=${value}`);
        const isMissing = parameter.name === 'part' && value !== '1';
        const expected = openApi.allows(schema, value) ? (isMissing ? 404 : 200) : 400;
        assert.equal(status, expected, `${path}?${parameter.name}=${value}`);
      }
    }
  });
});

test('a parameter given twice is refused by its name', async () => {
  for (const { method, path, parameter } of readsWithQuery()) {
    if (method !== 'get') continue;
    const target = `${withExamples(path)}?${parameter.name}=1&${parameter.name}=1`;
    const answer = await api.call(target);
    assert.equal(answer.status, 400, target);
    assert.match(answer.body.error.message, new RegExp(`^${parameter.name}: `));
  }
});

test('odd paths are not found', async () => {
  const values = ['..', '%2e%2e', '%2f', '..%2f..', '%00', '%FF', 'a'.repeat(10_240), '-1', '0', '1e3', '%27', '12345678901234567890'];
  for (const { method, path } of openApi.operations.filter(({ path }) => path.includes('{'))) {
    for (const value of values) {
      const target = fill(path, value);
      const { pathname } = new URL(target, 'https://jobs.example');
      const answer = await api.call(target, { method, headers: method === 'post' ? authorized : {} });
      const isElsewhere = pathname !== target;
      assert.ok(isElsewhere || answer.status === 404, `${method} ${target.slice(0, 60)}: ${answer.status}`);
      assert.notEqual(answer.status, 500);
    }
  }
  for (const path of ['/api/v3', '/api/v3/', '/api/v4/jobs', '/api/v3/jobs/', '/api/v3//jobs', '/API/v3/jobs', '/api/v3/jobs.json', '/api/v3/jobs%00']) {
    const answer = await api.call(path);
    assert.equal(answer.status, 404, path);
    assert.equal(answer.body.error.code, 'not_found');
  }
});

test('a method that is not documented is refused with those that are', async () => {
  const paths = new Set(openApi.operations.map(({ path }) => path));
  for (const path of paths) {
    const documented = openApi.operations.filter((operation) => operation.path === path).map(({ method }) => method.toUpperCase());
    const allowed = [...documented, ...(documented.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await api.call(withExamples(path), { method, headers: authorized });
      assert.equal(status === 405, !allowed.includes(method), `${method} ${path}: ${status}`);
      if (status === 405) assert.deepEqual(headers.get('allow').split(', ').sort(), [...allowed].sort(), path);
    }
  }
});

/** A small generator of its own, so that a failure can be repeated. */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const GOOD_VALUES = {
  search: ['engineer', 'c%2B%2B', '%22an%20engineer%22', '-sql', 'enginere'],
  category: ['3', '1,2', 'design'],
  source: ['lever', 'Greenhouse,lever'],
  company: ['Company%203', 'b3,b4'],
  remote: ['US', 'worldwide', 'US,DE'],
  livesIn: ['DE', 'us', 'UK'],
  level: ['senior', 'Lead,junior'],
  employmentType: ['contract', 'full-time,part-time'],
  hours: ['2', '-5', '05:30'],
  currency: ['EUR', 'jpy'],
  openedSince: ['2026-08-08', '2026-08-08T10:00:00Z'],
  salaryMin: ['0', '60000', '61234'],
  postedWithin: ['1', '30', '3650'],
  limit: ['1', '100'],
  offset: ['0', '3', '10000'],
  part: ['1'],
};

test('random requests of good and bad values', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? 20260807);
  const random = randomNumbers(seed);
  const pick = (values) => values[random(values.length)];
  const lists = openApi.operations.filter(({ method, parameters }) => method === 'get' && parameters.length > 4);
  const bad = Object.values(BAD_VALUES);
  let good = 0;
  for (let i = 0; i < 400; i++) {
    const { method, path, parameters } = pick(lists);
    const query = parameters
      .filter(() => random(3) === 0)
      .map(({ name, schema }) => {
        const values = schema.enum ?? (path.includes('/jobs') || path.includes('feed') ? GOOD_VALUES[name] : undefined) ?? [''];
        return `${name}=${random(6) === 0 ? pick(bad) : pick(values)}`;
      });
    const target = `${path}?${query.join('&')}`;
    const answer = await api.call(target);
    try {
      checkAnswer(method, target, answer);
    } catch (error) {
      error.message += ` (FUZZ_SEED=${seed}, request ${i})`;
      throw error;
    }
    if (answer.status === 200) good += 1;
  }
  assert.ok(good > 100, `${good} of 400 were answered`);
});

test('nothing of this has changed a posting', async () => {
  assert.deepEqual(await postings(), untouched);
});
