import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatCount } from '../lib/format';
import { Alarm } from './alarm';
import { DaysChart } from './days-chart';
import { ErrorCauses } from './error-causes';
import { useLive } from './live';
import { NoData } from './no-data';
import { OperationsHead } from './operations-head';
import { statsQuery } from './queries';
import type { RunFilter } from './run-filter';
import { Runs } from './runs';
import { SourceTable } from './source-table';
import { TokenDialog } from './token-dialog';
import { useTrigger } from './use-trigger';
import { WorkerCards } from './worker-cards';

const PARTS = [
  { id: 'sources', label: 'Sources' },
  { id: 'causes', label: 'Errors by cause' },
  { id: 'runs', label: 'Runs' },
];

export function DashboardPage({ filter, problem }: { filter: RunFilter; problem?: Error }) {
  const live = useLive();
  const { data: stats, error, refetch } = useQuery({ ...statsQuery, ...live.every(10_000) });
  const trigger = useTrigger();
  if (!stats) return <NoData error={error ?? problem} onRetry={() => void refetch()} />;
  return (
    <div className="dashboard">
      <OperationsHead title="Status" {...{ live, error, asOf: stats.asOf }}>
        <b>{formatCount(stats.totalJobs, 'open job', 'open jobs')}</b>,{' '}
        <Link to="/boards">{formatCount(stats.totalDiscoveredCompanies, 'company', 'companies')}</Link>,{' '}
        <Link to="/candidates" search={{ show: 'pending' }}>
          {formatCount(stats.pendingCompanies, 'candidate', 'candidates')} to check
        </Link>
      </OperationsHead>
      <nav className="on-this-page" aria-label="On this page">
        {PARTS.map(({ id, label }) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
      </nav>
      {!error && <Alarm stats={stats} />}
      <WorkerCards workers={stats.workerStatus} isCurrent={!error} trigger={trigger} />
      <SourceTable stats={stats} isCurrent={!error} />
      <DaysChart days={stats.days} />
      <ErrorCauses live={live.every(30_000)} />
      <Runs filter={filter} live={live.every(5_000)} />
      <TokenDialog trigger={trigger} />
    </div>
  );
}
