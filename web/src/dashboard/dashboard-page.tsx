import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isOutOfQuota } from '../api/client';
import { Trouble } from '../components/failure';
import { formatCount } from '../lib/format';
import { Alarm } from './alarm';
import { Boards } from './boards';
import { CompanyForms } from './company-forms';
import { DaysChart } from './days-chart';
import { ErrorCauses } from './error-causes';
import { Moment } from './now';
import { type Live, statsQuery } from './queries';
import type { RunFilter } from './run-filter';
import { Runs } from './runs';
import { SourceTable } from './source-table';
import { TokenDialog } from './token-dialog';
import { useTrigger } from './use-trigger';
import { WorkerCards } from './worker-cards';

/** Again and again, and at once when the page is seen again. */
const liveEvery = (isLive: boolean, intervalMs: number): Live => ({
  refetchInterval: isLive && intervalMs,
  refetchOnWindowFocus: isLive,
});

/** Why what is shown is no longer kept current. */
const textOfSilence = (error: Error) =>
  isOutOfQuota(error)
    ? 'The database’s quota is used up until midnight UTC; last seen'
    : 'The server does not answer; last seen';

const PARTS = [
  { id: 'sources', label: 'Sources' },
  { id: 'causes', label: 'Errors by cause' },
  { id: 'boards', label: 'Boards' },
  { id: 'runs', label: 'Runs' },
];

export function DashboardPage({ filter }: { filter: RunFilter }) {
  const [isLive, setIsLive] = useState(true);
  const stats = useQuery({ ...statsQuery, ...liveEvery(isLive, 10_000) });
  const trigger = useTrigger();
  if (!stats.data)
    return stats.error ? (
      <Trouble error={stats.error} onRetry={() => void stats.refetch()} />
    ) : (
      <p role="status">Loading …</p>
    );
  const { totalJobs, totalDiscoveredCompanies, pendingCompanies } = stats.data;
  return (
    <div className="dashboard">
      <header className="dashboard-head">
        <h1>Status</h1>
        <p>
          <b>{formatCount(totalJobs, 'open job', 'open jobs')}</b>,{' '}
          <b>{formatCount(totalDiscoveredCompanies, 'company', 'companies')}</b>,{' '}
          <b>{formatCount(pendingCompanies, 'candidate', 'candidates')}</b> to check
        </p>
        <div className="live">
          <span className={isLive && !stats.error ? 'live-dot is-live' : 'live-dot'} aria-hidden="true" />
          <span>
            {stats.error ? textOfSilence(stats.error) : 'As of'} <Moment date={stats.dataUpdatedAt} />
          </span>
          <button
            type="button"
            className="button needs-script"
            aria-pressed={!isLive}
            onClick={() => setIsLive(!isLive)}
          >
            {isLive ? 'Pause' : 'Resume'}
          </button>
        </div>
        <nav className="on-this-page" aria-label="On this page">
          {PARTS.map(({ id, label }) => (
            <a key={id} href={`#${id}`}>
              {label}
            </a>
          ))}
        </nav>
      </header>
      <Alarm stats={stats.data} error={stats.error} />
      <WorkerCards workers={stats.data.workerStatus} isCurrent={!stats.error} trigger={trigger} />
      <SourceTable stats={stats.data} />
      <DaysChart days={stats.data.days} />
      <ErrorCauses live={liveEvery(isLive, 30_000)} />
      <CompanyForms trigger={trigger} />
      <Boards live={liveEvery(isLive, 30_000)} />
      <Runs filter={filter} live={liveEvery(isLive, 5_000)} />
      <TokenDialog trigger={trigger} />
    </div>
  );
}
