import { useInfiniteQuery } from '@tanstack/react-query';
import { formatCount, formatNumber } from '../lib/format';
import { type Live, pagedLive } from './live';
import { MoreRows } from './more-rows';
import { RUN_ORDERS, inOrder } from './order';
import { runsQuery } from './queries';
import { type RunFilter, isFiltered } from './run-filter';
import { RunFilters } from './run-filters';
import { RunItem } from './run-item';

interface Props {
  filter: RunFilter;
  live: Live;
}

/**
 * The text of an empty page. A page is the part that the filter lets through of so many runs, so there may be
 * some further on.
 */
function textOfNone(filter: RunFilter, hasMore: boolean) {
  if (hasMore) return 'None of the latest runs is like this.';
  return isFiltered(filter) ? 'No run is like this.' : 'No worker has run yet.';
}

export function Runs({ filter, live }: Props) {
  const found = useInfiniteQuery({ ...runsQuery(filter), ...pagedLive(live) });
  const { data, error, hasNextPage } = found;
  const runs = inOrder(data?.pages.flatMap((page) => page.logs) ?? [], filter.sort, RUN_ORDERS);
  return (
    <section className="panel listing" id="runs" aria-labelledby="runs-heading">
      <h2 id="runs-heading" className="panel-title">
        Runs
      </h2>
      <RunFilters filter={filter} />
      <p role="status" className="visually-hidden">
        {data && (hasNextPage ? `${formatNumber(runs.length)} or more runs` : formatCount(runs.length, 'run', 'runs'))}
      </p>
      {error && !data && <p role="alert">{error.message}</p>}
      {data && runs.length === 0 && <p className="quiet none">{textOfNone(filter, hasNextPage)}</p>}
      <ul className="run-list">
        {runs.map((run) => (
          <li key={run.id}>
            <RunItem run={run} />
          </li>
        ))}
      </ul>
      <MoreRows
        text="Older runs"
        isLoading={found.isFetchingNextPage}
        cursor={data?.pages.at(-1)?.meta.nextCursor ?? undefined}
        onMore={() => void found.fetchNextPage()}
      />
    </section>
  );
}
