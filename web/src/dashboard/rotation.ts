import { formatCount, formatNumber } from '../lib/format';
import type { Company } from './documents';

/*
 * The interval of looks at a board, and its reason, in words. The rules are those of wasm/schedule/rotation.h.
 */

const UNITS = [
  ['day', 86_400, 1],
  ['hour', 3_600, 1],
  ['minute', 60, 0],
  ['second', 1, 0],
] as const;

const PERIODS = [
  ['day', 1],
  ['week', 7],
  ['month', 30],
] as const;

/** Writes a span as "30 minutes", "2.5 hours", "1 day". */
function describeSpan(seconds: number): string {
  const [unit, length, maximumFractionDigits] = UNITS.find(([, size]) => seconds >= size) ?? UNITS[3];
  const format = new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits });
  return format.format(seconds / length);
}

/** Writes an interval as "every 2 hours", "every hour", "once a day". */
function describeInterval(seconds: number): string {
  const span = describeSpan(seconds);
  return span === '1 day' ? 'once a day' : `every ${span.replace(/^1 /, '')}`;
}

/** Writes a rate as "about 3 postings a day"; for a slow board those of a week or a month. */
function describeRate(perDay: number): string {
  const [period, days] = PERIODS.find(([, length]) => perDay * length >= 1) ?? [];
  if (!days) return 'less than one posting a month';
  return `about ${formatCount(Math.round(perDay * days), 'posting', 'postings')} a ${period}`;
}

/** The reasons for which a board is not looked at, whatever its interval. */
const OUTSIDE: Partial<Record<Company['health'], (company: Company) => string>> = {
  unknown_source: ({ source }) => `never looked at: there is no source “${source}”`,
  gone: () => 'no longer looked at: its board is gone',
  paused: () => 'not looked at: it is paused',
  failing: ({ failures }) => {
    const looks = failures === 1 ? 'look' : `${formatNumber(failures)} looks`;
    return `waits, longer each time: its last ${looks} failed`;
  },
};

/** Writes the looks at a board as "every 2 hours: opens about 3 postings a day". */
export function describeLooks(company: Company): string {
  const { health, intervalSeconds, intervalReason, openingsPerDay } = company;
  const outside = OUTSIDE[health];
  if (outside) return outside(company);
  if (intervalSeconds === null) return 'not looked at yet';
  const interval = describeInterval(intervalSeconds);
  switch (intervalReason) {
    case 'suspect':
      return `again after ${describeSpan(intervalSeconds)}: its last listing looked too small`;
    case 'empty':
      return `${interval}: its board is empty`;
    case 'openings':
      return `${interval}: opens ${describeRate(openingsPerDay ?? 0)}`;
    default:
      return `${interval}: new, its pace is still to be learnt`;
  }
}

export const HEALTH: Record<Company['health'], { label: string; tone: string }> = {
  new: { label: 'New', tone: '' },
  healthy: { label: 'Healthy', tone: 'good' },
  failing: { label: 'Failing', tone: 'bad' },
  gone: { label: 'Gone', tone: 'warn' },
  paused: { label: 'Paused', tone: 'warn' },
  unknown_source: { label: 'Unknown source', tone: 'bad' },
};

/** Whether a board is in the rotation. */
export const isInRotation = ({ health }: Company) => health === 'new' || health === 'healthy' || health === 'failing';
