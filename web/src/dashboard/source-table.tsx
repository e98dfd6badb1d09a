import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatNumber } from '../lib/format';
import { sources, toChoices } from '../lib/sources';
import { Cell, ColumnNames } from './cell';
import type { BoardFigures, SourceStatus, Stats } from './documents';
import { Moment } from './now';

const COLUMNS = ['Source', 'State', 'Jobs', 'Last success', 'Unchanged (304)', 'Request spacing', 'Cooldown'];

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const distance = (ms: number) => (ms < 60_000 ? `${(ms / 1_000).toFixed(2)} s` : `${Math.round(ms / 60_000)} min`);

/** The table of sources: their state, and the pace of requests to them. */
export function SourceTable({ stats, isCurrent }: { stats: Stats; isCurrent: boolean }) {
  return (
    <section className="panel" id="sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading" className="panel-title">
        Sources
      </h2>
      <table className="cell-table">
        <ColumnNames names={COLUMNS} />
        <tbody>
          {toChoices(sources()).map(({ name, label }) => {
            const source = stats.sourceSyncStatus[name];
            return (
              source && (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <SourceCells {...{ name, source, isCurrent }} jobs={stats.jobsBySource[name] ?? 0} />
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

interface CellsProps {
  name: string;
  source: SourceStatus;
  /** Whether the shown answer is current. */
  isCurrent: boolean;
  jobs: number;
}

function SourceCells({ name, source, isCurrent, jobs }: CellsProps) {
  const { lastSuccess, notModifiedShare, recentRequests, measuredSpacingMs, requestSpacingMs, restsUntil } = source;
  return (
    <>
      <Cell name="State">
        <State {...{ name, source, isCurrent }} />
      </Cell>
      <Cell name="Jobs">{formatNumber(jobs)}</Cell>
      <Cell name="Last success">{lastSuccess ? <Moment date={lastSuccess} /> : 'never'}</Cell>
      <Cell name="Unchanged (304)">
        {notModifiedShare === null ? '–' : percent.format(notModifiedShare)}
        {recentRequests > 0 && <span className="quiet"> of {formatNumber(recentRequests)}</span>}
      </Cell>
      <Cell name="Request spacing">
        {measuredSpacingMs === null || measuredSpacingMs === undefined ? '–' : distance(measuredSpacingMs)}
        <span className="quiet"> at least {distance(requestSpacingMs)}</span>
      </Cell>
      <Cell name="Cooldown">
        {restsUntil ? (
          <>
            ends <Moment date={restsUntil} />
          </>
        ) : (
          'none'
        )}
      </Cell>
    </>
  );
}

const TAGS: Record<SourceStatus['health'], { label: string; tone: string }> = {
  new: { label: 'Never ran', tone: '' },
  healthy: { label: 'Healthy', tone: 'good' },
  degraded: { label: 'Some fail', tone: 'warn' },
  failing: { label: 'Failing', tone: 'bad' },
};

/** The boards of a source, "12 of 13 well, 1 gone", each kind with a link to its boards. */
function Boards({ source, figures }: { source: string; figures: BoardFigures }) {
  const { well, failing, gone, paused } = figures;
  const others = Object.entries({ failing, gone, paused }).filter(([, count]) => count > 0);
  return (
    <span className="quiet">
      {' '}
      {formatNumber(well)} of {formatNumber(well + failing + gone + paused)} well
      {others.map(([show, count]) => (
        <Fragment key={show}>
          ,{' '}
          <Link to="/boards" search={{ source, show }} preload={false}>
            {formatNumber(count)} {show}
          </Link>
        </Fragment>
      ))}
    </span>
  );
}

function State({ name, source, isCurrent }: Omit<CellsProps, 'jobs'>) {
  const { restsUntil, health, isRunning, boards } = source;
  const { label, tone } = TAGS[health];
  return (
    <>
      <span className={`tag ${isCurrent ? tone : ''}`}>{label}</span>{' '}
      {restsUntil && <span className="tag warn">Resting</span>}{' '}
      {isRunning && isCurrent && <span className="tag accent">Running</span>}
      {boards && health !== 'new' && <Boards source={name} figures={boards} />}
    </>
  );
}
