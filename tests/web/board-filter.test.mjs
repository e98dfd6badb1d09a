import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { BOARD_STATES, parametersOf, readBoardFilter, readCandidateFilter } = await import(
  '../../web/src/dashboard/board-filter.ts'
);

const given = (filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

test('a filter of boards is read from an address; what is malformed counts as absent', () => {
  const all = { show: 'attention', source: 'lever', company: 'Tin Works', sort: 'jobs', cursor: 'lever/tin' };
  assert.deepEqual(readBoardFilter({ ...all, company: ' Tin Works ' }), all);
  // A feed has no boards.
  assert.deepEqual(given(readBoardFilter({ show: 'rejected', source: 'remoteok', company: 7, sort: 7 })), {});
  assert.deepEqual(given(readCandidateFilter({ show: 'rejected', source: 'lever' })), { show: 'rejected' });
});

test('a state has the parameters of the API, all states have none', () => {
  assert.deepEqual(parametersOf('gone', BOARD_STATES), { status: 'gone' });
  assert.equal(parametersOf(undefined, BOARD_STATES), undefined);
});
