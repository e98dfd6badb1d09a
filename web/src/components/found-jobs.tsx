import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { toQuery } from '../api/client';
import type { ListedPage } from '../api/queries';
import { formatCount, formatNumber } from '../lib/format';
import type { ListedJob } from '../lib/kept';
import { type BoardSearch, filterOf, toApiFilter } from '../lib/search';
import { Trouble } from './failure';
import { JobList, JobListSkeleton } from './job-list';
import { MoreJobs } from './more-jobs';

interface Properties {
  search: BoardSearch;
  found: UseInfiniteQueryResult<InfiniteData<ListedPage>>;
  /** Why the server could not draw the list; the browser tries on its own. */
  problem?: Error;
  jobs: ListedJob[];
  /** What stands in place of a list without any. */
  none: ReactNode;
  /** Shows a posting beside the list where there is room. */
  inPane?: boolean;
  currentId?: number;
}

/** The list that the filter finds, whatever became of it. */
export function FoundJobs({ search, found, problem, jobs, none, inPane, currentId }: Properties) {
  const error = found.error ?? problem;
  if (!found.data && error) return <Trouble error={error} onRetry={() => void found.refetch()} />;
  const pages = found.data?.pages;
  const cursor = pages?.at(-1)?.nextCursor;
  return (
    <>
      <Summary page={pages?.[0]}>
        {search.cursor && (
          <Link to="." search={(old: object) => ({ ...old, cursor: undefined })}>
            From the start
          </Link>
        )}
        <a href={`/feed.xml${toQuery(toApiFilter(filterOf(search)))}`} className="quiet">
          RSS<span className="visually-hidden"> of this list</span>
        </a>
      </Summary>
      <div className="board-found" aria-busy={found.isPlaceholderData || !pages}>
        {!pages && <JobListSkeleton />}
        {pages && jobs.length === 0 && none}
        <JobList {...{ jobs, currentId, inPane }} label="Jobs found" />
      </div>
      {cursor && (
        <MoreJobs
          cursor={cursor}
          pages={pages?.length ?? 0}
          isLoading={found.isFetchingNextPage}
          hasFailed={found.isFetchNextPageError}
          onMore={() => !found.isFetchingNextPage && void found.fetchNextPage()}
        />
      )}
    </>
  );
}

/** How many there are; announced when it changes. */
function Summary({ page, children }: { page?: ListedPage; children: ReactNode }) {
  const about = page?.meta.totalIsExact === false ? 'About ' : '';
  return (
    <div className="board-summary">
      <p role="status">
        {page ? <strong>{about + formatCount(page.total, 'job', 'jobs')}</strong> : 'Looking for jobs…'}
        {page?.meta.correctedSearch && <span> for “{page.meta.correctedSearch}”</span>}
        {page?.meta.sortedAmongNewest && (
          <span>, ordered among the newest {formatNumber(page.meta.sortedAmongNewest)}</span>
        )}
      </p>
      {children}
    </div>
  );
}
