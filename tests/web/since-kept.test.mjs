import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { asOfNow, newsOf } = await import('../../web/src/lib/since-kept.ts');

const job = (id, properties) => ({ id, title: 'Boat Builder', payRange: null, salaryMin: null, salaryMax: null, ...properties });

test('what is kept is told as it is now, with the reader’s own beside it', () => {
  const kept = [job(1, { note: 'Ask Ada' }), job(2), job(3)];
  const [first, second, third] = asOfNow(kept, { jobs: [job(1, { title: 'Boat Mender' })], gone: [2] });
  assert.deepEqual([first.title, first.note, first.before.title], ['Boat Mender', 'Ask Ada', 'Boat Builder']);
  assert.equal(second.isGone, true);
  assert.deepEqual([third.isGone, third.before], [false, undefined]);
});

describe('the news of a posting', () => {
  const dollars = (salaryMax) => ({ salaryMax, salaryCurrency: 'USD', salaryPeriod: 'year' });
  for (const [name, before, now, news] of [
    ['other pay', dollars(80_000), dollars(90_000), 'Pay changed, was $80,000 a year'],
    ['pay that was not stated', {}, dollars(90_000), 'Pay is stated now'],
    ['the same pay', dollars(80_000), { ...dollars(80_000), title: 'Other' }, undefined],
  ]) {
    test(`tell ${name}`, () => {
      const [one] = asOfNow([job(1, before)], { jobs: [job(1, now)], gone: [] });
      assert.equal(newsOf(one), news);
    });
  }

  test('tell that it is gone, and nothing where nobody has asked', () => {
    assert.equal(newsOf(asOfNow([job(1)], { jobs: [], gone: [1] })[0]), 'Closed long ago');
    assert.equal(newsOf(job(1)), undefined);
  });
});
