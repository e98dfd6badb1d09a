import { useRouter } from '@tanstack/react-router';
import { useEffect, useSyncExternalStore } from 'react';
import { nameOfList } from './filter-labels';
import { type BoardSearch, filterOf, placeOf } from './search';

/* The list that the reader came from, for the way back to it. */

export interface LastList {
  search: BoardSearch;
  name: string;
  /** The place of the list in the history of this tab. */
  index: number;
}

const KEY = 'last-list';

let last: LastList | undefined;
let isRead = false;

function read(): LastList | undefined {
  if (isRead) return last;
  isRead = true;
  try {
    last = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? undefined;
  } catch {
    last = undefined;
  }
  return last;
}

function noteList(search: BoardSearch, index: number) {
  last = { search: { ...filterOf(search), ...placeOf(search) }, name: nameOfList(search), index };
  isRead = true;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(last));
  } catch {
    // It lasts as long as the page does.
  }
}

/** Notes the list that is shown. */
export function useNoteList(search: BoardSearch) {
  const { history } = useRouter();
  useEffect(() => noteList(search, history.location.state.__TSR_index), [search, history]);
}

const subscribe = () => () => {};

/** The list that was shown last in this tab; undefined while the page is the server's. */
export const useLastList = () => useSyncExternalStore(subscribe, read, () => undefined);
