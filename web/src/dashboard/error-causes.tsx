import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatCount, formatNumber } from '../lib/format';
import { isSource, labelOfSource } from '../lib/sources';
import { type Cause, groupByCause } from './causes';
import type { Live } from './live';
import { NextStep } from './next-step';
import { Moment } from './now';
import { failuresQuery } from './queries';
import { labelOfType } from './run-filter';

const MOST_COMPANIES = 4;

/** The causes of recent failures, the most frequent first. */
export function ErrorCauses({ live }: { live: Live }) {
  const { data } = useQuery({ ...failuresQuery, ...live });
  if (!data) return null;
  const causes = groupByCause(data.logs);
  return (
    <section className="panel causes" id="causes" aria-labelledby="causes-heading">
      <h2 id="causes-heading" className="panel-title">
        Errors by cause
      </h2>
      {causes.length === 0 ? (
        <p className="quiet">No run has failed.</p>
      ) : (
        <>
          <p className="quiet">
            {data.meta.hasMore ? 'Of the last' : 'Of'} {formatCount(data.meta.count, 'failed run', 'failed runs')};{' '}
            {formatNumber(data.meta.recentErrors)} in the last hour.
          </p>
          <ul className="cause-list">
            {causes.map((cause) => (
              <CauseItem key={`${cause.source}/${cause.code}`} cause={cause} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const nameOf = (source: string) => (isSource(source) ? labelOfSource(source) : labelOfType(source));

/** The filter of a cause's runs; a cause without a source is that of a worker. */
const filterOf = (source: string) => ({ errors: true, ...(isSource(source) ? { source } : { type: source }) });

function CauseItem({ cause: { code, source, count, error, at, lastRunId, companies } }: { cause: Cause }) {
  const others = companies.length - MOST_COMPANIES;
  return (
    <li>
      <span className="tag bad">{count} ×</span>
      <div>
        <p>
          <b>{nameOf(source)}</b> <code>{code}</code>{' '}
          <span className="quiet">
            last <Moment date={at} />
          </span>
        </p>
        <p className="cause-text">{error}</p>
        <NextStep code={code} />
        {companies.length > 0 && (
          <p className="quiet">
            {companies.slice(0, MOST_COMPANIES).map((company, index) => (
              <Fragment key={company}>
                {index > 0 && ', '}
                <Link to="/boards" search={{ source, company }} preload={false}>
                  {company}
                </Link>
              </Fragment>
            ))}
            {others > 0 && ` and ${others} more`}
          </p>
        )}
        <p className="cause-links">
          <Link to="/dashboard" search={filterOf(source)} hash="runs">
            Failed runs<span className="visually-hidden"> of {nameOf(source)}</span>
          </Link>
          <Link to="/runs/$id" params={{ id: lastRunId }} preload={false}>
            The last of them<span className="visually-hidden">: {code}</span>
          </Link>
        </p>
      </div>
    </li>
  );
}
