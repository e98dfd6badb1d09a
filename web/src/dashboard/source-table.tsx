import { formatNumber } from '../lib/format';
import { sources, toChoices } from '../lib/sources';
import { Cell, ColumnNames } from './cell';
import type { BoardFigures, SourceStatus, Stats } from './documents';
import { Moment } from './now';

const COLUMNS = ['Source', 'State', 'Jobs', 'Last success', 'Unchanged (304)', 'Request spacing', 'Cooldown'];

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const distance = (ms: number) => (ms < 60_000 ? `${(ms / 1_000).toFixed(2)} s` : `${Math.round(ms / 60_000)} min`);

/** How each source does and how gently it is asked. */
export function SourceTable({ stats }: { stats: Stats }) {
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
                  <SourceCells source={source} jobs={stats.jobsBySource[name] ?? 0} />
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function SourceCells({ source, jobs }: { source: SourceStatus; jobs: number }) {
  const { lastSuccess, notModifiedShare, recentRequests, measuredSpacingMs, requestSpacingMs, restsUntil } = source;
  return (
    <>
      <Cell name="State">
        <State source={source} />
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

/** "12 of 13 well, 1 gone" */
function describeBoards({ well, failing, gone, paused }: BoardFigures): string {
  const others = Object.entries({ failing, gone, paused }).filter(([, count]) => count > 0);
  const all = well + failing + gone + paused;
  return [`${formatNumber(well)} of ${formatNumber(all)} well`, ...others.map(([name, count]) => `${formatNumber(count)} ${name}`)].join(', ');
}

function State({ source }: { source: SourceStatus & { error?: string | null } }) {
  const { restsUntil, health, isRunning, boards, error } = source;
  const { label, tone } = TAGS[health];
  return (
    <>
      <span className={`tag ${tone}`} title={error ?? undefined}>
        {label}
      </span>
      {restsUntil && <span className="tag warn">Resting</span>}
      {isRunning && <span className="tag accent">Running</span>}
      {boards && health !== 'new' && <span className="quiet"> {describeBoards(boards)}</span>}
    </>
  );
}
