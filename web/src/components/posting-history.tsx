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
};

function textOf({ change, fields }: Change, isFirst: boolean) {
  if (change === 'opened') return isFirst ? 'First seen' : 'Opened again';
  if (change === 'closed') return 'Closed';
  return `Changed: ${fields.map((field) => FIELDS[field] ?? field).join(', ')}`;
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
