import { formatNumber } from '../lib/format';
import { type Balance, missingIn } from './receipt';

const classOf = (name: string) => `part-${name.replaceAll(' ', '-')}`;

/** The postings of a receipt as one bar, divided by their outcomes. Decoration: `ReceiptSum` has the words. */
export function ReceiptBar({ balance }: { balance: Balance }) {
  const missing = missingIn(balance);
  const total = balance.count - Math.min(missing, 0);
  let x = 0;
  const rects = balance.parts.map(({ name, count }) => {
    const rect = <rect key={name} className={classOf(name)} x={x} width={count} height="1" />;
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

/** A receipt as the sum it is. One that does not balance tells the difference. */
export function ReceiptSum({ balance }: { balance: Balance }) {
  const { whole, count, parts } = balance;
  const missing = missingIn(balance);
  return (
    <div className="receipt-sum">
      <span>
        <b>{formatNumber(count)}</b> {whole} {missing === 0 ? '=' : '≠'}
      </span>
      <ul className="receipt-parts">
        {parts.length === 0 && <li>nothing to account for</li>}
        {parts.map((part) => (
          <li key={part.name}>
            <svg viewBox="0 0 10 10" aria-hidden="true" className={classOf(part.name)}>
              <rect width="10" height="10" rx="2.5" />
            </svg>
            <b>{formatNumber(part.count)}</b> {part.name}
          </li>
        ))}
      </ul>
      {missing === 0 && <span className="tag good">Balanced</span>}
      {missing > 0 && <span className="tag bad">{formatNumber(missing)} unaccounted for</span>}
      {missing < 0 && <span className="tag bad">{formatNumber(-missing)} too many</span>}
    </div>
  );
}
