import { useSyncExternalStore } from 'react';

/** The width from which list and posting stand side by side; styles/board.css has the same bound. */
const WIDE = '(min-width: 64rem)';

export const isWide = () => matchMedia(WIDE).matches;

function subscribe(listener: () => void) {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether there is room for list and posting; assumed on the server, where styles hide the rest. */
export const useWide = () => useSyncExternalStore(subscribe, isWide, () => true);
