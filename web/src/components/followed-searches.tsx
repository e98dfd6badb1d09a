import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MOST_NEW, newJobsQuery } from '../api/queries';
import { type Kept, type ListedJob, followSearch, isHidden, unfollowSearch, useKept } from '../lib/kept';

/** "7", "100+": what is hidden is none of them. */
function countNew(jobs: ListedJob[], kept: Kept) {
  const count = jobs.filter((job) => !isHidden(kept, job)).length;
  return jobs.length === MOST_NEW ? `${count}+` : String(count);
}

/** The searches that the reader follows, each with the number of its new postings. */
export function FollowedSearches() {
  const kept = useKept();
  const { searches } = kept;
  const news = useQueries({ queries: searches.map(newJobsQuery) });
  if (searches.length === 0) return null;
  return (
    <ul className="kept-companies" aria-label="Searches">
      {searches.map((search, index) => (
        <li key={search.name}>
          <Link to="/" search={search.filter} onClick={() => followSearch(search)}>
            {search.name}
          </Link>
          {news[index]?.data && <span className="badge">{countNew(news[index].data, kept)} new</span>}
          <button type="button" className="text-button" onClick={() => unfollowSearch(search.name)}>
            Remove<span className="visually-hidden"> {search.name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
