import { useNow } from '../lib/clock';
import { formatDate } from '../lib/format';

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

/** Writes a duration as "0.4 s", "12 s", "3 min". */
export function formatDuration(ms: number): string {
  if (ms < 9_950) return `${(ms / 1_000).toFixed(1)} s`;
  return ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}

export const formatTime = (iso: string) => `${clock.format(new Date(iso))} UTC`;

const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The reader's own time of day, beside UTC; nothing for readers in UTC. */
function formatLocal(iso: string) {
  const date = new Date(iso);
  return date.getTimezoneOffset() === 0 ? '' : ` (${hours.format(date)} here)`;
}

/** A moment by its distance from now: "12 sec. ago", "in 34 sec."; its time of day until scripts run. */
export function Moment({ date }: { date: string | number }) {
  const current = useNow();
  const iso = new Date(date).toISOString();
  return (
    <time dateTime={iso} title={`${formatDate(iso)}, ${formatTime(iso)}${current > 0 ? formatLocal(iso) : ''}`}>
      {current === 0 ? formatTime(iso) : formatDistance(Date.parse(iso) - current)}
    </time>
  );
}

/** A time of day: "14:05:09 UTC (16:05 here)". */
export function TimeOfDay({ date }: { date: string }) {
  const isBrowser = useNow() > 0;
  return (
    <time dateTime={date}>
      {formatTime(date)}
      {isBrowser && formatLocal(date)}
    </time>
  );
}
