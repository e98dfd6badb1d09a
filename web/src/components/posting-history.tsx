import type { Change } from '../api/types';
import { nameOfScope } from '../lib/scopes';
import { DayAndTime } from './age';

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

/** The names of the scopes in the list that the column holds. */
const scopesIn = (value: string | null) => value?.match(/[A-Z_]{2,}/g)?.map(nameOfScope).join(', ');

/** Writes a changed field as "pay (€80k → €94k)"; the name alone where the values are long, or ids. */
export function nameOfField(field: string, { values }: Change) {
  const name = FIELDS[field] ?? field;
  const value = values[field];
  if (!value || field === 'role') return name;
  const [before, after] = field === 'remoteScope' ? [scopesIn(value.before), scopesIn(value.after)] : [value.before, value.after];
  return `${name} (${before || 'none'} → ${after || 'none'})`;
}

function textOf(change: Change, isFirst: boolean) {
  if (change.change === 'opened') return isFirst ? 'First seen' : 'Opened again';
  if (change.change === 'closed') return 'Closed';
  return `Changed: ${change.fields.map((field) => nameOfField(field, change)).join(', ')}`;
}

/** The history of a posting, oldest change first. */
export function PostingHistory({ history, heading: Heading }: { history: Change[]; heading: 'h2' | 'h3' }) {
  if (history.length === 0) return null;
  return (
    <section className="history">
      <Heading>History</Heading>
      <ol>
        {history.map((change, index) => (
          <li key={index} data-change={change.change}>
            {textOf(change, index === 0)} <DayAndTime date={change.at} />
          </li>
        ))}
      </ol>
    </section>
  );
}
