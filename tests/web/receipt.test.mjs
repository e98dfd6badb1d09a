import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceOf, missingIn } from '../../web/src/receipt/receipt.ts';

test('a receipt of postings is a whole and its parts', () => {
  const balance = balanceOf({ fetched: 93, added: 3, updated: 2, unchanged: 20, filtered: 66, rejected: 1, duplicate: 1 });
  assert.equal(balance.whole, 'fetched');
  assert.deepEqual(balance.parts[0], { name: 'added', count: 3 });
  assert.equal(missingIn(balance), 0);
});

test('a receipt of candidates names what was not found, and only what there is', () => {
  const balance = balanceOf({ checked: 5, discovered: 1, notFound: 3, failed: 0 });
  assert.deepEqual(balance.parts, [{ name: 'discovered', count: 1 }, { name: 'not found', count: 3 }]);
  assert.equal(missingIn(balance), 1);
});

test('a receipt that says too much lacks less than nothing; one of nothing has no balance', () => {
  assert.equal(missingIn(balanceOf({ fetched: 1, added: 2 })), -1);
  assert.equal(balanceOf({}), undefined);
});
