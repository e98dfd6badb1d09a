import { useState } from 'react';
import { isOutOfQuota } from '../api/client';
import { Moment } from './now';

/** The options by which a query is asked again. Query itself asks nothing while the page is hidden. */
export interface Live {
  refetchInterval: number | false;
  refetchOnWindowFocus: boolean;
}

/** Whether a page asks again by itself: its reader may pause that. */
export function useLive() {
  const [isLive, setIsLive] = useState(true);
  return {
    isLive,
    toggle: () => setIsLive(!isLive),
    /** The options for asking again and again, and at once when the page is seen again. */
    every: (intervalMs: number): Live => ({ refetchInterval: isLive && intervalMs, refetchOnWindowFocus: isLive }),
  };
}

/** The options for a list in pages: all shown pages are asked for again, the more there are, the less often. */
export const pagedLive = (live: Live) => ({
  ...live,
  refetchInterval: ({ state }: { state: { data?: { pages: unknown[] } } }) =>
    live.refetchInterval && live.refetchInterval * (state.data?.pages.length ?? 1),
});

/** The reason why the page is no longer kept current. */
const textOfSilence = (error: Error) =>
  isOutOfQuota(error)
    ? 'The database’s quota is used up until midnight UTC; last seen'
    : 'The server does not answer; last seen';

interface Props {
  live: ReturnType<typeof useLive>;
  error: Error | null;
  asOf: number;
}

/** The time of the shown answer, and the switch for further ones. */
export function LiveState({ live: { isLive, toggle }, error, asOf }: Props) {
  return (
    <div className="live">
      <span className={isLive && !error ? 'live-dot is-live' : 'live-dot'} aria-hidden="true" />
      <span>
        {error ? textOfSilence(error) : 'As of'} <Moment date={asOf} />
      </span>
      <button type="button" className="button needs-script" aria-pressed={!isLive} onClick={toggle}>
        {isLive ? 'Pause' : 'Resume'}
      </button>
    </div>
  );
}
