import type { Stats } from './documents';
import { Moment } from './now';

/** What an operator must not overlook: that nothing answers, or that a worker does not do its work. */
export function Alarm({ stats, error }: { stats: Stats; error: Error | null }) {
  const troubled = Object.values(stats.workerStatus).filter(({ timeliness }) => isTrouble(timeliness));
  if (error) {
    return (
      <p className="alarm" role="alert">
        <strong>Nothing here is current.</strong> {error.message}
      </p>
    );
  }
  if (troubled.length === 0) return null;
  return (
    <ul className="alarm" aria-label="Trouble">
      {troubled.map(({ name, timeliness, lastSuccess }) => (
        <li key={name}>
          <strong>{name}</strong> {timeliness === 'late' ? 'is late' : 'is failing'}; it last succeeded{' '}
          {lastSuccess ? <Moment date={lastSuccess} /> : 'never'}.
        </li>
      ))}
    </ul>
  );
}

const isTrouble = (timeliness: string) => timeliness === 'late' || timeliness === 'failing';
