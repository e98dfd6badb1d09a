import { Link } from '@tanstack/react-router';
import { partsOf } from '../lib/filter-labels';
import { type BoardSearch, filterOf, placeOf } from '../lib/search';
import { Icon } from './icons';

/** What is filtered by, each with a way out. */
export function ActiveFilters({ search }: { search: BoardSearch }) {
  const filter = filterOf(search);
  const active = partsOf(filter);
  if (active.length === 0) return null;
  return (
    <ul className="active-filters" aria-label="Active filters">
      {active.map(({ label, without }) => (
        <li key={label}>
          <Link to="/" search={{ ...filter, ...without, ...placeOf(search) }} resetScroll={false} className="tag accent">
            <span className="visually-hidden">Without </span>
            <span suppressHydrationWarning>{label}</span>
            <Icon name="close" />
          </Link>
        </li>
      ))}
      <li>
        <Link to="/" search={{ search: search.search, sortBy: search.sortBy, ...placeOf(search) }} resetScroll={false}>
          Clear all
        </Link>
      </li>
    </ul>
  );
}
