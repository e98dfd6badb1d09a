import { useInfiniteQuery } from '@tanstack/react-query';
import { type ComponentProps, Suspense, lazy, useMemo } from 'react';
import { type ListedPage, jobsQuery } from '../api/queries';
import { type BoardList, currentOf, listOf, nameOfCount } from '../lib/board-list';
import { formatCount } from '../lib/format';
import { useIsKeptKnown, useKept } from '../lib/kept';
import { type BoardSearch, filterOf } from '../lib/search';
import { useFreshKept } from '../lib/use-fresh-kept';
import { ActiveFilters } from './active-filters';
import { BoardKeys } from './board-keys';
import { BoardSearchForm } from './board-search';
import { WayToList } from './filter-menu';
import { FoundJobs } from './found-jobs';
import { Looking } from './looking';
import { NoJobs } from './no-jobs';
import { PostingPane } from './posting-pane';
import { ViewTabs } from './view-tabs';

interface Properties {
  search: BoardSearch;
  /** The reason why the server could not draw the list. */
  problem?: Error;
}

const KeptView = lazy(() => import('./kept-view').then((module) => ({ default: module.KeptView })));

/** The job board: search and filters over a list, and the chosen posting beside it. */
export function Board({ search, problem }: Properties) {
  const found = useInfiniteQuery(jobsQuery(filterOf(search), search.cursor));
  const pages = found.data?.pages;
  const kept = useFreshKept(search.view);
  const list = listOf(search, pages, kept, useReadBefore(search.unread));
  const currentId = currentOf(list, search.job);
  const chosen = search.job && list.shown.find(({ id }) => id === search.job);
  const companies = [...new Set(list.listed.map(({ company }) => company))].sort();
  return (
    <div className="board" data-chosen={search.job !== undefined || undefined}>
      <h1 className="board-title">Remote jobs, straight from where they are posted. No account, no tracking.</h1>
      <WayToList value={wayTo(list, search.view ? undefined : pages?.[0])}>
        <BoardSearchForm search={search} facets={search.view ? undefined : pages?.[0]?.facets} companies={companies} />
      </WayToList>
      <ActiveFilters search={search} />
      <p className="visually-hidden" role="status">
        {chosen && `Showing ${chosen.title} at ${chosen.company}`}
      </p>
      <div className="board-columns">
        <section className="board-list" aria-label="Jobs" data-view={search.view}>
          <ViewTabs search={search} />
          {search.view ? (
            <Kept search={search} jobs={list.shown} currentId={currentId} />
          ) : (
            <FoundJobs {...{ search, found, problem, list, currentId }} none={<NoJobs search={search} />} inPane />
          )}
        </section>
        <PostingPane id={currentId} search={search} />
      </div>
      <BoardKeys jobs={list.shown} />
    </div>
  );
}

/** The words of the way to the list: "Show 137 jobs". */
const wayTo = (list: BoardList, page?: ListedPage) =>
  `Show ${page ? nameOfCount(list, page).toLowerCase() : formatCount(list.shown.length, 'job', 'jobs')}`;

/** The reader's own list, once the browser has read its storage. */
function Kept(properties: ComponentProps<typeof KeptView>) {
  if (!useIsKeptKnown()) return <Looking />;
  return (
    <Suspense fallback={<Looking />}>
      <KeptView {...properties} />
    </Suspense>
  );
}

/**
 * The postings that were read before the reader asked to leave them out; those that are read after that stay in
 * sight.
 */
function useReadBefore(isLeftOut = false): ReadonlySet<number> {
  const isKnown = useIsKeptKnown();
  const { viewed } = useKept();
  // Not of `viewed`, which grows with each posting that is read.
  return useMemo(() => new Set(isLeftOut ? viewed : []), [isLeftOut, isKnown]);
}
