import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { filterOf, isSameFilter, isUsualSort, parseQuery, readBoardSearch, toApiFilter, toggle } = await import(
  '../../web/src/lib/search.ts'
);

const given = (search) => Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
const read = (query) => given(readBoardSearch(parseQuery(query)));

describe('the address of the board', () => {
  for (const [name, query, search] of [
    ['nothing', '', {}],
    ['words', 'search=++boat+builder+', { search: 'boat builder' }],
    ['lists by comma', 'category=design,legal&source=lever,remoteok', { category: 'design,legal', source: 'lever,remoteok' }],
    ['what a form repeats', 'remote=IE&remote=WORLD&postedWithin=', { remote: 'IE,WORLD' }],
    ['only known items of a list', 'category=design,boom&source=monster&remote=DE,xx', { category: 'design', remote: 'DE' }],
    ['a company with commas', 'company=Hemp+%26+Co,+Ltd', { company: 'Hemp & Co, Ltd' }],
    ['a company as the API quotes it', 'company=%22Locks,+%22%22Weirs%22%22%22', { company: 'Locks, "Weirs"' }],
    ['a company with quotes of its own', 'company=%22Locks%22', { company: '"Locks"' }],
    ['numbers', 'salaryMin=100000&postedWithin=7&job=12', { salaryMin: 100_000, postedWithin: 7, job: 12 }],
    ['pay of a currency', 'salaryMin=100000&currency=EUR', { salaryMin: 100_000, currency: 'EUR' }],
    ['the usual currency, or what is none', 'salaryMin=1&currency=USD&currency=eur', { salaryMin: 1 }],
    ['numbers out of bounds', 'salaryMin=0&postedWithin=3651&job=1073741824', {}],
    ['what is no whole number', 'salaryMin=x&postedWithin=1.5&job=-1', {}],
    ['an order', 'sortBy=title-asc', { sortBy: 'title-asc' }],
    ['the usual order', 'sortBy=newest', {}],
    ['the usual order of a search', 'search=x&sortBy=relevance', { search: 'x' }],
    ['another order of a search', 'search=x&sortBy=newest', { search: 'x', sortBy: 'newest' }],
    ['an order by a name that every object has', 'sortBy=toString', {}],
    ['a country to live in, which names no scopes beside it', 'livesIn=DE&remote=US', { livesIn: 'DE' }],
    ['what is no country', 'livesIn=EMEA&worldwide=1', {}],
    ['letters of no country', 'livesIn=XX&placeUnknown=include', {}],
    ['what does not tell where it is open, too', 'livesIn=DE&placeUnknown=include', { livesIn: 'DE', placeUnknown: 'include' }],
    ['a word for it that says nothing', 'worldwide=true&placeUnknown=1', { worldwide: true }],
    ['the whole world only', 'worldwide=true&remote=US', { worldwide: true }],
    ['what is unread', 'unread=true', { unread: true }],
    ['applications', 'view=applied', { view: 'applied' }],
    ['a view', 'view=saved&cursor=abc', { view: 'saved', cursor: 'abc' }],
    ['an unknown view', 'view=none', {}],
  ]) {
    test(`holds ${name}`, () => assert.deepEqual(read(query), search));
  }

  test('is cut to what a search may be long', () => {
    assert.equal(read(`search=${'x'.repeat(300)}`).search.length, 200);
    assert.equal(read(`company=${'x'.repeat(400)}`).company.length, 300);
  });

  test('takes what is no text for absent', () => assert.deepEqual(given(readBoardSearch({ search: 7, company: ['x'] })), {}));
});

test('the filter is the search without where one is in it', () => {
  assert.deepEqual(filterOf({ search: 'x', cursor: 'abc', job: 7, view: 'saved' }), { search: 'x' });
});

test('a company of commas or quotes is quoted for the API', () => {
  for (const [company, quoted] of [['Oakum', 'Oakum'], ['Hemp, Ltd', '"Hemp, Ltd"'], ['"A"', '"""A"""'], [undefined, undefined]]) {
    assert.equal(toApiFilter({ company }).company, quoted);
  }
});

test('a currency is asked for with pay only', () => {
  assert.deepEqual(given(toApiFilter({ salaryMin: 5, currency: 'EUR' })), { salaryMin: 5, currency: 'EUR' });
  assert.deepEqual(given(toApiFilter({ currency: 'EUR' })), {});
  assert.ok(isSameFilter({ currency: 'EUR' }, {}));
  assert.ok(!isSameFilter({ salaryMin: 5, currency: 'EUR' }, { salaryMin: 5 }));
});

test('two filters are the same in whatever order their lists are', () => {
  assert.ok(isSameFilter({ category: 'design,legal' }, { category: 'legal,design' }));
  assert.ok(isSameFilter({ sortBy: 'newest' }, {}));
  assert.ok(!isSameFilter({ category: 'design' }, { category: 'legal' }));
  assert.ok(!isSameFilter({ search: 'x', sortBy: 'newest' }, { search: 'x' }));
});

test('an item is added to a list, or taken out', () => {
  assert.equal(toggle(undefined, 'a'), 'a');
  assert.equal(toggle('a', 'b'), 'a,b');
  assert.equal(toggle('a,b', 'a'), 'b');
  assert.equal(toggle('a', 'a'), undefined);
});

test('the usual order is by match with a search, else by date', () => {
  assert.deepEqual([isUsualSort('newest'), isUsualSort('newest', 'x'), isUsualSort('relevance', 'x')], [true, false, true]);
});
