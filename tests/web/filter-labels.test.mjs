import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { nameOfList, partsOf, titleOfBoard } = await import('../../web/src/lib/filter-labels.ts');
const { feedsOf } = await import('../../web/src/lib/feeds.ts');

describe('a list by its name', () => {
  for (const [search, name, title] of [
    [{}, 'All jobs', 'Remote jobs'],
    [{ search: 'engineer' }, 'engineer', 'engineer: remote jobs'],
    [{ search: 'engineer', remote: 'WORLD', category: 'design' }, 'engineer, Worldwide +1', 'engineer, Worldwide, Design: remote jobs'],
    [{ view: 'saved' }, 'Saved jobs', 'Saved jobs'],
    [{ salaryMin: 50_000, currency: 'EUR' }, 'From €50,000 a year', 'From €50,000 a year: remote jobs'],
    [{ view: 'applied', salaryMin: 100_000 }, 'Jobs applied for: From $100,000 a year', 'Jobs applied for: From $100,000 a year'],
  ]) {
    test(`is “${name}”`, () => {
      assert.equal(nameOfList(search), name);
      assert.equal(titleOfBoard(search), title);
    });
  }
});

test('each part of a filter can be taken away', () => {
  const parts = partsOf({ search: 'x', remote: 'DE,WORLD', company: 'Oakum', postedWithin: 7, placeUnknown: 'include' });
  assert.deepEqual(
    parts.map(({ label, without }) => [label, without]),
    [
      ['Germany', { remote: 'WORLD' }],
      ['Worldwide', { remote: 'DE' }],
      ['Or not stated', { placeUnknown: undefined }],
      ['Oakum', { company: undefined }],
      ['Last week', { postedWithin: undefined }],
    ],
  );
});

test('the feeds of a filter are named by it, and have no order of their own', () => {
  assert.deepEqual(feedsOf({ search: 'a b', company: 'Hemp, Ltd', sortBy: 'salary' }).map(({ title, href }) => [title, href]), [
    ['New remote jobs: a b, Hemp, Ltd', '/feed.xml?search=a+b&company=%22Hemp%2C+Ltd%22'],
    ['New remote jobs: a b, Hemp, Ltd', '/feed.json?search=a+b&company=%22Hemp%2C+Ltd%22'],
  ]);
  assert.deepEqual(feedsOf({}).map(({ title, href }) => [title, href])[0], ['New remote jobs', '/feed.xml']);
});
