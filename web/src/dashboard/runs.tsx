import { useInfiniteQuery } from '@tanstack/react-query';
import { formatCount, formatNumber } from '../lib/format';
import { type Live, runsQuery } from './queries';
import { type RunFilter, isFiltered } from './run-filter';
import { RunFilters } from './run-filters';
import { RunItem } from './run-item';

interface Props {
  filter: RunFilter;
  live: Live;
}

/** Each answer is what the filter lets through of so many runs: there may be some further on. */
function textOfNone(filter: RunFilter, hasMore: boolean) {
  if (hasMore) return 'None of the latest runs is like this.';
  return isFiltered(filter) ? 'No run is like this.' : 'No worker has run yet.';
}

export function Runs({ filter, live }: Props) {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...runsQuery(filter),
    ...live,
    // Every page that is shown is asked for again: the more there are, the less often.
    refetchInterval: ({ state }) => live.refetchInterval && live.refetchInterval * (state.data?.pages.length ?? 1),
  });
  const runs = data?.pages.flatMap((page) => page.logs) ?? [];
  return (
    <section className="panel runs" id="runs" aria-labelledby="runs-heading">
      <h2 id="runs-heading" className="panel-title">
        Runs
      </h2>
      <RunFilters filter={filter} />
      <p role="status" className="visually-hidden">
        {data && (hasNextPage ? `${formatNumber(runs.length)} or more runs` : formatCount(runs.length, 'run', 'runs'))}
      </p>
      {error && !data && <p role="alert">{error.message}</p>}
      {data && runs.length === 0 && <p className="quiet runs-none">{textOfNone(filter, hasNextPage)}</p>}
      <ul className="run-list">
        {runs.map((run) => (
          <li key={run.id}>
            <RunItem run={run} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button
          type="button"
          className="button runs-more needs-script"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading …' : 'Older runs'}
        </button>
      )}
    </section>
  );
}
