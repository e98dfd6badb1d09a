import type { DayCount } from './documents';

export interface Day {
  /** ISO 8601, such as 2026-11-23 */
  date: string;
  added: number;
  closed: number;
}

const DAY_MS = 86_400_000;

/** The sources together, day by day from the first to the last that is known; days without anything too. */
export function sumByDay(counts: readonly DayCount[]): Day[] {
  const sums = new Map<string, Day>();
  for (const { date, added, closed } of counts) {
    const day = sums.get(date) ?? { date, added: 0, closed: 0 };
    sums.set(date, { date, added: day.added + added, closed: day.closed + closed });
  }
  const known = [...sums.keys()].sort();
  const days: Day[] = [];
  for (let at = Date.parse(known[0] ?? ''); at <= Date.parse(known.at(-1) ?? ''); at += DAY_MS) {
    const date = new Date(at).toISOString().slice(0, 10);
    days.push(sums.get(date) ?? { date, added: 0, closed: 0 });
  }
  return days;
}
