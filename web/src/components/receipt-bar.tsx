import { formatNumber } from '../lib/format';

/** What became of the postings of a run; wasm/model/receipt.h is the contract. */
export interface Receipt {
  fetched: number;
  added: number;
  updated: number;
  unchanged: number;
  filtered: number;
  rejected: number;
  duplicate: number;
  filteredReasons?: Record<string, number>;
  rejectedReasons?: Record<string, number>;
  closed?: number;
  reopened?: number;
  truncated?: number;
  requests?: number;
  bytes?: number;
  notModified?: number;
  duration?: number;
}

const PARTS = ['added', 'updated', 'unchanged', 'filtered', 'rejected', 'duplicate'] as const;

/**
 * The fetched postings on one side, what became of them on the other: as bars of one length, and as
 * the sum they are. A receipt that does not balance says by how much.
 */
export function ReceiptBar({ receipt, withSum = true }: { receipt: Receipt; withSum?: boolean }) {
  const parts = PARTS.map((name) => ({ name, count: receipt[name] })).filter(({ count }) => count > 0);
  const accounted = parts.reduce((sum, { count }) => sum + count, 0);
  const missing = receipt.fetched - accounted;
  return (
    <figure className="receipt">
      <Bar parts={parts} total={Math.max(receipt.fetched, accounted)} missing={missing} />
      {withSum && (
        <figcaption>
          <span className="receipt-total">
            <b>{formatNumber(receipt.fetched)}</b> fetched {missing === 0 ? '=' : '≠'}
          </span>
          <ul className="receipt-parts">
            {parts.length === 0 && <li>nothing to account for</li>}
            {parts.map(({ name, count }) => (
              <li key={name}>
                <svg viewBox="0 0 10 10" aria-hidden="true" className={`part-${name}`}>
                  <rect width="10" height="10" rx="2.5" />
                </svg>
                <b>{formatNumber(count)}</b> {name}
              </li>
            ))}
          </ul>
          <Balance missing={missing} />
        </figcaption>
      )}
    </figure>
  );
}

interface BarProps {
  parts: { name: string; count: number }[];
  total: number;
  missing: number;
}

/** Decoration: the sum below it has the words. */
function Bar({ parts, total, missing }: BarProps) {
  let x = 0;
  const rects = parts.map(({ name, count }) => {
    const rect = <rect key={name} className={`part-${name}`} x={x} width={count} height="1" />;
    x += count;
    return rect;
  });
  return (
    <svg className="receipt-bar" viewBox={`0 0 ${Math.max(total, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
      {rects}
      {missing > 0 && <rect className="part-missing" x={x} width={missing} height="1" />}
    </svg>
  );
}

function Balance({ missing }: { missing: number }) {
  if (missing === 0) return <span className="tag good">Balanced</span>;
  return <span className="tag bad">{formatNumber(Math.abs(missing))} {missing > 0 ? 'unaccounted for' : 'too many'}</span>;
}
