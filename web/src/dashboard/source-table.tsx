import { formatNumber } from '../lib/format';
import { sources, toChoices } from '../lib/sources';
import { Cell, ColumnNames } from './cell';
import type { SourceStatus, Stats } from './documents';
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

function State({ source: { restsUntil, status, error } }: { source: SourceStatus & { error?: string | null } }) {
  if (restsUntil) return <span className="tag warn">Resting</span>;
  if (status === 'failed') {
    return (
      <span className="tag bad" title={error ?? undefined}>
        Failing
      </span>
    );
  }
  if (status === 'running') return <span className="tag accent">Running</span>;
  return status === 'never' ? <span className="tag">Never ran</span> : <span className="tag good">Healthy</span>;
}
