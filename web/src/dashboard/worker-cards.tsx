import { andList } from '../lib/format';
import { boardSources, labelOfSource } from '../lib/sources';
import type { Stats, WorkerId, WorkerStatus } from './documents';
import { Moment } from './now';
import { NextRun } from './next-tick';
import { describeSchedule } from './schedule';
import { TriggerResult } from './trigger-result';
import type { Trigger } from './use-trigger';

interface Props {
  workers: Stats['workerStatus'];
  /** Whether the shown answer is current. */
  isCurrent: boolean;
  trigger: Trigger;
}

const WORKERS: readonly WorkerId[] = ['ats', 'aggregator', 'discovery'];

const TIMELINESS: Record<WorkerStatus['timeliness'], { label: string; tone: string }> = {
  on_time: { label: 'On time', tone: 'good' },
  late: { label: 'Late', tone: 'warn' },
  failing: { label: 'Failing', tone: 'bad' },
  never: { label: 'Never ran', tone: '' },
};

export function WorkerCards({ workers, isCurrent, trigger }: Props) {
  return (
    <section className="worker-cards" aria-labelledby="workers-heading">
      <h2 id="workers-heading" className="visually-hidden">
        Workers
      </h2>
      {WORKERS.map((id) => (
        <WorkerCard key={id} worker={workers[id]} {...{ id, isCurrent, trigger }} />
      ))}
    </section>
  );
}

interface CardProps extends Omit<Props, 'workers'> {
  id: WorkerId;
  worker: WorkerStatus;
}

function WorkerCard({ id, worker, isCurrent, trigger }: CardProps) {
  const path = `/api/v3/sync/${id}`;
  const { label, tone } = TIMELINESS[worker.timeliness];
  return (
    <article className="panel worker-card">
      <header>
        <h3>{worker.name}</h3>
        {worker.isRunning && <span className="tag accent">Running</span>}
        <span className={`tag ${isCurrent ? tone : ''}`}>{isCurrent ? label : `${label} when last seen`}</span>
      </header>
      <p className="quiet">
        {worker.sources.length > 0
          ? andList.format(worker.sources.map(labelOfSource))
          : `Candidates on ${andList.format(boardSources().map(({ displayName }) => displayName))}`}
        , <span title={worker.schedule}>{describeSchedule(worker.schedule)}</span>
      </p>
      <Runs {...worker} />
      {worker.timeliness === 'failing' && worker.lastError && <p className="worker-error">{worker.lastError}</p>}
      <button
        type="button"
        className="button needs-script"
        disabled={trigger.isRunning(path)}
        onClick={() => trigger.run({ path, name: worker.name })}
      >
        {trigger.isRunning(path) ? 'Running …' : 'Run now'}
        <span className="visually-hidden"> of {worker.name}</span>
      </button>
      <TriggerResult trigger={trigger} about={path} />
    </article>
  );
}

function Runs({ lastSync, lastSuccess, schedule }: WorkerStatus) {
  return (
    <dl className="pairs">
      <div>
        <dt>Last run</dt>
        <dd>{lastSync ? <Moment date={lastSync} /> : 'never'}</dd>
      </div>
      <div>
        <dt>Last success</dt>
        <dd>{lastSuccess ? <Moment date={lastSuccess} /> : 'never'}</dd>
      </div>
      <div>
        <dt>Next run</dt>
        <dd>
          <NextRun schedule={schedule} />
        </dd>
      </div>
    </dl>
  );
}
