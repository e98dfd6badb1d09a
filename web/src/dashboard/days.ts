import type { DayCount } from './documents';

export interface Day {
  /** ISO 8601, such as 2026-11-23 */
  date: string;
  added: number;
  closed: number;
}

const DAY_MS = 86_400_000;

/**
 * The sources together, day by day up to the last that is known; days without anything too.
 * @param length how many days; none where nothing is known
 */
export function sumByDay(counts: readonly DayCount[], length: number): Day[] {
  const sums = new Map<string, Day>();
  for (const { date, added, closed } of counts) {
    const day = sums.get(date) ?? { date, added: 0, closed: 0 };
    sums.set(date, { date, added: day.added + added, closed: day.closed + closed });
  }
  const last = [...sums.keys()].sort().at(-1);
  if (last === undefined) return [];
  return Array.from({ length }, (_, index) => {
    const date = new Date(Date.parse(last) - (length - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return sums.get(date) ?? { date, added: 0, closed: 0 };
  });
}
