import { Link } from '@tanstack/react-router';
import { CATEGORIES } from '../lib/categories';
import { labelOfAge, labelOfSalary } from '../lib/filter-options';
import { nameOfScope } from '../lib/scopes';
import { type BoardSearch, type JobFilter, filterOf, split, toggle } from '../lib/search';
import { labelOfSource } from '../lib/sources';
import { Icon } from './icons';

interface Active {
  label: string;
  without: JobFilter;
}

function activeFilters(search: BoardSearch): Active[] {
  const lists = [
    ['category', (slug: string) => CATEGORIES.find((category) => category.slug === slug)?.name ?? slug],
    ['remote', nameOfScope],
    ['source', labelOfSource],
  ] as const;
  const active: Active[] = lists.flatMap(([name, labelOf]) =>
    split(search[name]).map((value) => ({ label: labelOf(value), without: { [name]: toggle(search[name], value) } })),
  );
  if (search.company) active.push({ label: search.company, without: { company: undefined } });
  if (search.salaryMin) active.push({ label: labelOfSalary(search.salaryMin), without: { salaryMin: undefined } });
  if (search.postedWithin)
    active.push({ label: labelOfAge(search.postedWithin), without: { postedWithin: undefined } });
  return active;
}

/** What is filtered by, each with a way out. */
export function ActiveFilters({ search }: { search: BoardSearch }) {
  const active = activeFilters(search);
  if (active.length === 0) return null;
  const filter = filterOf(search);
  return (
    <ul className="active-filters" aria-label="Active filters">
      {active.map(({ label, without }) => (
        <li key={label}>
          <Link to="/" search={{ ...filter, ...without }} resetScroll={false} className="tag accent">
            <span className="visually-hidden">Without </span>
            <span suppressHydrationWarning>{label}</span>
            <Icon name="close" />
          </Link>
        </li>
      ))}
      <li>
        <Link to="/" search={{ search: search.search, sortBy: search.sortBy }} resetScroll={false}>
          Clear all
        </Link>
      </li>
    </ul>
  );
}
