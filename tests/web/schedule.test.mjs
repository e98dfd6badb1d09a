import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeSchedule, nextRun } from '../../web/src/dashboard/schedule.ts';

const at = (text) => Date.parse(`2026-11-23T${text}Z`);

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
  ]) {
    test(`of ${schedule} at ${now} is at ${next}`, () => assert.equal(nextRun(schedule, at(now)), at(next)));
  }

  for (const schedule of ['0 3 * * *', '', 'boom', '*/0 * * * *']) {
    test(`of “${schedule}” is unknown`, () => assert.equal(nextRun(schedule, at('10:00:00')), undefined));
  }
});

test('a cron in words', () => {
  assert.equal(describeSchedule('*/6 * * * *'), 'every 6 minutes');
  assert.equal(describeSchedule('* * * * *'), 'every minute');
  assert.equal(describeSchedule('0 3 * * *'), '0 3 * * *');
});
