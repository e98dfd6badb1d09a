import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatCount } from '../lib/format';
import { boardSources, toChoices } from '../lib/sources';
import { AddForm } from './add-form';
import { BOARD_STATES, type BoardFilter, readBoardFilter } from './board-filter';
import { BoardTable, pathOfBoard } from './board-table';
import { FilterForm } from './filter-form';
import { pagedLive, useLive } from './live';
import { MoreRows } from './more-rows';
import { NoData } from './no-data';
import { OperationsHead } from './operations-head';
import { BOARD_ORDERS, inOrder } from './order';
import { boardsQuery, statsQuery } from './queries';
import { RetryAll } from './retry-all';
import { TokenDialog } from './token-dialog';
import { OutcomeOfGone } from './trigger-result';
import { useTrigger } from './use-trigger';

/** The page of the boards one by one, for operators. */
export function BoardsPage({ filter, problem }: { filter: BoardFilter; problem?: Error }) {
  const live = useLive();
  const trigger = useTrigger();
  const navigate = useNavigate();
  const found = useInfiniteQuery({ ...boardsQuery(filter), ...pagedLive(live.every(15_000)) });
  useQuery({ ...statsQuery, ...live.every(60_000) });
  const { data, error, isPlaceholderData } = found;
  if (!data) return <NoData error={error ?? problem} onRetry={() => void found.refetch()} />;
  const last = data.pages.at(-1)!;
  const boards = inOrder(data.pages.flatMap((page) => page.companies), filter.sort, BOARD_ORDERS);
  return (
    <div className="dashboard">
      <OperationsHead title="Boards" {...{ live, error, asOf: last.asOf }}>
        <span role="status">{formatCount(last.total, 'board', 'boards')}</span>
      </OperationsHead>
      <AddForm trigger={trigger} />
      <section className="panel listing" aria-label="Boards" aria-busy={isPlaceholderData}>
        <FilterForm
          label="Boards"
          fields={[
            { name: 'show', label: 'State', choices: BOARD_STATES },
            { name: 'source', label: 'Source', choices: toChoices(boardSources()) },
            { name: 'company', label: 'Company', placeholder: 'name or slug' },
            { name: 'sort', label: 'Order of those listed', none: 'Alphabetical', choices: BOARD_ORDERS },
          ]}
          filter={filter}
          read={readBoardFilter}
          onFilter={(search) => void navigate({ to: '/boards', search, replace: true, resetScroll: false })}
        />
        <RetryAll trigger={trigger} path="/api/v3/companies/retry" worker="ats" text="Retry all failing boards" />
        <OutcomeOfGone trigger={trigger} listed={boards.map(pathOfBoard)} />
        {boards.length > 0 ? <BoardTable {...{ boards, trigger }} /> : <p className="quiet none">No board is like this.</p>}
        <MoreRows
          text="More boards"
          isLoading={found.isFetchingNextPage}
          cursor={last.nextCursor ?? undefined}
          onMore={() => void found.fetchNextPage()}
        />
      </section>
      <TokenDialog trigger={trigger} />
    </div>
  );
}
