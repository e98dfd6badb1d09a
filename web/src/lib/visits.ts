import { useEffect, useState } from 'react';
import type { ListedJob } from './kept';
import type { BoardSearch } from './search';

/* The reader's visits, so that lists can mark new postings. */

const KEY = 'spearyx-jobs-visit';
/** The pause after which a reader's return is a new visit. */
const PAUSE_MS = 30 * 60_000;
const DAY_MS = 86_400_000;

interface Visit {
  /** The end of the visit before; absent at the first one. */
  before?: number;
  at: number;
}

/** The present visit, by the stored one. */
export function visitAt(nowMs: number, stored?: Visit): Visit {
  if (!stored || stored.at > nowMs) return { at: nowMs };
  return { before: nowMs - stored.at > PAUSE_MS ? stored.at : stored.before, at: nowMs };
}

function comeAgain(): Visit {
  try {
    const visit = visitAt(Date.now(), JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? undefined);
    localStorage.setItem(KEY, JSON.stringify(visit));
    return visit;
  } catch {
    return { at: Date.now() };
  }
}

/** The end of the visit before; undefined at the first one, and before scripts have taken over. */
export function useVisitBefore(): number | undefined {
  const [before, setBefore] = useState<number>();
  useEffect(() => setBefore(comeAgain().before), []);
  return before;
}

/** The date that an order sorts by, the newest first; undefined for other orders. */
function dateOf({ sortBy, search }: BoardSearch): ((job: ListedJob) => string) | undefined {
  if (sortBy === 'recently-added') return ({ createdAt }) => createdAt;
  return sortBy === 'newest' || (!sortBy && !search) ? ({ postDate, createdAt }) => postDate ?? createdAt : undefined;
}

/** The last posting of a list that is newer than a visit, where older ones follow it. */
export function lastNew(search: BoardSearch, jobs: ListedJob[], before?: number): number | undefined {
  const date = dateOf(search);
  if (!date || before === undefined) return undefined;
  const firstOld = jobs.findIndex((job) => Date.parse(date(job)) <= before);
  return firstOld > 0 ? jobs[firstOld - 1]?.id : undefined;
}

/** Writes a visit as "14:05", "Tuesday", "3 October", by the reader's own clock. */
export function nameOfVisit(before: number, nowMs: number): string {
  const date = new Date(before);
  if (nowMs - before < DAY_MS) return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (nowMs - before < 6 * DAY_MS) return date.toLocaleDateString('en-GB', { weekday: 'long' });
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' });
}
