import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { nameOfField } from '../components/posting-history';
import { formatCount, formatDate } from '../lib/format';
import { isSource, labelOfSource } from '../lib/sources';
import type { Run, RunChange, RunWithChanges } from './documents';
import { NoData } from './no-data';
import { TimeOfDay, formatDuration } from './now';
import { OperationsNav } from './operations-head';
import { runQuery } from './queries';
import { RunBody } from './run-body';
import { TRIGGERS, labelOfType } from './run-filter';
import { nameOfRun } from './run-name';
import { RunTags } from './run-tags';

/** A run with all that is known of it, at an address of its own. */
export function RunPage({ id, problem }: { id: string; problem?: Error }) {
  const { data: run, error, refetch } = useQuery({
    ...runQuery(id),
    refetchInterval: ({ state }) => state.data?.status === 'running' && 3_000,
  });
  if (!run) return <NoData error={error ?? problem} onRetry={() => void refetch()} />;
  return (
    <div className="dashboard">
      <header className="dashboard-head">
        <h1>{nameOfRun(run)}</h1>
        <p>
          <RunTags run={run} />
        </p>
        <OperationsNav />
      </header>
      <section className="panel run-page" aria-label="Run">
        <RunFacts run={run} />
        <RunBody run={run} />
      </section>
      <Changes run={run} />
    </div>
  );
}

function RunFacts({ run }: { run: Run }) {
  const { id, syncType, source, company, trigger, startedAt, durationMs } = run;
  return (
    <dl className="run-facts">
      <Fact name="Worker">
        <Link to="/dashboard" search={{ type: syncType }} hash="runs">
          {labelOfType(syncType)}
        </Link>
      </Fact>
      {source && (
        <Fact name="Source">
          <Link to="/dashboard" search={{ source }} hash="runs">
            {labelOfSource(source)}
          </Link>
        </Fact>
      )}
      {source && company && <CompanyFact source={source} company={company} />}
      <Fact name="Begun by">{TRIGGERS.find(({ name }) => name === trigger)?.label}</Fact>
      <Fact name="Started">
        {formatDate(startedAt)}, <TimeOfDay date={startedAt} />
      </Fact>
      <Fact name="Took">{durationMs === null ? 'not ended yet' : formatDuration(durationMs)}</Fact>
      <Fact name="Id">
        <code>{id}</code>
      </Fact>
    </dl>
  );
}

function CompanyFact({ source, company }: { source: string; company: string }) {
  return (
    <Fact name="Company">
      {isSource(source) ? (
        <Link to="/companies/$source/$slug" params={{ source, slug: company }} preload={false}>
          {company}
        </Link>
      ) : (
        company
      )}
      {' · '}
      <Link to="/boards" search={{ source, company }} preload={false}>
        its board
      </Link>
      {' · '}
      <Link to="/inspect" search={{ source, company }} preload={false}>
        what it answers
      </Link>
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The most changes that the API tells. */
const MOST_CHANGES = 100;

const TONES: Record<string, string> = { opened: 'good', changed: '', closed: 'warn' };

function Changes({ run: { changes, syncType } }: { run: RunWithChanges }) {
  if (syncType === 'discovery') return null;
  return (
    <section className="panel changes" aria-labelledby="changes-heading">
      <h2 id="changes-heading" className="panel-title">
        {changes.length === MOST_CHANGES ? 'The last changes' : formatCount(changes.length, 'change', 'changes')}
      </h2>
      {changes.length === 0 && <p className="quiet">It changed no posting.</p>}
      <ul className="change-list">
        {changes.map((change) => (
          <ChangeItem key={change.cursor} change={change} />
        ))}
      </ul>
    </section>
  );
}

function ChangeItem({ change }: { change: RunChange }) {
  const { id, slug, title, company, fields } = change;
  return (
    <li>
      <span className={`tag ${TONES[change.change]}`}>{change.change}</span>
      <span>
        <Link to="/jobs/$id/{-$slug}" params={{ id: String(id), slug }} preload={false}>
          {title}
        </Link>{' '}
        <span className="quiet">{company}</span>
      </span>
      {change.change === 'changed' && (
        <span className="quiet">{fields.map((field) => nameOfField(field, change)).join(', ')}</span>
      )}
    </li>
  );
}
