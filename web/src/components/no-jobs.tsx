import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { totalQuery } from '../api/queries';
import { partsOf } from '../lib/filter-labels';
import { formatCount } from '../lib/format';
import { type BoardSearch, type JobFilter, filterOf, isSameFilter, placeOf } from '../lib/search';

/** The reason why the board lists nothing, and a way on. */
export function NoJobs({ search }: { search: BoardSearch }) {
  const isFiltered = !isSameFilter({ ...filterOf(search), sortBy: undefined }, {}) || search.cursor !== undefined;
  return (
    <div className="notice">
      <h2>{isFiltered ? 'Nothing fits' : 'No jobs yet'}</h2>
      <p>
        {isFiltered
          ? 'Try fewer words, or take a filter away.'
          : 'The first postings appear here as soon as a source has been read.'}
      </p>
      {isFiltered && <WaysOut search={search} />}
      {isFiltered && (
        <p className="actions">
          <Link to="/" className="button">
            Show all jobs
          </Link>
        </p>
      )}
    </div>
  );
}

/** The filters one by one, with the number of jobs without each. */
function WaysOut({ search }: { search: BoardSearch }) {
  const filter = filterOf(search);
  const words = filter.search ? [{ label: `“${filter.search}”`, without: { search: undefined } as JobFilter }] : [];
  const ways = [...words, ...partsOf(filter)].map((part) => ({ ...part, left: { ...filter, ...part.without } }));
  const totals = useQueries({ queries: ways.map(({ left }) => totalQuery(left)) });
  // The only one is what “Show all jobs” takes away.
  if (ways.length < 2) return null;
  return (
    <ul className="ways-out">
      {ways.map(({ label, left }, index) => {
        const total = totals[index]?.data;
        return (
          <li key={label}>
            <Link to="/" search={{ ...left, ...placeOf(search) }} resetScroll={false}>
              Without {label}
            </Link>
            {total !== undefined && <span className="quiet"> {formatCount(total, 'job', 'jobs')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
