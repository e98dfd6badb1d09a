import type { Facets } from '../api/types';
import type { Option } from '../components/filter-menu';
import { CATEGORIES } from './categories';
import { formatAmount } from './format';
import { USUAL_CURRENCY, unitsPerDollar } from './rates';
import { REGIONS, USUAL_COUNTRIES, isCountry, nameOfScope } from './scopes';
import { type JobFilter, SORTS, type Sort, isUsualSort, split } from './search';
import { sources, toChoices } from './sources';

type Counts = Record<string, number> | undefined;

/** The number of postings of a value; unknown where nothing is counted. */
const countOf = (counts: Counts, key: string) => counts && (counts[key] ?? 0);

export const categoryOptions = (facets: Facets | undefined): Option[] =>
  CATEGORIES.map(({ id, name, slug }) => ({
    value: slug,
    label: name,
    count: countOf(facets?.category, String(id)),
  }));

export const sourceOptions = (facets: Facets | undefined): Option[] =>
  toChoices(sources()).map(({ name, label }) => ({ value: name, label, count: countOf(facets?.source, name) }));

/** Regions, then countries: the usual ones, those that postings name, and those that are chosen. */
export function scopeOptions(facets: Facets | undefined, { remote }: JobFilter): Option[] {
  const named = [...Object.keys(facets?.remote ?? {}), ...split(remote)].filter(isCountry).sort();
  const codes = [...Object.keys(REGIONS), ...Object.keys(USUAL_COUNTRIES), ...named];
  return [...new Set(codes)].map((code) => ({
    value: code,
    label: nameOfScope(code),
    count: countOf(facets?.remote, code),
  }));
}

/** The choices that menus offer; an address may have others. */
export const AGES = [1, 3, 7, 30];
export const sortsOf = ({ search }: JobFilter) =>
  (Object.keys(SORTS) as Sort[]).filter((sort) => !isUsualSort(sort, search));

const SALARIES = [30_000, 50_000, 75_000, 100_000, 150_000, 200_000];

/** The amount rounded to one digit, or to two of which the last is five. */
function rounded(amount: number) {
  const step = 10 ** Math.floor(Math.log10(amount)) / 2;
  return Math.round(amount / step) * step;
}

/** The choices of yearly pay, about the same in any currency. */
export const salariesIn = (currency: string) => [
  ...new Set(SALARIES.map((amount) => rounded(amount * (unitsPerDollar(currency) || 1)))),
];

const NAMED_AGES: Record<number, string> = { 1: 'Last day', 7: 'Last week', 30: 'Last month' };

export const labelOfAge = (days: number) => NAMED_AGES[days] ?? `Last ${days} days`;
export const labelOfSalary = (amount: number, currency = USUAL_CURRENCY) => `From ${formatAmount(amount, currency)} a year`;
export const labelOfSort = (sort: Sort) => SORTS[sort];
