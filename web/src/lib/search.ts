import { CATEGORIES } from './categories';
import { CURRENCIES, USUAL_CURRENCY } from './rates';
import { COUNTRIES, isScope } from './scopes';
import { isSource } from './sources';

export const SORTS = {
  relevance: 'Best match',
  newest: 'Newest',
  oldest: 'Oldest',
  'recently-added': 'Last added',
  salary: 'Highest pay',
  'title-asc': 'Title A–Z',
  'title-desc': 'Title Z–A',
} as const;

export type Sort = keyof typeof SORTS;

/**
 * Whether an order is the usual one, which holds where none is chosen: by match with a search, else by date.
 */
export const isUsualSort = (sort: Sort, search?: string) => sort === 'relevance' || (sort === 'newest' && !search);

/**
 * The filter of a list of postings, under the API's own names; `toApiFilter` makes it one for API and feeds.
 */
export interface JobFilter {
  search?: string;
  /** Slugs of categories, separated by commas. */
  category?: string;
  /** Names of sources, separated by commas. */
  source?: string;
  /** Codes, separated by commas: ISO 3166-1 alpha-2 and regions. */
  remote?: string;
  /** The code of a country: postings that are open to its residents. It excludes `remote`. */
  livesIn?: string;
  /** Only postings that are open to the whole world. */
  worldwide?: true;
  /** Beside one of these two: also postings that do not tell where they are open. */
  placeUnknown?: 'include';
  /** The name of a company, as it is; commas are its own. */
  company?: string;
  /** The least that the upper end of the yearly pay may be. */
  salaryMin?: number;
  /** The currency of `salaryMin` by ISO 4217; US dollars where there is none. */
  currency?: string;
  /** The most days since the posting. */
  postedWithin?: number;
  sortBy?: Sort;
}

/** The state of the board; all of it is in its address. */
export interface BoardSearch extends JobFilter {
  /** The cursor at which the list begins, for readers without scripts. */
  cursor?: string;
  /** The id of the posting beside the list. */
  job?: number;
  view?: View;
  /** Whether postings that the reader has read are left out. */
  unread?: true;
}

/** A list of the reader's own. */
export type View = 'saved' | 'applied' | 'hidden';

type Raw = Record<string, unknown>;

const text = (value: unknown, length: number) =>
  (typeof value === 'string' && value.trim().slice(0, length)) || undefined;

const whole = (value: unknown, least: number, most: number) => {
  const number = Number(value);
  return value !== '' && Number.isInteger(number) && number >= least && number <= most ? number : undefined;
};

/** Splits a list of an address. */
export const split = (value = '') => value.split(',').filter(Boolean);

const list = (value: unknown, isKnown: (item: string) => boolean) =>
  split(text(value, 2_000)).filter(isKnown).join(',') || undefined;

const isTrue = (value: unknown) => (value === true || value === 'true' ? true : undefined);

const isCategory = (slug: string) => CATEGORIES.some((category) => category.slug === slug);

/** A name in the API's form, quoted where it has commas. */
const quoted = (name: string) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);

/** A name from an address in the API's form. */
function unquoted(name = '') {
  const inner = name.slice(1, -1).replaceAll('""', '"');
  return (quoted(inner) === name ? inner : name) || undefined;
}

/** A filter as the API and the feeds take it. */
export const toApiFilter = ({ company, currency, ...filter }: JobFilter) => ({
  ...filter,
  company: company && quoted(company),
  currency: filter.salaryMin && currency,
});

const toSort = (value: unknown, search?: string) =>
  Object.hasOwn(SORTS, String(value)) && !isUsualSort(value as Sort, search) ? (value as Sort) : undefined;

export function readFilter(raw: Raw): JobFilter {
  const search = text(raw.search, 200);
  const livesIn = COUNTRIES.find((country) => country === raw.livesIn);
  const worldwide = isTrue(raw.worldwide);
  const isSomewhere = livesIn !== undefined || worldwide;
  return {
    search,
    category: list(raw.category, isCategory),
    source: list(raw.source, isSource),
    remote: isSomewhere ? undefined : list(raw.remote, isScope),
    ...{ livesIn, worldwide },
    placeUnknown: isSomewhere && raw.placeUnknown === 'include' ? 'include' : undefined,
    company: unquoted(text(raw.company, 300)),
    salaryMin: whole(raw.salaryMin, 1, 100_000_000),
    currency: CURRENCIES.find((code) => code === raw.currency && code !== USUAL_CURRENCY),
    postedWithin: whole(raw.postedWithin, 1, 3_650),
    sortBy: toSort(raw.sortBy, search),
  };
}

/** Reads an address; what is malformed counts as absent. */
export function readBoardSearch(raw: Raw): BoardSearch {
  return {
    ...readFilter(raw),
    cursor: text(raw.cursor, 1_000),
    job: whole(raw.job, 1, 2 ** 30 - 1),
    view: raw.view === 'saved' || raw.view === 'applied' || raw.view === 'hidden' ? raw.view : undefined,
    unread: isTrue(raw.unread),
  };
}

/** The filter alone, without the place in a list. */
export const filterOf = ({ cursor: _c, job: _j, view: _v, unread: _u, ...filter }: BoardSearch): JobFilter => filter;

/** The list that the filter acts on. */
export const placeOf = ({ view, unread }: BoardSearch): BoardSearch => ({ view, unread });

/** Whether two filters let the same postings through, in any order of their lists. */
export function isSameFilter(a: JobFilter, b: JobFilter) {
  const sorted = (filter: JobFilter) =>
    JSON.stringify(
      Object.values(toApiFilter(readFilter({ ...filter }))).map((value) =>
        String(value ?? '')
          .split(',')
          .sort(),
      ),
    );
  return sorted(a) === sorted(b);
}

/** Adds an item to a list of an address, or takes it out. */
export function toggle(items: string | undefined, item: string) {
  const all = split(items);
  const next = all.includes(item) ? all.filter((one) => one !== item) : [...all, item];
  return next.join(',') || undefined;
}

/** Reads a query string as texts; a repeated parameter, as a form sends it, becomes a list by comma. */
export function parseQuery(query: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    values[name] = values[name] && value ? `${values[name]},${value}` : value || values[name] || '';
  }
  return values;
}
