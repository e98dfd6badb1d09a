import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { describe: tell } = await import('../../web/src/dashboard/outcome.ts');

describe('how a company stands that is added', () => {
  for (const [name, entry, text] of [
    ['a new board', { kind: 'board', isNew: true, status: 'active' }, 'tin has been added and is due at once.'],
    ['a known board', { kind: 'board', isNew: false }, 'tin was known already and is due at once.'],
    ['a paused board', { kind: 'board', isNew: false, status: 'paused' }, 'tin was known already and stays paused.'],
    [
      'a candidate that was not found',
      { kind: 'candidate', isNew: false, status: 'pending' },
      'tin was known already and is checked by the next discovery run.',
    ],
    [
      'a candidate with a board',
      { kind: 'candidate', isNew: false, status: 'discovered' },
      'tin was known already and its board has been found.',
    ],
    [
      'a rejected candidate',
      { kind: 'candidate', isNew: false, status: 'rejected' },
      'tin was known already and stays rejected.',
    ],
  ]) {
    test(name, () => assert.deepEqual(tell({ success: true, data: { slug: 'tin', ...entry } }), { isGood: true, text }));
  }
});

describe('what came of a tick', () => {
  for (const [name, answer, outcome] of [
    ['postings', { jobsAdded: 1, jobsUpdated: 1_234 }, { isGood: true, text: '1 job added, 1,234 updated, 0 closed.' }],
    ['candidates', { companiesChecked: 1, companiesAdded: 0 }, { isGood: true, text: '1 candidate checked, 0 boards found.' }],
    ['nothing', { runs: [] }, { isGood: true, text: 'Nothing was due.' }],
    ['a failure', { error: 'network: gone', jobsAdded: 1 }, { isGood: false, text: 'network: gone' }],
  ]) {
    test(name, () => assert.deepEqual(tell({ success: true, ...answer }), outcome));
  }
});
