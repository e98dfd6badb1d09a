import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { compareWithSite } = await import('../../web/src/inspect/site-comparison.ts');

const kept = (url, changes) => ({
  ...{ outcome: 'kept', id: url, url, title: 'Rigger', location: 'Oslo', remoteScope: ['NO', 'SE'], payRange: null },
  ...changes,
});
const job = (sourceUrl) => ({ sourceUrl, title: 'Rigger', location: 'Oslo', remoteScope: ['SE', 'NO'], payRange: null });

test('an answer is compared with what the site holds, by the addresses of postings', () => {
  const postings = [
    kept('a'),
    kept('b', { title: 'Senior Rigger', payRange: '$9 an hour' }),
    kept('c'),
    { outcome: 'filtered', reason: 'title says hybrid', id: 'd', title: 'Rigger' },
  ];
  const { fresh, changed, same, missing } = compareWithSite(postings, [job('a'), job('b'), job('d')]);
  assert.deepEqual(fresh.map(({ url }) => url), ['c']);
  assert.deepEqual(changed.map(({ job: { sourceUrl }, fields }) => [sourceUrl, fields]), [['b', ['title', 'pay']]]);
  assert.equal(same, 1);
  assert.deepEqual(missing.map(({ sourceUrl }) => sourceUrl), ['d']);
  const none = { ...kept('e'), remoteScope: null };
  assert.equal(compareWithSite([none], [{ ...job('e'), remoteScope: [] }]).same, 1, 'no scope is no scope');
});
