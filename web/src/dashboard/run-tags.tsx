import type { Run } from './documents';

const TONES: Record<Run['status'], string> = { success: 'good', failed: 'bad', running: 'accent' };

/** The cause of a run, where it was no cron, and its status. */
export function RunTags({ run: { trigger, status } }: { run: Run }) {
  return (
    <>
      {trigger === 'manual' && <span className="tag">manual</span>}
      <span className={`tag ${TONES[status]}`}>{status}</span>
    </>
  );
}
