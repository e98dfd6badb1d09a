import type { DayCount } from './documents';

export interface Day {
  /** The day by ISO 8601, such as 2026-11-23. */
  date: string;
  added: number;
  closed: number;
}

const DAY_MS = 86_400_000;

const lastOf = (counts: readonly DayCount[]) => counts.map(({ date }) => date).sort().at(-1);

/**
 * The sources together, day by day up to the last that is known; days without anything too.
 * @param length the number of days; none where nothing is known
 */
export function sumByDay(counts: readonly DayCount[], length: number, last = lastOf(counts)): Day[] {
  const sums = new Map<string, Day>();
  for (const { date, added, closed } of counts) {
    const day = sums.get(date) ?? { date, added: 0, closed: 0 };
    sums.set(date, { date, added: day.added + added, closed: day.closed + closed });
  }
  if (last === undefined) return [];
  return Array.from({ length }, (_, index) => {
    const date = new Date(Date.parse(last) - (length - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return sums.get(date) ?? { date, added: 0, closed: 0 };
  });
}

/** The same days of each source by itself, in the order of their names. */
export function daysBySource(counts: readonly DayCount[], length: number): [source: string, days: Day[]][] {
  const names = [...new Set(counts.map(({ source }) => source))].sort();
  const last = lastOf(counts);
  return names.map((name) => [name, sumByDay(counts.filter(({ source }) => source === name), length, last)]);
}

export const totalOf = (days: readonly Day[]) => ({
  added: days.reduce((sum, day) => sum + day.added, 0),
  closed: days.reduce((sum, day) => sum + day.closed, 0),
});
