import type { ListedPage } from '../api/queries';
import { formatCount } from './format';
import { type Kept, type ListedJob, hasJob, isHidden } from './kept';
import { filterJobs } from './local-filter';
import { type BoardSearch, filterOf } from './search';

/** The items of a list, and those of them that are shown. */
export interface BoardList {
  listed: ListedJob[];
  shown: ListedJob[];
}

/**
 * The list of a board.
 * @param pages the pages that the server has found
 * @param readBefore ids of postings that are left out, too
 */
export function listOf(
  search: BoardSearch,
  pages: ListedPage[] = [],
  kept: Kept,
  readBefore: ReadonlySet<number>,
): BoardList {
  if (search.view) {
    const letThrough = filterJobs(kept[search.view], filterOf(search), pages[0]?.meta.openTo);
    const shown = letThrough.filter(({ id }) => !readBefore.has(id));
    return { listed: shown, shown };
  }
  const found = pages.flatMap(({ jobs }) => jobs);
  return { listed: found, shown: found.filter((job) => !isHidden(kept, job) && !readBefore.has(job.id)) };
}

/**
 * The number of postings in words, with those that the browser has not read: "137 jobs", "At least 2,000 jobs".
 */
export function nameOfCount({ listed, shown }: BoardList, { total, meta }: ListedPage): string {
  const count = formatCount(Math.max(0, total - (listed.length - shown.length)), 'job', 'jobs');
  return meta.totalIsExact ? count : `At least ${count}`;
}

/** The posting beside the list: the chosen one, or the first; the next one where the chosen one has been hidden. */
export function currentOf({ listed, shown }: BoardList, chosen?: number): number | undefined {
  const at = listed.findIndex(({ id }) => id === chosen);
  if (chosen === undefined) return shown[0]?.id;
  if (at < 0 || hasJob(shown, { id: chosen })) return chosen;
  return (listed.slice(at).find((job) => hasJob(shown, job)) ?? shown.at(-1))?.id;
}
