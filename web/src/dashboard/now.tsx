import { useSyncExternalStore } from 'react';
import { formatDate } from '../lib/format';

/* A clock that ticks once a second for whoever looks, and not at all while nobody can. */

let now = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick() {
  now = Date.now();
  for (const listener of listeners) listener();
}

function follow() {
  clearInterval(timer);
  const isWatched = listeners.size > 0 && document.visibilityState === 'visible';
  timer = isWatched ? setInterval(tick, 1_000) : undefined;
  if (isWatched) tick();
}

function subscribe(listener: () => void) {
  if (listeners.size === 0) document.addEventListener('visibilitychange', follow);
  listeners.add(listener);
  if (listeners.size === 1) follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', follow);
    follow();
  };
}

/** The time in milliseconds; 0 where nothing ticks: on the server, and before scripts have taken over. */
export const useNow = () =>
  useSyncExternalStore(
    subscribe,
    () => now,
    () => 0,
  );

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always', style: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'UTC',
});

function formatDistance(ms: number) {
  const seconds = Math.round(ms / 1_000);
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS[3];
  return seconds === 0 ? 'now' : relative.format(Math.trunc(seconds / size), unit);
}

export const formatTime = (iso: string) => `${clock.format(new Date(iso))} UTC`;

/** How far a moment is from now: "12 sec. ago", "in 34 sec."; the time of day until scripts run. */
export function Moment({ date }: { date: string | number }) {
  const current = useNow();
  const iso = new Date(date).toISOString();
  return (
    <time dateTime={iso} title={`${formatDate(iso)}, ${formatTime(iso)}`}>
      {current === 0 ? formatTime(iso) : formatDistance(Date.parse(iso) - current)}
    </time>
  );
}
