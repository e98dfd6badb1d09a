import type { Facets } from '../api/types';
import type { Option } from '../components/filter-menu';
import { CATEGORIES } from './categories';
import { REGIONS, USUAL_COUNTRIES, isCountry, nameOfScope } from './scopes';
import { type JobFilter, SORTS, split } from './search';
import { SOURCES } from './sources';

type Counts = Record<string, number> | undefined;

/** Postings of a value; unknown where the filter at hand leaves the others of its kind uncounted. */
const countOf = (counts: Counts, key: string, chosen?: string) => (counts && !chosen ? (counts[key] ?? 0) : undefined);

export const categoryOptions = (facets: Facets | undefined, { category }: JobFilter): Option[] =>
  CATEGORIES.map(({ id, name, slug }) => ({
    value: slug,
    label: name,
    count: countOf(facets?.category, String(id), category),
  }));

export const sourceOptions = (facets: Facets | undefined, { source }: JobFilter): Option[] =>
  SOURCES.map(({ name, label }) => ({ value: name, label, count: countOf(facets?.source, name, source) }));

/** All orders but the one that holds when none is chosen. */
export function sortOptions({ search }: JobFilter): Option[] {
  const usual = search ? 'relevance' : 'newest';
  return Object.entries(SORTS)
    .filter(([value]) => value !== usual && (search || value !== 'relevance'))
    .map(([value, label]) => ({ value, label }));
}

/** Regions, then countries: the usual ones, those that postings name, and those that are chosen. */
export function scopeOptions(facets: Facets | undefined, { remote }: JobFilter): Option[] {
  const named = [...Object.keys(facets?.remote ?? {}), ...split(remote)].filter(isCountry).sort();
  const codes = [...Object.keys(REGIONS), ...Object.keys(USUAL_COUNTRIES), ...named];
  return [...new Set(codes)].map((code) => ({
    value: code,
    label: nameOfScope(code),
    count: countOf(facets?.remote, code, remote),
  }));
}

export const AGES: Option[] = [
  { value: '1', label: 'Last day' },
  { value: '3', label: 'Last 3 days' },
  { value: '7', label: 'Last week' },
  { value: '30', label: 'Last month' },
];

export const SALARIES: Option[] = [30, 50, 75, 100, 125, 150, 200].map((thousands) => ({
  value: String(thousands * 1_000),
  label: `From ${thousands},000 a year`,
}));
