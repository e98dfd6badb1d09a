import { useInfiniteQuery } from '@tanstack/react-query';
import { jobsQuery } from '../api/queries';
import { isHidden, useKept } from '../lib/kept';
import { type BoardSearch, filterOf } from '../lib/search';
import { ActiveFilters } from './active-filters';
import { BoardKeys } from './board-keys';
import { BoardSearchForm } from './board-search';
import { FoundJobs } from './found-jobs';
import { KeptView, ViewTabs } from './kept-view';
import { NoJobs } from './no-jobs';
import { PostingPane } from './posting-pane';

interface Properties {
  search: BoardSearch;
  /** Why the server could not draw the list. */
  problem?: Error;
}

/** The job board: search and filters over a list, and the chosen posting beside it. */
export function Board({ search, problem }: Properties) {
  const found = useInfiniteQuery(jobsQuery(filterOf(search), search.cursor));
  const kept = useKept();
  const listed = search.view ? kept[search.view] : (found.data?.pages.flatMap((page) => page.jobs) ?? []);
  const shown = search.view ? listed : listed.filter((job) => !isHidden(kept, job));
  const currentId = search.job ?? shown[0]?.id;
  const chosen = search.job && shown.find(({ id }) => id === search.job);
  const companies = [...new Set(listed.map(({ company }) => company))].sort();
  return (
    <div className="board" data-chosen={search.job !== undefined || undefined}>
      <h1 className="visually-hidden">Remote jobs</h1>
      <BoardSearchForm search={search} facets={found.data?.pages[0]?.facets} companies={companies} />
      <ActiveFilters search={search} />
      <p className="visually-hidden" role="status">
        {chosen && `Showing ${chosen.title} at ${chosen.company}`}
      </p>
      <div className="board-columns">
        <section className="board-list" aria-label="Jobs">
          <ViewTabs search={search} />
          {search.view ? (
            <KeptView view={search.view} currentId={currentId} />
          ) : (
            <FoundJobs {...{ search, found, problem, currentId }} jobs={listed} none={<NoJobs search={search} />} inPane />
          )}
        </section>
        <PostingPane id={currentId} search={search} />
      </div>
      <BoardKeys jobs={shown} />
    </div>
  );
}
