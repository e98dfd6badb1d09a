import { Link } from '@tanstack/react-router';
import { ReceiptBar } from '../receipt/receipt-bar';
import { formatNumber } from '../lib/format';
import { type Balance, balanceOf } from '../receipt/receipt';
import type { Run } from './documents';
import { Moment, formatDuration } from './now';
import { RunBody } from './run-body';
import { nameOfRun } from './run-name';
import { RunTags } from './run-tags';

/** A run in a line; opened, its receipt and its log, and a link to its page. */
export function RunItem({ run }: { run: Run }) {
  const balance = balanceOf(run.stats);
  return (
    <details className="run">
      <summary>
        <span className="run-name">{nameOfRun(run)}</span>
        <span className="run-tags">
          <RunTags run={run} />
        </span>
        <span className="run-bar">{balance && balance.count > 0 && <ReceiptBar balance={balance} />}</span>
        <span className="run-line">{run.error ?? (balance ? summaryOf(run, balance) : '')}</span>
        <span className="run-time">
          <span>{run.durationMs !== null && formatDuration(run.durationMs)}</span>
          <Moment date={run.startedAt} />
        </span>
      </summary>
      <div className="run-body">
        <p>
          <Link to="/runs/$id" params={{ id: run.id }} preload={false}>
            This run, and what it changed
          </Link>
        </p>
        <RunBody run={run} />
      </div>
    </details>
  );
}

function summaryOf({ stats }: Run, { count, whole, parts }: Balance): string {
  if ('notModified' in stats && stats.notModified && count === 0) return 'not modified';
  const shown = parts.map((part) => `${formatNumber(part.count)} ${part.name}`).join(', ');
  return shown || `${formatNumber(count)} ${whole}`;
}
