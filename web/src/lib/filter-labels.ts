import { CATEGORIES } from './categories';
import { labelOfAge, labelOfSalary } from './filter-options';
import { companyKey } from './kept-format';
import { nameOfScope } from './scopes';
import { type BoardSearch, type JobFilter, split, toggle } from './search';
import { labelOfSource } from './sources';

/** A part of a filter in words, and the change that takes it away. */
export interface FilterPart {
  label: string;
  without: JobFilter;
}

const LISTS = [
  ['remote', nameOfScope],
  ['category', (slug: string) => CATEGORIES.find((category) => category.slug === slug)?.name ?? slug],
  ['source', labelOfSource],
] as const;

/** The parts of a filter, without the search. */
export function partsOf(filter: JobFilter): FilterPart[] {
  const parts: FilterPart[] = LISTS.flatMap(([name, labelOf]) =>
    split(filter[name]).map((value) => ({ label: labelOf(value), without: { [name]: toggle(filter[name], value) } })),
  );
  if (filter.worldwide) parts.push({ label: 'Worldwide only', without: { worldwide: undefined } });
  if (filter.livesIn) parts.push({ label: `Open to ${nameOfScope(filter.livesIn)}`, without: { livesIn: undefined } });
  if (filter.placeUnknown) parts.push({ label: 'Or not stated', without: { placeUnknown: undefined } });
  if (filter.company) parts.push({ label: companyKey(filter.company), without: { company: undefined } });
  if (filter.salaryMin) {
    const label = labelOfSalary(filter.salaryMin, filter.currency);
    parts.push({ label, without: { salaryMin: undefined, currency: undefined } });
  }
  if (filter.postedWithin) parts.push({ label: labelOfAge(filter.postedWithin), without: { postedWithin: undefined } });
  return parts;
}

/** A filter by its name: "engineer, Worldwide +1"; undefined for one that lets all through. */
export function nameOfFilter(filter: JobFilter, most = 2): string | undefined {
  const labels = [...(filter.search ? [filter.search] : []), ...partsOf(filter).map(({ label }) => label)];
  if (labels.length === 0) return undefined;
  const rest = labels.length - most;
  return labels.slice(0, most).join(', ') + (rest > 0 ? ` +${rest}` : '');
}

const VIEWS = { saved: 'Saved jobs', applied: 'Jobs applied for', hidden: 'Hidden jobs' } as const;

/** A list by its name: "engineer, Worldwide +1", "Saved jobs". */
export function nameOfList(search: BoardSearch, most = 2): string {
  const name = nameOfFilter(search, most);
  if (!search.view) return name ?? 'All jobs';
  return name ? `${VIEWS[search.view]}: ${name}` : VIEWS[search.view];
}

/** The title of a board, as tabs have it. */
export function titleOfBoard(search: BoardSearch): string {
  const name = nameOfList(search, 3);
  if (search.view) return name;
  return nameOfFilter(search) ? `${name}: remote jobs` : 'Remote jobs';
}
