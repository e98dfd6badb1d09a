import { Cron } from 'croner';

const MINUTE_MS = 60_000;

/** A cron as Cloudflare reads it: in UTC, with weekdays from 1, Sunday. */
const parse = (schedule: string) => new Cron(schedule, { timezone: 'UTC', mode: '5-part', alternativeWeekdays: true });

/**
 * The next firing of a cron.
 * @returns milliseconds since 1970; undefined where it never fires again
 */
export const nextRun = (schedule: string, nowMs: number) => parse(schedule).nextRun(new Date(nowMs))?.getTime();

/** Writes a cron as "every 2 minutes"; the cron itself where the distance varies or is more than an hour. */
export function describeSchedule(schedule: string): string {
  const [first = 0, second = 0, third = 0] = parse(schedule).nextRuns(3, new Date(0)).map(Number);
  const minutes = (second - first) / MINUTE_MS;
  if (third - second !== second - first || minutes > 60) return schedule;
  return minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
}
