import { useNow } from '../lib/clock';
import { formatAge, formatDate, formatTime } from '../lib/format';

const MINUTE_MS = 60_000;

/**
 * The age of something. The page may have been kept for a while, so the browser tells the time anew, in an
 * element of its own, because React leaves a text as the server wrote it.
 */
export function Age({ date }: { date: string }) {
  const now = useNow(MINUTE_MS);
  return (
    <time key={now > 0 ? 'browser' : 'server'} dateTime={date} title={formatTime(date)} suppressHydrationWarning>
      {formatAge(date, now || Date.now())}
    </time>
  );
}

export function Day({ date }: { date: string }) {
  return <time dateTime={date}>{formatDate(date)}</time>;
}

/** A day, with its time. */
export function DayAndTime({ date }: { date: string }) {
  return <time dateTime={date}>{formatTime(date)}</time>;
}
