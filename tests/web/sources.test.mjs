import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { boardSources, feedSources, isFollowed, isSource, labelOfSource, learnSources, sources, sourcesForPage } = await import(
  '../../web/src/lib/sources.ts'
);
const { sourceOptions } = await import('../../web/src/lib/filter-options.ts');
const { readFilter } = await import('../../web/src/lib/search.ts');
const { readRunFilter } = await import('../../web/src/dashboard/run-filter.ts');

/** As GET /api/v3/sources answers, with sources that the site has never heard of. */
const LEARNT = [
  { name: 'bamboo', displayName: 'Bamboo', kind: 'boards', homeUrl: 'https://bamboo.example', credit: 'Bamboo', followLink: false },
  { name: 'sprout', displayName: 'Sprout', kind: 'feed', homeUrl: 'https://sprout.example', credit: 'Sprout', followLink: true },
];

test('the site knows the sources that the API names, and no other', () => {
  assert.deepEqual(sources(), []);
  assert.equal(labelOfSource('bamboo'), 'bamboo');
  learnSources(LEARNT);
  assert.deepEqual(boardSources().map(({ name }) => name), ['bamboo']);
  assert.deepEqual(feedSources().map(({ name }) => name), ['sprout']);
  assert.equal(labelOfSource('sprout'), 'Sprout');
  assert.deepEqual(['bamboo', 'sprout', 'lever'].map(isFollowed), [false, true, false]);
  assert.ok(isSource('sprout') && !isSource('lever'));
});

test('its filters offer and take them', () => {
  learnSources(LEARNT);
  assert.deepEqual(
    sourceOptions({ source: { bamboo: 3 } }).map(({ value, label, count }) => [value, label, count]),
    [
      ['bamboo', 'Bamboo', 3],
      ['sprout', 'Sprout', 0],
    ],
  );
  assert.equal(readFilter({ source: 'sprout,lever,bamboo' }).source, 'sprout,bamboo');
  assert.equal(readRunFilter({ source: 'sprout' }).source, 'sprout');
  assert.equal(readRunFilter({ source: 'lever' }).source, undefined);
});

test('the browser finds them in the page', async () => {
  learnSources(LEARNT);
  globalThis.document = { documentElement: { dataset: { sources: sourcesForPage() } } };
  const inBrowser = await import('../../web/src/lib/sources.ts?in-browser');
  delete globalThis.document;
  assert.deepEqual(inBrowser.sources(), LEARNT.map(({ credit: _, ...source }) => source));
  assert.equal(inBrowser.sourcesForPage(), sourcesForPage());
});
