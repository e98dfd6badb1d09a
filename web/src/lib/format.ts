import type { Job } from '../api/types';
import { unitsPerDollar } from './rates';
import { REGIONS, nameOfScope } from './scopes';

const DAY_MS = 86_400_000;
const LOCALE = 'en-GB';

const longDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const shortDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });
const number = new Intl.NumberFormat('en-US');

/** Writes a list as "A, B and C". */
export const andList = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
/** Writes a list as "A, B or C". */
export const orList = new Intl.ListFormat(LOCALE, { type: 'disjunction' });

/** Writes a day as "23 November 2026". */
export const formatDate = (iso: string) => longDate.format(new Date(iso));

export const formatNumber = (value: number) => number.format(value);

/** Writes a count as "1 job", "1,234 jobs". */
export const formatCount = (count: number, one: string, many: string) =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** The time since a moment, as short as can be: "12 min ago", "3 h ago", "yesterday", "3 days ago", "4 Oct", "Oct 2025". */
export function formatAge(iso: string, nowMs = Date.now()): string {
  const date = new Date(iso);
  const minutes = Math.floor((nowMs - date.getTime()) / 60_000);
  // Midnight sharp is a day whose hour nobody has stated.
  if (minutes >= -1 && minutes < DAY_MINUTES && !isMidnight(date)) return formatHours(minutes);
  const days = Math.floor(nowMs / DAY_MS) - Math.floor(date.getTime() / DAY_MS);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  if (days <= 30) return `${days} days ago`;
  return days < 300 ? shortDate.format(date) : longDate.format(date).replace(/^\d+ /, '');
}

const DAY_MINUTES = 1_440;

const isMidnight = (date: Date) => date.getTime() % DAY_MS === 0;

function formatHours(minutes: number) {
  if (minutes < 2) return 'just now';
  return minutes < 60 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`;
}

/** Writes a time as "23 November 2026, 14:05 UTC". */
export const formatTime = (iso: string) => `${formatDate(iso)}, ${clock.format(new Date(iso))} UTC`;

/** The number of whole days between two times. */
export const daysBetween = (from: string, to: string | number) =>
  Math.max(0, Math.floor((new Date(to).getTime() - Date.parse(from)) / DAY_MS));

const PERIODS = { year: 'a year', month: 'a month', week: 'a week', day: 'a day', hour: 'an hour' };

/** Writes an amount as "$76,000", "€12.50"; the number alone where no currency is stated. */
export function formatAmount(amount: number, currency: string | null) {
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

/**
 * Writes pay as "$76,000–$110,000 a year", and says which part is missing; undefined where nothing is stated.
 */
export function formatPay(job: Omit<Job, 'description' | 'category'>) {
  const { payRange, salaryMin, salaryMax, salaryCurrency, salaryPeriod } = job;
  const amounts = [...new Set([salaryMin, salaryMax])].filter((amount) => amount !== null);
  if (amounts.length === 0) return payRange ?? undefined;
  const range = amounts.map((amount) => formatAmount(amount, salaryCurrency)).join('–');
  const pay = payRange ?? (salaryPeriod ? `${range} ${PERIODS[salaryPeriod]}` : range);
  const missing = [salaryCurrency ? [] : 'currency', salaryPeriod ? [] : 'period'].flat();
  return missing.length > 0 ? `${pay} (${missing.join(' and ')} not stated)` : pay;
}

type StatedPay = Pick<Job, 'salaryUsdYear' | 'salaryCurrency' | 'salaryPeriod'>;

/** Writes the greatest pay as "≈ €34K a year", where it is not stated in this currency and by the year. */
export function formatPayIn({ salaryUsdYear, salaryCurrency, salaryPeriod }: StatedPay, currency: string) {
  const amount = (salaryUsdYear ?? Number.NaN) * unitsPerDollar(currency);
  if (Number.isNaN(amount) || (salaryCurrency === currency && salaryPeriod === 'year')) return undefined;
  const short = new Intl.NumberFormat('en-US', { style: 'currency', currency, notation: 'compact' });
  return `≈ ${short.format(amount)} a year`;
}

/** The names of a scope: regions, the widest first, then countries by their names. */
function namesOf(scope: string[]): string[] {
  const regions = Object.keys(REGIONS).filter((code) => scope.includes(code));
  const others = scope.filter((code) => !regions.includes(code)).map(nameOfScope);
  return [...regions.map(nameOfScope), ...others.sort()];
}

/** Writes a scope as "France, Germany +2"; the place as the posting has it where no scope is known. */
export function formatScope({ remoteScope, location }: Pick<Job, 'remoteScope' | 'location'>, most = 3): string {
  if (remoteScope.length === 0) return location ?? 'Remote';
  const names = namesOf(remoteScope);
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown} +${names.length - most}` : shown;
}

/** Whether the posting's own words for its place add nothing to its scope. */
export function isSaidByScope(location: string, scope: string[]): boolean {
  if (scope.length === 0) return true;
  const said = ['remote', ...[...namesOf(scope), ...scope].map((name) => name.toLowerCase())];
  const parts = location.toLowerCase().split(/[;,()]|\band\b|\bor\b/).map((part) => part.trim());
  return parts.filter(Boolean).every((part) => said.includes(part === 'uk' ? 'gb' : part));
}

/** Writes places as "Berlin · Paris · 2 more"; nothing for a role of one place. */
export function formatPlaces(places: string[], most = 2): string | undefined {
  if (places.length < 2) return undefined;
  const rest = places.length - most;
  return [...places.slice(0, most), ...(rest > 0 ? [`${rest} more`] : [])].join(' · ');
}

/** An address that leads to a page and nowhere else; undefined for any other scheme. */
export function pageAddress(url: string): string | undefined {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
