import type { Stats } from './documents';
import { Moment } from './now';

const WORDS: Partial<Record<string, string>> = { late: 'is late', failing: 'is failing' };

/** The notice of workers that fail or are late, which nobody must overlook. */
export function Alarm({ stats }: { stats: Stats }) {
  const troubled = Object.values(stats.workerStatus).filter(({ timeliness }) => WORDS[timeliness]);
  if (troubled.length === 0) return null;
  return (
    <ul className="alarm" aria-label="Trouble">
      {troubled.map(({ name, timeliness, lastSuccess }) => (
        <li key={name}>
          <strong>{name}</strong> {WORDS[timeliness]}; it last succeeded{' '}
          {lastSuccess ? <Moment date={lastSuccess} /> : 'never'}.
        </li>
      ))}
    </ul>
  );
}
