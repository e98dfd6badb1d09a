import { type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { toQuery } from '../lib/to-query';
import type { ListedPage } from '../api/queries';
import type { JobPageMeta } from '../api/types';
import { type BoardList, nameOfCount } from '../lib/board-list';
import { formatNumber } from '../lib/format';
import { type BoardSearch, filterOf, placeOf, toApiFilter } from '../lib/search';
import { useListPlace } from '../lib/use-list-place';
import { lastNew, nameOfVisit, useVisitBefore } from '../lib/visits';
import { Trouble } from './failure';
import { FollowSearch } from './follow-search';
import { JobList, JobListSkeleton } from './job-list';
import { MoreJobs } from './more-jobs';

interface Properties {
  search: BoardSearch;
  found: UseInfiniteQueryResult<InfiniteData<ListedPage>>;
  /** The reason why the server could not draw the list; the browser tries on its own. */
  problem?: Error;
  list: BoardList;
  /** The content in place of an empty list. */
  none: ReactNode;
  /** Whether a posting is shown beside the list where there is room. */
  inPane?: boolean;
  currentId?: number;
}

/** The list that the filter finds, also while it loads or after it failed. */
export function FoundJobs({ search, found, problem, list, none, inPane, currentId }: Properties) {
  const { listed, shown } = list;
  const before = useVisitBefore();
  const error = found.error ?? problem;
  const more = () => !found.isFetchingNextPage && void found.fetchNextPage();
  useListPlace(found.data?.pages.length ?? 0, found.hasNextPage && !found.isFetchNextPageError ? more : undefined);
  if (!found.data && error) return <Trouble error={error} onRetry={() => void found.refetch()} />;
  const pages = found.data?.pages;
  const cursor = pages?.at(-1)?.nextCursor;
  const newest = lastNew(search, shown, before);
  return (
    <>
      <Summary page={pages?.[0]} {...{ list, search }}>
        {search.cursor && (
          <Link to="." search={(old: object) => ({ ...old, cursor: undefined })}>
            From the start
          </Link>
        )}
        <a href={`/feed.xml${toQuery(toApiFilter(filterOf(search)))}`} className="quiet">
          RSS<span className="visually-hidden"> of this list</span>
        </a>
        <FollowSearch search={search} />
      </Summary>
      <div className="board-found" aria-busy={found.isPlaceholderData || !pages}>
        {!pages && <JobListSkeleton />}
        {pages && listed.length === 0 && none}
        {listed.length > 0 && shown.length === 0 && <AllLeftOut search={search} />}
        <JobList
          {...{ jobs: shown, currentId, inPane }}
          label="Jobs found"
          newSince={newest && before ? { id: newest, text: nameOfVisit(before, Date.now()) } : undefined}
        />
      </div>
      {cursor && (
        <MoreJobs
          cursor={cursor}
          pages={pages?.length ?? 0}
          isLoading={found.isFetchingNextPage}
          hasFailed={found.isFetchNextPageError}
          onMore={more}
        />
      )}
    </>
  );
}

interface SummaryProperties {
  page?: ListedPage;
  list: BoardList;
  search: BoardSearch;
  children: ReactNode;
}

/** The number of shown postings; announced when it changes. */
function Summary({ page, list, search, children }: SummaryProperties) {
  const leftOut = list.listed.length - list.shown.length;
  return (
    <div className="board-summary">
      <p role="status">
        {page ? <strong>{nameOfCount(list, page)}</strong> : 'Looking for jobs…'}
        {page?.meta.correctedSearch && <span> for “{page.meta.correctedSearch}”</span>}
        {page?.meta.sortedAmongNewest && (
          <span>, ordered among the newest {formatNumber(page.meta.sortedAmongNewest)}</span>
        )}
        {leftOut > 0 && <span className="quiet">, without {formatNumber(leftOut)} of yours</span>}
        {page && <PlaceUnknown search={search} meta={page.meta} />}
      </p>
      {children}
    </div>
  );
}

/** A link to the postings that the filter leaves out because they do not tell where they are open. */
function PlaceUnknown({ search, meta: { placeUnknown = 0, placeUnknownIsExact } }: { search: BoardSearch; meta: JobPageMeta }) {
  if (placeUnknown === 0 || search.placeUnknown) return null;
  const least = placeUnknownIsExact ? '' : 'at least ';
  return (
    <>
      ,{' '}
      <Link to="/" search={{ ...filterOf(search), placeUnknown: 'include', ...placeOf(search) }} resetScroll={false}>
        {least}
        {formatNumber(placeUnknown)} more {placeUnknown === 1 ? 'does' : 'do'} not say from where
      </Link>
    </>
  );
}

/** The text where the reader has left out all postings. */
function AllLeftOut({ search }: { search: BoardSearch }) {
  return (
    <div className="notice">
      <h2>{search.unread ? 'You have read all of these' : 'All of these are hidden'}</h2>
      <p>{search.unread ? 'Or you have hidden them.' : 'You have hidden them, or their companies.'}</p>
      <p className="actions">
        {search.unread ? (
          <Link to="/" search={filterOf(search)} className="button">
            Show what is read
          </Link>
        ) : (
          <Link to="/" search={{ ...filterOf(search), view: 'hidden' }} className="button">
            Show what is hidden
          </Link>
        )}
      </p>
    </div>
  );
}
