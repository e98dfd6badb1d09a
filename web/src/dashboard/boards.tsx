import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount, formatNumber } from '../lib/format';
import { labelOfSource } from '../lib/sources';
import { Cell, ColumnNames } from './cell';
import type { Company } from './documents';
import { useNow } from '../lib/clock';
import { Moment } from './now';
import { BOARD_CHOICES, type BoardChoice, type Live, boardsQuery } from './queries';
import { HEALTH, describeLooks, isInRotation } from './rotation';

const COLUMNS = ['Board', 'State', 'Remote jobs', 'Looks', 'Next look'];

/** The boards, how often each is looked at, and why. */
export function Boards({ live }: { live: Live }) {
  const [choice, setChoice] = useState<BoardChoice>('all');
  const { data, error, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...boardsQuery(choice),
    ...live,
    refetchInterval: ({ state }) => live.refetchInterval && live.refetchInterval * (state.data?.pages.length ?? 1),
  });
  const boards = data?.pages.flatMap((page) => page.companies) ?? [];
  const total = data?.pages.at(-1)?.total ?? 0;
  return (
    <section className="panel boards" id="boards" aria-labelledby="boards-heading" aria-busy={isPlaceholderData}>
      <header className="boards-head">
        <h2 id="boards-heading">Boards</h2>
        <p role="status" className="quiet">
          {data && formatCount(total, 'board', 'boards')}
        </p>
        <label className="field needs-script">
          <span>Show</span>
          <select value={choice} onChange={({ target }) => setChoice(target.value as BoardChoice)}>
            {BOARD_CHOICES.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </header>
      {error && !data && <p role="alert">{error.message}</p>}
      {boards.length > 0 && (
        <table className="cell-table" aria-labelledby="boards-heading">
          <ColumnNames names={COLUMNS} />
          <tbody>
            {boards.map((board) => (
              <tr key={`${board.source}/${board.slug}`}>
                <th scope="row">
                  <span>
                    {board.name} <span className="quiet">{labelOfSource(board.source)}</span>
                  </span>
                </th>
                <BoardCells board={board} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <button
          type="button"
          className="button boards-more needs-script"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Loading …' : 'More boards'}
        </button>
      )}
    </section>
  );
}

function BoardCells({ board }: { board: Company }) {
  const { label, tone } = HEALTH[board.health];
  return (
    <>
      <Cell name="State">
        <span className={`tag ${tone}`}>{label}</span>
      </Cell>
      <Cell name="Remote jobs">
        {formatNumber(board.remoteJobCount)} <span className="quiet">of {formatNumber(board.jobCount)}</span>
      </Cell>
      <Cell name="Looks">
        {describeLooks(board)}
        {board.health === 'failing' && board.lastError && <span className="quiet board-error"> {board.lastError}</span>}
      </Cell>
      <Cell name="Next look">{isInRotation(board) ? <NextLook date={board.nextSyncAt} /> : 'never'}</Cell>
    </>
  );
}

/** A time that has come is told by the browser's clock; no time at all means at once. */
function NextLook({ date }: { date: string | null }) {
  const now = useNow();
  return date === null || (now > 0 && Date.parse(date) <= now) ? 'due' : <Moment date={date} />;
}
