import { Link } from '@tanstack/react-router';
import { partsOf } from '../lib/filter-labels';
import { setLivesIn } from '../lib/kept';
import { type BoardSearch, type JobFilter, filterOf, placeOf } from '../lib/search';
import { Icon } from './icons';

/** Forgets the reader's country where the filter of it is taken away. */
const forget = (without: JobFilter) => 'livesIn' in without && setLivesIn();

/** The parts of the filter, each with a way out. */
export function ActiveFilters({ search }: { search: BoardSearch }) {
  const filter = filterOf(search);
  const active = partsOf(filter);
  if (active.length === 0) return null;
  return (
    <ul className="active-filters" aria-label="Active filters">
      {active.map(({ label, without }) => (
        <li key={label}>
          <Link to="/" search={{ ...filter, ...without, ...placeOf(search) }} resetScroll={false} className="tag accent" onClick={() => forget(without)}>
            <span className="visually-hidden">Without </span>
            <span suppressHydrationWarning>{label}</span>
            <Icon name="close" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          to="/"
          search={{ search: search.search, sortBy: search.sortBy, ...placeOf(search) }}
          resetScroll={false}
          onClick={() => forget({ livesIn: undefined })}
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
