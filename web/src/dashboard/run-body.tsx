import { ReceiptBar, ReceiptSum } from '../receipt/receipt-bar';
import { formatCount, formatNumber } from '../lib/format';
import { balanceOf } from '../receipt/receipt';
import { codeOf } from './causes';
import type { LogLine, Run } from './documents';
import { NextStep } from './next-step';
import { TimeOfDay, formatDuration, formatTime } from './now';

/** The outcomes of the postings that a run has read, its costs, and its log. */
export function RunBody({ run }: { run: Run }) {
  const balance = balanceOf(run.stats);
  return (
    <>
      {balance && (
        <>
          <ReceiptBar balance={balance} />
          <ReceiptSum balance={balance} />
        </>
      )}
      <Reasons run={run} />
      <Cost run={run} />
      {run.error && (
        <div>
          <p className="worker-error">{run.error}</p>
          <NextStep code={codeOf(run.error)} />
        </div>
      )}
      <Log lines={run.logs} />
    </>
  );
}

const TITLES = { filteredReasons: 'Filtered', rejectedReasons: 'Rejected', unknown: 'Could not be read' };

function Reasons({ run: { stats } }: { run: Run }) {
  const all = ['filteredReasons', 'rejectedReasons', 'unknown'] as const;
  const lists = all.map((name) => ({ name, reasons: Object.entries((name in stats && (stats as never)[name]) || {}) }));
  return lists
    .filter(({ reasons }) => reasons.length > 0)
    .map(({ name, reasons }) => (
      <p key={name} className="quiet">
        {TITLES[name]}: {reasons.map(([reason, count]) => `${reason} (${count})`).join(', ')}
      </p>
    ));
}

function Cost({ run: { stats, completedAt } }: { run: Run }) {
  const { requests = 0, bytes = 0, duration } = stats;
  const closed = 'closed' in stats && stats.closed ? `${formatNumber(stats.closed)} closed` : '';
  const reopened = 'reopened' in stats && stats.reopened ? `${formatNumber(stats.reopened)} reopened` : '';
  const facts = [
    closed,
    reopened,
    formatCount(requests, 'request', 'requests'),
    `${formatNumber(Math.ceil(bytes / 1_000))} KB`,
    duration !== undefined && formatDuration(duration),
  ];
  return (
    <p className="quiet">
      {facts.filter(Boolean).join(' · ')}
      {completedAt && (
        <>
          {' '}
          · done at <TimeOfDay date={completedAt} />
        </>
      )}
    </p>
  );
}

function Log({ lines }: { lines: LogLine[] }) {
  if (lines.length === 0) return <p className="quiet">No log lines yet.</p>;
  return (
    <ol className="run-log">
      {lines.map((line, index) => (
        <li key={index} className={line.type}>
          <time dateTime={line.timestamp}>{formatTime(line.timestamp).slice(0, 8)}</time>
          <span>
            {line.type !== 'info' && <b>{line.type}: </b>}
            {line.message}
          </span>
        </li>
      ))}
    </ol>
  );
}
