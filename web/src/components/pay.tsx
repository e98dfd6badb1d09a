import { useCurrency } from '../lib/currency';
import { formatDate, formatPay, formatPayIn } from '../lib/format';
import type { ListedJob } from '../lib/kept';
import { dayOfRates } from '../lib/rates';

/** The pay of a posting as stated, and in the reader's currency a year where that differs. */
export function Pay({ job, withDay = false }: { job: ListedJob; withDay?: boolean }) {
  const pay = formatPay(job);
  const compared = formatPayIn(job, useCurrency());
  if (!pay) return null;
  return (
    <span className="job-pay" data-comparable={job.salaryUsdYear !== null || undefined}>
      {pay}
      {compared && (
        <span className="quiet" title="The most it pays in a year of full-time work">
          {' '}
          {compared}
          {withDay && `, at rates of ${formatDate(dayOfRates())}`}
        </span>
      )}
    </span>
  );
}
