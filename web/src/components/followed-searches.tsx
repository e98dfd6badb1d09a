import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { newJobsQuery } from '../api/queries';
import { followSearch, unfollowSearch, useKept } from '../lib/kept';

/** The searches that the reader follows, each with the number of its new postings. */
export function FollowedSearches() {
  const { searches } = useKept();
  const news = useQueries({ queries: searches.map(newJobsQuery) });
  if (searches.length === 0) return null;
  return (
    <ul className="kept-companies" aria-label="Searches">
      {searches.map((search, index) => (
        <li key={search.name}>
          <Link to="/" search={search.filter} onClick={() => followSearch(search)}>
            {search.name}
          </Link>
          {news[index]?.data !== undefined && <span className="badge">{news[index].data} new</span>}
          <button type="button" className="text-button" onClick={() => unfollowSearch(search.name)}>
            Remove<span className="visually-hidden"> {search.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
