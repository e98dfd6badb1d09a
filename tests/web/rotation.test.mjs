import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { HEALTH, describeLooks, isInRotation } = await import('../../web/src/dashboard/rotation.ts');

const HOUR = 3_600;

const board = (facts) => ({
  source: 'lever',
  slug: 'wren',
  name: 'Wren',
  health: 'healthy',
  intervalSeconds: 4 * HOUR,
  intervalReason: 'openings',
  openingsPerDay: 0.5,
  failures: 0,
  ...facts,
});

describe('how often a board is looked at, and why', () => {
  for (const [name, facts, text] of [
    ['a lively board', { intervalSeconds: 2 * HOUR, openingsPerDay: 3.2 }, 'every 2 hours: opens about 3 postings a day'],
    ['one a day', { openingsPerDay: 1 }, 'every 4 hours: opens about 1 posting a day'],
    ['some a week', { openingsPerDay: 0.5 }, 'every 4 hours: opens about 4 postings a week'],
    ['one a month', { openingsPerDay: 0.04 }, 'every 4 hours: opens about 1 posting a month'],
    ['hardly any', { openingsPerDay: 0.01 }, 'every 4 hours: opens less than one posting a month'],
    ['very many', { intervalSeconds: 900, openingsPerDay: 1_234 }, 'every 15 minutes: opens about 1,234 postings a day'],
    ['an hour', { intervalSeconds: HOUR }, 'every hour: opens about 4 postings a week'],
    ['parts of an hour', { intervalSeconds: 9_250 }, 'every 2.6 hours: opens about 4 postings a week'],
    ['some days', { intervalSeconds: 36 * HOUR }, 'every 1.5 days: opens about 4 postings a week'],
    ['some seconds', { intervalSeconds: 15 }, 'every 15 seconds: opens about 4 postings a week'],
    ['a new board', { health: 'healthy', intervalReason: 'new' }, 'every 4 hours: new, its pace is still to be learnt'],
    ['an empty board', { intervalSeconds: 24 * HOUR, intervalReason: 'empty' }, 'once a day: its board is empty'],
    [
      'a listing too small',
      { intervalSeconds: HOUR / 2, intervalReason: 'suspect' },
      'again after 30 minutes: its last listing looked too small',
    ],
    [
      'a failure',
      { health: 'failing', intervalReason: 'failing', failures: 1 },
      'waits, longer each time: its last look failed',
    ],
    [
      'failures before anything was decided',
      { health: 'failing', intervalSeconds: null, intervalReason: null, failures: 3 },
      'waits, longer each time: its last 3 looks failed',
    ],
    ['nothing yet', { health: 'new', intervalSeconds: null, intervalReason: null }, 'not looked at yet'],
    ['a board that is gone', { health: 'gone' }, 'no longer looked at: its board is gone'],
    ['a paused board', { health: 'paused' }, 'not looked at: it is paused'],
    [
      'a misspelt source',
      { source: 'leever', health: 'unknown_source', intervalSeconds: null },
      'never looked at: there is no source “leever”',
    ],
  ]) {
    test(name, () => assert.equal(describeLooks(board(facts)), text));
  }
});

test('only some states have a next look', () => {
  assert.deepEqual(
    Object.keys(HEALTH).filter((health) => isInRotation(board({ health }))),
    ['new', 'healthy', 'failing'],
  );
});
