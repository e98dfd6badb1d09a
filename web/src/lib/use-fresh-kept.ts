import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { nowQuery } from '../api/queries';
import { type Kept, useKept } from './kept';
import type { View } from './search';
import { asOfNow } from './since-kept';

/** The API answers for so many at once. */
const MOST = 200;

/** The kept things, with a list's postings in their present state as soon as that is known. */
export function useFreshKept(view?: View): Kept {
  const kept = useKept();
  const jobs = view === undefined || view === 'hidden' ? [] : kept[view];
  const ids = jobs.slice(0, MOST).map(({ id }) => id);
  const { data } = useQuery({ ...nowQuery(ids), placeholderData: keepPreviousData, enabled: ids.length > 0 });
  return view && jobs.length > 0 && data ? { ...kept, [view]: asOfNow(jobs, data) } : kept;
}
