import { CATEGORIES } from './categories';
import type { ListedJob } from './kept-format';
import { USUAL_CURRENCY, unitsPerDollar } from './rates';
import { type JobFilter, type Sort, split } from './search';

/* The filter over postings that the browser keeps: the same fields as the API's, words by their beginnings. */

const DAY_MS = 86_400_000;

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];

const dateOf = ({ postDate, createdAt }: ListedJob) => postDate ?? createdAt;

function hasWords(job: ListedJob, search: string) {
  const words = wordsOf([job.title, job.company, job.location, ...job.role.places].join(' '));
  return wordsOf(search).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

function hasCategory({ categoryId }: ListedJob, slugs: string) {
  const category = CATEGORIES.find(({ id }) => id === categoryId);
  return category !== undefined && split(slugs).includes(category.slug);
}

/** Whether a posting is open to the reader's country, by the scopes that the API names for it. */
const isOpenTo = ({ remoteScope }: ListedJob, scopes: string[], { placeUnknown }: JobFilter) =>
  remoteScope.length === 0 ? placeUnknown === 'include' : remoteScope.some((code) => scopes.includes(code));

/** Whether a filter lets a posting through. */
function isLetThrough(job: ListedJob, filter: JobFilter, openTo: string[] | undefined, nowMs: number): boolean {
  const { search, category, source, remote, company, salaryMin, postedWithin } = filter;
  return (
    (!search || hasWords(job, search)) &&
    (!category || hasCategory(job, category)) &&
    (!source || split(source).includes(job.sourceName)) &&
    (!remote || split(remote).some((code) => job.remoteScope.includes(code))) &&
    (!openTo || isOpenTo(job, openTo, filter)) &&
    (!company || wordsOf(job.company).join('') === wordsOf(company).join('')) &&
    (!salaryMin || (job.salaryUsdYear ?? 0) >= salaryMin / unitsPerDollar(filter.currency ?? USUAL_CURRENCY)) &&
    (!postedWithin || Date.parse(dateOf(job)) >= nowMs - postedWithin * DAY_MS)
  );
}

type Order = (a: ListedJob, b: ListedJob) => number;

const newest: Order = (a, b) => Date.parse(dateOf(b)) - Date.parse(dateOf(a));
const byTitle: Order = (a, b) => a.title.localeCompare(b.title);

const ORDERS: Partial<Record<Sort, Order>> = {
  newest,
  oldest: (a, b) => newest(b, a),
  'recently-added': (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt),
  salary: (a, b) => (b.salaryUsdYear ?? 0) - (a.salaryUsdYear ?? 0),
  'title-asc': byTitle,
  'title-desc': (a, b) => byTitle(b, a),
};

/**
 * The postings that a filter lets through, in its order, or as they were kept where it has none.
 * @param openTo the scopes that are open to the filter's country
 */
export function filterJobs<Item extends ListedJob>(
  jobs: Item[],
  filter: JobFilter,
  openTo?: string[],
  nowMs = Date.now(),
): Item[] {
  const found = jobs.filter((job) => isLetThrough(job, filter, openTo, nowMs));
  const order = filter.sortBy && ORDERS[filter.sortBy];
  return order ? found.toSorted(order) : found;
}
