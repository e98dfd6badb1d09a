import { Link } from '@tanstack/react-router';
import type { BoardSearch } from '../lib/search';

/** Why the board lists nothing, and a way on. */
export function NoJobs({ search }: { search: BoardSearch }) {
  const isFiltered = Object.values({ ...search, job: undefined, sortBy: undefined }).some(
    (value) => value !== undefined,
  );
  return (
    <div className="notice">
      <h2>{isFiltered ? 'Nothing fits' : 'No jobs yet'}</h2>
      <p>
        {isFiltered
          ? 'Try fewer words, or take a filter away.'
          : 'The first postings appear here as soon as a source has been read.'}
      </p>
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
