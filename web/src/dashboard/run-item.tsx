import { ReceiptBar, ReceiptSum } from '../components/receipt-bar';
import { formatCount, formatNumber } from '../lib/format';
import { type Balance, balanceOf } from '../lib/receipt';
import { labelOfSource } from '../lib/sources';
import type { LogLine, Run } from './documents';
import { Moment, TimeOfDay, formatTime } from './now';
import { labelOfType } from './run-filter';

const TONES: Record<Run['status'], string> = { success: 'good', failed: 'bad', running: 'accent' };

const nameOf = ({ source, company, syncType }: Run) =>
  [source ? labelOfSource(source) : labelOfType(syncType), company].filter(Boolean).join(' · ');

/** A run in a line; opened, its receipt and its log. */
export function RunItem({ run }: { run: Run }) {
  const balance = balanceOf(run.stats);
  return (
    <details className="run">
      <summary>
        <span className="run-name">{nameOf(run)}</span>
        <span className="run-tags">
          {run.trigger === 'manual' && <span className="tag">manual</span>}
          <span className={`tag ${TONES[run.status]}`}>{run.status}</span>
        </span>
        <span className="run-bar">{balance && balance.count > 0 && <ReceiptBar balance={balance} />}</span>
        <span className="run-line">{run.error ?? (balance ? summaryOf(run, balance) : '')}</span>
        <span className="run-time">
          <Moment date={run.startedAt} />
        </span>
      </summary>
      <div className="run-body">
        {balance && (
          <>
            <ReceiptBar balance={balance} />
            <ReceiptSum balance={balance} />
          </>
        )}
        <Reasons run={run} />
        <Cost run={run} />
        {run.error && <p className="worker-error">{run.error}</p>}
        <Log lines={run.logs} />
      </div>
    </details>
  );
}

function summaryOf({ stats }: Run, { count, whole, parts }: Balance): string {
  if ('notModified' in stats && stats.notModified && count === 0) return 'not modified';
  const shown = parts.map((part) => `${formatNumber(part.count)} ${part.name}`).join(', ');
  return shown || `${formatNumber(count)} ${whole}`;
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

function Cost({ run: { stats, completedAt, id } }: { run: Run }) {
  const { requests = 0, bytes = 0, duration } = stats;
  const closed = 'closed' in stats && stats.closed ? `${formatNumber(stats.closed)} closed` : '';
  const reopened = 'reopened' in stats && stats.reopened ? `${formatNumber(stats.reopened)} reopened` : '';
  const facts = [
    closed,
    reopened,
    formatCount(requests, 'request', 'requests'),
    `${formatNumber(Math.ceil(bytes / 1_000))} KB`,
    duration !== undefined && `${(duration / 1_000).toFixed(1)} s`,
  ];
  return (
    <p className="quiet run-cost">
      {facts.filter(Boolean).join(' · ')}
      {completedAt && (
        <>
          {' '}
          · done at <TimeOfDay date={completedAt} />
        </>
      )}{' '}
      · <code>{id}</code>
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
