import type { Job } from '../api/types';
import { nameOfScope } from './scopes';

const DAY_MS = 86_400_000;
const LOCALE = 'en-GB';

const longDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const number = new Intl.NumberFormat('en-US');

/** "A, B and C" */
export const andList = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
/** "A, B or C" */
export const orList = new Intl.ListFormat(LOCALE, { type: 'disjunction' });

/** "23 November 2026" */
export const formatDate = (iso: string) => longDate.format(new Date(iso));

export const formatNumber = (value: number) => number.format(value);

/** "1 job", "1,234 jobs" */
export const formatCount = (count: number, one: string, many: string) =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** How long ago, as short as can be: "today", "3 days ago", "4 Oct", "Oct 2025". */
export function formatAge(iso: string, nowMs = Date.now()): string {
  const date = new Date(iso);
  const days = Math.floor(nowMs / DAY_MS) - Math.floor(date.getTime() / DAY_MS);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days <= 30) return `${days} days ago`;
  return days < 300 ? shortDate.format(date) : longDate.format(date).replace(/^\d+ /, '');
}

const PERIODS = { year: 'a year', month: 'a month', week: 'a week', day: 'a day', hour: 'an hour' };

function formatAmount(amount: number, currency: string | null) {
  if (!currency) return number.format(amount);
  try {
    return new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency,
      maximumFractionDigits: amount % 1 ? 2 : 0,
    }).format(amount);
  } catch {
    return `${currency} ${number.format(amount)}`;
  }
}

/** "$76,000–$110,000 a year", or undefined where nothing is stated. */
export function formatPay({
  payRange,
  salaryMin,
  salaryMax,
  salaryCurrency,
  salaryPeriod,
}: Omit<Job, 'description' | 'category'>) {
  if (payRange) return payRange;
  const amounts = [...new Set([salaryMin, salaryMax])].filter((amount) => amount !== null);
  if (amounts.length === 0) return undefined;
  const range = amounts.map((amount) => formatAmount(amount, salaryCurrency)).join('–');
  return salaryPeriod ? `${range} ${PERIODS[salaryPeriod]}` : range;
}

/** Where one may work from: "Germany, France +2"; the place as the posting has it where no scope is known. */
export function formatScope({ remoteScope, location }: Pick<Job, 'remoteScope' | 'location'>, most = 3): string {
  if (remoteScope.length === 0) return location ?? 'Remote';
  const shown = remoteScope.slice(0, most).map(nameOfScope).join(', ');
  return remoteScope.length > most ? `${shown} +${remoteScope.length - most}` : shown;
}

/** "Berlin · Paris · 2 more"; nothing for a role of one place. */
export function formatPlaces(places: string[], most = 2): string | undefined {
  if (places.length < 2) return undefined;
  const rest = places.length - most;
  return [...places.slice(0, most), ...(rest > 0 ? [`${rest} more`] : [])].join(' · ');
}

/** An address that leads to a page and nowhere else; undefined for any other scheme. */
export function pageAddress(url: string): string | undefined {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
