import { formatPay, formatPayInUsd } from '../lib/format';
import type { ListedJob } from '../lib/kept';

/** What a posting pays, as it states it and, where that is another currency, in comparable dollars. */
export function Pay({ job }: { job: ListedJob }) {
  const pay = formatPay(job);
  const inUsd = formatPayInUsd(job);
  if (!pay) return null;
  return (
    <span className="job-pay" data-comparable={job.salaryUsdYear !== null || undefined}>
      {pay}
      {inUsd && (
        <span className="quiet" title="The most it pays in a year of full-time work, at the rates of our table">
          {' '}
          {inUsd}
        </span>
      )}
    </span>
  );
}
