import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBySource, sumByDay, totalOf } from '../../web/src/dashboard/days.ts';

test('the sources are summed day by day without a gap', () => {
  const days = sumByDay(
    [
      { date: '2026-02-27', source: 'lever', added: 1, closed: 2 },
      { date: '2026-03-01', source: 'lever', added: 3, closed: 0 },
      { date: '2026-03-01', source: 'greenhouse', added: 4, closed: 5 },
    ],
    4,
  );
  assert.deepEqual(days, [
    { date: '2026-02-26', added: 0, closed: 0 },
    { date: '2026-02-27', added: 1, closed: 2 },
    { date: '2026-02-28', added: 0, closed: 0 },
    { date: '2026-03-01', added: 7, closed: 5 },
  ]);
  assert.deepEqual(sumByDay([], 30), []);
});

test('each source has the same days', () => {
  const counts = [
    { date: '2026-03-01', source: 'lever', added: 3, closed: 0 },
    { date: '2026-02-28', source: 'ashby', added: 4, closed: 5 },
  ];
  const [[first, ofAshby], [second, ofLever]] = daysBySource(counts, 2);
  assert.deepEqual([first, second], ['ashby', 'lever']);
  assert.deepEqual(ofAshby.map(({ date }) => date), ofLever.map(({ date }) => date));
  assert.deepEqual(totalOf(ofAshby), { added: 4, closed: 5 });
});
