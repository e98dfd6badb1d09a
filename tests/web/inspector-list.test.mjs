import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { NO_FILTER, countReasons, filterFindings, stepFrom } = await import('../../web/src/inspect/finding-filter.ts');
const { placesOf, wordsOf } = await import('../../web/src/inspect/marks.ts');
const { reportOf } = await import('../../web/src/inspect/report.ts');

const KEPT = {
  ...{ outcome: 'kept', reason: 'location says remote', id: 'a1', title: 'Boat Builder', company: 'Oakum', location: 'Oslo' },
  ...{ remoteScope: ['NO'], scopeReason: { field: 'location', words: 'Norway', passedOver: null }, payRange: '$9 an hour' },
  ...{ payFrom: 'text', category: { id: 1, name: 'Other', term: null }, url: 'https://boards.example/a1' },
};
const HYBRID = { outcome: 'filtered', reason: 'title says hybrid', id: 'b2', title: 'Rigger (hybrid)' };
const BROKEN = { outcome: 'rejected', reason: 'no title', id: null, title: null };
const ALL = [KEPT, HYBRID, BROKEN];

describe('the list of postings', () => {
  for (const [name, filter, indexes] of [
    ['nothing', {}, [0, 1, 2]],
    ['an outcome', { outcome: 'filtered' }, [1]],
    ['a reason', { reason: 'no title' }, [2]],
    ['part of a title', { text: ' BOAT' }, [0]],
    ['a company', { text: 'oakum' }, [0]],
    ['a place', { text: 'oslo' }, [0]],
    ['an id', { text: 'b2' }, [1]],
    ['several at once', { outcome: 'kept', text: 'rigger' }, []],
  ]) {
    test(`is narrowed by ${name}`, () =>
      assert.deepEqual(filterFindings(ALL, { ...NO_FILTER, ...filter }).map(({ index }) => index), indexes));
  }

  const shown = [{ index: 2 }, { index: 5 }, { index: 9 }];
  for (const [name, selected, step, next] of [
    ['to the next', 2, 1, 5],
    ['to the one before', 9, -1, 5],
    ['no further than the last', 9, 1, 9],
    ['no further than the first', 2, -1, 2],
    ['to the first from nowhere', undefined, 1, 2],
    ['to the first from what is not listed', 7, -1, 2],
  ]) {
    test(`goes ${name}`, () => assert.equal(stepFrom(shown, selected, step), next));
  }
  test('goes nowhere where it is empty', () => assert.equal(stepFrom([], 1, 1), undefined));

  test('counts its reasons, of one outcome or of all', () => {
    assert.deepEqual(countReasons([...ALL, HYBRID]), [
      ['title says hybrid', 2],
      ['location says remote', 1],
      ['no title', 1],
    ]);
    assert.deepEqual(countReasons(ALL, 'rejected'), [['no title', 1]]);
  });
});

const TEXTS = {
  raw: '{"text": "```"}',
  location: 'Berlin',
  amounts: [
    { words: '$9 an hour', passedOver: null },
    { words: '$5m', passedOver: 'funding' },
  ],
};

describe('the words that decided', () => {
  test('are those of scope and pay, not what was passed over', () => {
    assert.deepEqual(wordsOf(KEPT, TEXTS), ['Norway', '$9 an hour']);
    assert.deepEqual(wordsOf(KEPT), ['Norway']);
    assert.deepEqual(wordsOf(BROKEN, TEXTS), []);
  });

  test('are those of the field that keeps a posting out, however they are spelt there', () => {
    assert.deepEqual(wordsOf(HYBRID), ['hybrid']);
    assert.deepEqual(wordsOf({ outcome: 'filtered', reason: 'metadata says on-site' }), ['on-site', 'onsite', 'on site', 'on_site']);
  });

  test('are found wherever they stand, whatever their case', () => {
    assert.deepEqual(placesOf('Norway, or NORWAY at $9 an hour', ['norway', '$9 an hour']), [
      [0, 6],
      [11, 17],
      [21, 31],
    ]);
    assert.deepEqual(placesOf('', ['x']), []);
  });
});

test('a report has what was made of a posting, why, and the posting in a fence of its own', () => {
  const report = reportOf({ sourceName: 'Lever', postings: ALL }, 0, TEXTS);
  for (const line of [
    '## Boat Builder',
    'Lever, posting 1 of 3, id a1',
    '- Outcome: kept, location says remote',
    '- Work from: Norway, because of the location: “Norway”',
    '- Pay: $9 an hour, from its text',
    '  - $5m: funding',
    '````json',
    TEXTS.raw,
    '````',
  ]) {
    assert.ok(report.split('\n').includes(line), line);
  }
  const unstated = { ...KEPT, remoteScope: null, scopeReason: null, location: null };
  assert.match(
    reportOf({ sourceName: 'Lever', postings: [unstated] }, 0, TEXTS),
    /Work from: not stated: considered were its location, which is empty, title, text, offices and country\n/,
  );
  assert.match(reportOf({ sourceName: 'Lever', postings: ALL }, 1, TEXTS), /title says hybrid\n- Location: Berlin\n/);
  assert.match(reportOf({ sourceName: 'Lever', postings: ALL }, 2, TEXTS), /^## Element 3\n/);
});
