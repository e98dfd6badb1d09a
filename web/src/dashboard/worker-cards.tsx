import { andList } from '../lib/format';
import { boardSources, labelOfSource } from '../lib/sources';
import type { Stats, WorkerId, WorkerStatus } from './documents';
import { Moment, useNow } from './now';
import { describeSchedule, nextRun } from './schedule';
import { TriggerResult } from './trigger-result';
import type { Trigger } from './use-trigger';

interface Props {
  workers: Stats['workerStatus'];
  trigger: Trigger;
}

const WORKERS: readonly WorkerId[] = ['ats', 'aggregator', 'discovery'];

const TIMELINESS: Record<WorkerStatus['timeliness'], { label: string; tone: string }> = {
  on_time: { label: 'On time', tone: 'good' },
  late: { label: 'Late', tone: 'warn' },
  failing: { label: 'Failing', tone: 'bad' },
  never: { label: 'Never ran', tone: '' },
};

export function WorkerCards({ workers, trigger }: Props) {
  return (
    <section className="worker-cards" aria-labelledby="workers-heading">
      <h2 id="workers-heading" className="visually-hidden">
        Workers
      </h2>
      {WORKERS.map((id) => (
        <WorkerCard key={id} id={id} worker={workers[id]} trigger={trigger} />
      ))}
    </section>
  );
}

function WorkerCard({ id, worker, trigger }: { id: WorkerId; worker: WorkerStatus; trigger: Trigger }) {
  const path = `/api/v3/sync/${id}`;
  const { label, tone } = TIMELINESS[worker.timeliness];
  return (
    <article className="panel worker-card">
      <header>
        <h3>{worker.name}</h3>
        {worker.status === 'running' && <span className="tag accent">Running</span>}
        <span className={`tag ${tone}`}>{label}</span>
      </header>
      <p className="quiet">
        {worker.sources.length > 0
          ? andList.format(worker.sources.map(labelOfSource))
          : `Candidates on ${andList.format(boardSources().map(({ displayName }) => displayName))}`}
        , <span title={worker.schedule}>{describeSchedule(worker.schedule)}</span>
      </p>
      <dl className="pairs">
        <div>
          <dt>Last run</dt>
          <dd>{worker.lastSync ? <Moment date={worker.lastSync} /> : 'never'}</dd>
        </div>
        <div>
          <dt>Last success</dt>
          <dd>{worker.lastSuccess ? <Moment date={worker.lastSuccess} /> : 'never'}</dd>
        </div>
        <div>
          <dt>Next run</dt>
          <dd>
            <NextRun schedule={worker.schedule} />
          </dd>
        </div>
      </dl>
      {worker.timeliness === 'failing' && worker.lastError && <p className="worker-error">{worker.lastError}</p>}
      <button
        type="button"
        className="button needs-script"
        disabled={trigger.isRunning(path)}
        onClick={() => trigger.run({ path, name: worker.name })}
      >
        {trigger.isRunning(path) ? 'Running …' : 'Run a tick now'}
        <span className="visually-hidden"> of {worker.name}</span>
      </button>
      <TriggerResult trigger={trigger} path={path} />
    </article>
  );
}

/** Told by the browser's clock: the server would be asked for it every second. */
function NextRun({ schedule }: { schedule: string }) {
  const now = useNow();
  const next = now > 0 ? nextRun(schedule, now) : undefined;
  return next === undefined ? schedule : <Moment date={next} />;
}
