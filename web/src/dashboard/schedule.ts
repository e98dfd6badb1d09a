const MINUTE_MS = 60_000;

/** The minutes of an hour that a cron field names: `*`, `1-59/2`, `0,30`. */
function minutesOf(field: string): Set<number> {
  const minutes = new Set<number>();
  for (const part of field.split(',')) {
    const [, range = '', step = '1'] = /^([\d*-]+)(?:\/(\d+))?$/.exec(part) ?? [];
    const [first = 0, last = range === '*' ? 59 : first] = range === '*' ? [0] : range.split('-').map(Number);
    for (let minute = first; minute <= last && Number(step) > 0; minute += Number(step)) minutes.add(minute);
  }
  return minutes;
}

/**
 * When a cron that runs every hour, as ours all do, fires next.
 * @returns milliseconds since 1970; undefined for any other cron
 */
export function nextRun(schedule: string, nowMs: number): number | undefined {
  const [minute = '', ...others] = schedule.split(' ');
  if (others.length !== 4 || others.some((field) => field !== '*')) return undefined;
  const minutes = minutesOf(minute);
  const start = Math.floor(nowMs / MINUTE_MS) + 1;
  for (let at = start; at < start + 60; at += 1) if (minutes.has(at % 60)) return at * MINUTE_MS;
  return undefined;
}

/** "every 2 minutes"; the cron itself where the distance varies. */
export function describeSchedule(schedule: string): string {
  const first = nextRun(schedule, 0);
  const second = first !== undefined && nextRun(schedule, first);
  if (!second) return schedule;
  const minutes = (second - first) / MINUTE_MS;
  return minutes === 1 ? 'every minute' : `every ${minutes} minutes`;
}
