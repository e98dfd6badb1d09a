import { Link } from '@tanstack/react-router';
import { useNow } from '../lib/clock';
import { formatCount, formatNumber } from '../lib/format';
import { isSource, labelOfSource } from '../lib/sources';
import { Cell, ColumnNames } from './cell';
import type { Company } from './documents';
import { Moment } from './now';
import { HEALTH, describeLooks, isInRotation } from './rotation';
import { RowActions } from './row-actions';
import type { Trigger } from './use-trigger';

const COLUMNS = ['Board', 'State', 'Remote jobs', 'Last success', 'Next look', 'Actions'];

/** The table of boards: their state, the interval of looks with its reason, and the actions. */
export function BoardTable({ boards, trigger }: { boards: readonly Company[]; trigger: Trigger }) {
  return (
    <table className="cell-table board-table" aria-label="Boards">
      <ColumnNames names={COLUMNS} />
      <tbody>
        {boards.map((board) => (
          <tr key={`${board.source}/${board.slug}`}>
            <th scope="row">
              <BoardName board={board} />
            </th>
            <BoardCells board={board} />
            <Cell name="Actions">
              <BoardActions board={board} trigger={trigger} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BoardName({ board: { source, slug, name } }: { board: Company }) {
  return (
    <span>
      {isSource(source) ? (
        <Link to="/companies/$source/$slug" params={{ source, slug }} preload={false}>
          {name}
        </Link>
      ) : (
        name
      )}{' '}
      <span className="quiet">{labelOfSource(source)}</span>
    </span>
  );
}

function BoardCells({ board }: { board: Company }) {
  const { health, failures, lastError, lastRunId, remoteJobCount, jobCount, lastSyncedAt } = board;
  const { label, tone } = HEALTH[health];
  return (
    <>
      <Cell name="State">
        <span className={`tag ${tone}`}>{label}</span>{' '}
        {failures > 0 && <span className="quiet">{formatCount(failures, 'failure', 'failures')} in a row</span>}
        {lastError && <span className="board-error">{lastError}</span>}
        {lastRunId && (
          <Link to="/runs/$id" params={{ id: lastRunId }} preload={false} className="board-run">
            Last run<span className="visually-hidden"> of {board.name}</span>
          </Link>
        )}
      </Cell>
      <Cell name="Remote jobs">
        {formatNumber(remoteJobCount)} <span className="quiet">of {formatNumber(jobCount)}</span>
      </Cell>
      <Cell name="Last success">{lastSyncedAt ? <Moment date={lastSyncedAt} /> : 'never'}</Cell>
      <Cell name="Next look">
        {isInRotation(board) ? <NextLook date={board.nextSyncAt} /> : 'never'}
        <span className="quiet board-looks">{describeLooks(board)}</span>
      </Cell>
    </>
  );
}

/** The time of the next look. The browser's clock tells whether it has come; no time at all means at once. */
export function NextLook({ date }: { date: string | null }) {
  const now = useNow();
  return date === null || (now > 0 && Date.parse(date) <= now) ? 'due' : <Moment date={date} />;
}

/** The board's address in the API, under which its actions are. */
export const pathOfBoard = ({ source, slug }: Company) => `/api/v3/companies/${source}/${encodeURIComponent(slug)}`;

function BoardActions({ board, trigger }: { board: Company; trigger: Trigger }) {
  const { source, slug, name } = board;
  if (!isSource(source)) return '–';
  const about = pathOfBoard(board);
  const verbs = isInRotation(board) ? (['Sync', 'Pause'] as const) : (['Resume'] as const);
  const actions = verbs.map((verb) => ({
    verb,
    path: `${about}/${verb.toLowerCase()}`,
    worker: 'ats' as const,
    ...(verb === 'Sync' ? { company: name } : {}),
  }));
  return (
    <>
      <RowActions {...{ trigger, name, about, actions }} />
      <Link to="/inspect" search={{ source, company: slug }} preload={false} className="board-run">
        Inspect<span className="visually-hidden"> {name}</span>
      </Link>
    </>
  );
}
