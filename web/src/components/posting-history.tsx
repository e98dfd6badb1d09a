import type { Change } from '../api/types';
import { Day } from './age';

const FIELDS: Record<string, string> = {
  title: 'title',
  company: 'company',
  sourceUrl: 'address',
  location: 'place',
  remoteScope: 'where one may work from',
  category: 'category',
  pay: 'pay',
  postDate: 'date',
  expiresAt: 'closing date',
  description: 'description',
  role: 'postings of its role',
};

/** "pay (€80k → €94k)"; the name alone where the values are long, or codes. */
function textOfField(field: string, { values }: Change) {
  const name = FIELDS[field] ?? field;
  const value = values[field];
  if (!value || field === 'remoteScope' || field === 'role') return name;
  return `${name} (${value.before ?? 'none'} → ${value.after ?? 'none'})`;
}

function textOf(change: Change, isFirst: boolean) {
  if (change.change === 'opened') return isFirst ? 'First seen' : 'Opened again';
  if (change.change === 'closed') return 'Closed';
  return `Changed: ${change.fields.map((field) => textOfField(field, change)).join(', ')}`;
}

/** What became of a posting, oldest first. */
export function PostingHistory({ history, heading: Heading }: { history: Change[]; heading: 'h2' | 'h3' }) {
  if (history.length === 0) return null;
  return (
    <section className="history">
      <Heading>History</Heading>
      <ol>
        {history.map((change, index) => (
          <li key={index} data-change={change.change}>
            {textOf(change, index === 0)} <Day date={change.at} />
          </li>
        ))}
      </ol>
    </section>
  );
}
