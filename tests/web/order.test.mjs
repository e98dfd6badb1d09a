import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { BOARD_ORDERS, RUN_ORDERS, inOrder } = await import('../../web/src/dashboard/order.ts');

const RUNS = [
  { id: 'quick', durationMs: 20, stats: { added: 1, updated: 2 } },
  { id: 'running', durationMs: null, stats: {} },
  { id: 'slow', durationMs: 900, stats: { added: 0, updated: 0, closed: 0 } },
  { id: 'busy', durationMs: 30, stats: { added: 2, updated: 0, closed: 4 } },
];
const BOARDS = [
  { id: 'large', remoteJobCount: 90, failures: 0, lastSyncedAt: '2026-03-02T00:00:00Z' },
  { id: 'new', remoteJobCount: 0, failures: 0, lastSyncedAt: null },
  { id: 'failing', remoteJobCount: 3, failures: 4, lastSyncedAt: '2026-03-01T00:00:00Z' },
];

describe('the listed rows are ordered', () => {
  for (const [name, rows, orders, sort, ids] of [
    ['as they come', RUNS, RUN_ORDERS, undefined, 'quick running slow busy'],
    ['as they come under an unknown name', RUNS, RUN_ORDERS, 'jobs', 'quick running slow busy'],
    ['by duration', RUNS, RUN_ORDERS, 'duration', 'slow busy quick running'],
    ['by changes', RUNS, RUN_ORDERS, 'changes', 'busy quick running slow'],
    ['by jobs', BOARDS, BOARD_ORDERS, 'jobs', 'large failing new'],
    ['by failures', BOARDS, BOARD_ORDERS, 'failures', 'failing large new'],
    ['by last success', BOARDS, BOARD_ORDERS, 'success', 'new failing large'],
  ]) {
    test(name, () => assert.equal(inOrder(rows, sort, orders).map(({ id }) => id).join(' '), ids));
  }
});
