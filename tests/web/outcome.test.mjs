import './support/resolve.mjs';
import './support/sources.mjs';
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
    test(name, () => {
      const told = tell({ success: true, data: { slug: 'tin', ...entry } });
      assert.deepEqual([told.isGood, told.text], [true, text]);
      assert.equal(told.next, /due at once/.test(text) ? 'ats' : /is checked/.test(text) ? 'discovery' : undefined);
    });
  }
});

describe('what came of a tick', () => {
  for (const [name, answer, outcome] of [
    ['postings', { jobsAdded: 1, jobsUpdated: 1_234 }, { isGood: true, text: '1 job added, 1,234 updated, 0 closed.' }],
    ['candidates', { companiesChecked: 1, companiesAdded: 0 }, { isGood: true, text: '1 candidate checked, 0 boards found.' }],
    ['nothing', { runs: [] }, { isGood: true, text: 'Nothing was due.' }],
    ['no budget', { outcome: 'resting', runs: [] }, {
      isGood: false,
      text: 'The worker rests until midnight UTC: the rows that may be written today (D1_DAILY_WRITES) are used up.',
    }],
    ['a failure', { error: 'network: gone', jobsAdded: 1 }, { isGood: false, text: 'network: gone' }],
  ]) {
    test(name, () => assert.deepEqual(tell({ success: true, ...answer }), outcome));
  }
});

describe('what a busy worker is at, and what comes next', () => {
  const boards = ['acme', 'tide', 'tin'].map((company) => ({ id: '1', source: 'lever', company }));
  for (const [name, { company, ...answer }, text] of [
    ['boards', { running: boards, queued: false }, 'The worker is busy with acme and 2 more.'],
    ['one board', { running: boards.slice(2), queued: false }, 'The worker is busy with tin.'],
    ['a feed', { running: [{ id: '1', source: 'remoteok' }], queued: false }, 'The worker is busy with Remote OK.'],
    ['candidates', { running: [{ id: '1' }], queued: false }, 'The worker is in the middle of a tick.'],
    ['nothing that it names', {}, 'The worker is in the middle of a tick.'],
    [
      'a company that waits',
      { company: 'wren', running: boards, queued: true },
      'The worker is busy with acme and 2 more; wren comes first in its next tick.',
    ],
    [
      'a company that cannot wait',
      { company: 'wren', running: boards.slice(0, 1), queued: false },
      'The worker is busy with acme; wren does not wait for it, because it is paused or gone.',
    ],
  ]) {
    test(name, () => {
      const told = tell({ success: true, outcome: 'busy', ...answer }, { company, worker: 'ats' });
      assert.deepEqual([told.isGood, told.text], [true, text]);
      assert.equal(told.next, answer.queued ? 'ats' : undefined);
    });
  }
});

test('a company that was asked for and not taken: its source rests', () => {
  const text = 'wren was not asked: its source rests.';
  assert.deepEqual(tell({ success: true, outcome: 'idle', runs: [] }, { company: 'wren' }), { isGood: true, text });
});

describe('what a change of a row leads to', () => {
  const board = { source: 'lever', slug: 'wren', name: 'Wren', health: 'healthy' };
  const candidate = { slug: 'zinc', checks: 1, status: 'pending' };
  for (const [name, answer, worker, text, next] of [
    ['a pause', { changed: true, data: { ...board, health: 'paused' } }, 'ats', 'Wren is paused; its postings stay as they are.'],
    ['no pause', { changed: false, data: { ...board, health: 'paused' } }, 'ats', 'Wren was paused already.'],
    ['a return', { changed: true, data: board }, 'ats', 'Wren comes first in the next tick.', 'ats'],
    ['no return', { changed: false, data: board }, 'ats', 'Wren was in the rotation already.'],
    ['a check', { changed: true, data: candidate }, 'discovery', 'zinc is looked for first in the next tick.', 'discovery'],
    ['an end', { changed: true, data: { ...candidate, status: 'rejected' } }, 'discovery', 'zinc is looked for no more.'],
    ['a retry', { data: { queued: 1_234 } }, 'ats', '1,234 boards are due now.', 'ats'],
    ['one retry', { data: { queued: 1 } }, 'discovery', '1 candidate is due now.', 'discovery'],
    ['no retry', { data: { queued: 0 } }, 'ats', 'No board waits after a failure.'],
  ]) {
    test(name, () => {
      const told = tell({ success: true, ...answer }, { worker });
      assert.deepEqual([told.isGood, told.text, told.next], [true, text, next]);
    });
  }
});
