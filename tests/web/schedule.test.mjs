import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeSchedule, nextRun } from '../../web/src/dashboard/schedule.ts';

/** Milliseconds of a time on a Monday, or after it. */
function at(text) {
  const [hours, minutes, seconds] = text.split(':').map(Number);
  return Date.UTC(2026, 10, 23, hours, minutes, seconds);
}

describe('the next run of a cron', () => {
  for (const [schedule, now, next] of [
    ['1-59/2 * * * *', '10:00:00', '10:01:00'],
    ['1-59/2 * * * *', '10:01:00', '10:03:00'],
    ['1-59/2 * * * *', '10:59:59', '11:01:00'],
    ['*/2 * * * *', '10:00:01', '10:02:00'],
    ['*/6 * * * *', '23:54:00', '24:00:00'],
    ['5,35 * * * *', '10:05:00', '10:35:00'],
    ['7 * * * *', '10:08:00', '11:07:00'],
    ['* * * * *', '10:08:30', '10:09:00'],
    ['0 3 * * *', '10:08:30', '27:00:00'],
    ['0 0 * * 3', '10:08:30', '24:00:00'],
  ]) {
    test(`of ${schedule} at ${now} is at ${next}`, () => assert.equal(nextRun(schedule, at(now)), at(next)));
  }
});

test('a cron in words', () => {
  assert.equal(describeSchedule('*/6 * * * *'), 'every 6 minutes');
  assert.equal(describeSchedule('* * * * *'), 'every minute');
  assert.equal(describeSchedule('5,35 * * * *'), 'every 30 minutes');
  assert.equal(describeSchedule('0,10 * * * *'), '0,10 * * * *');
  assert.equal(describeSchedule('0 3 * * *'), '0 3 * * *');
});
