import type { Run } from './documents';

const TONES: Record<Run['status'], string> = { success: 'good', failed: 'bad', running: 'accent' };

/** Who began a run, where that was no cron, and how it ended. */
export function RunTags({ run: { trigger, status } }: { run: Run }) {
  return (
    <>
      {trigger === 'manual' && <span className="tag">manual</span>}
      <span className={`tag ${TONES[status]}`}>{status}</span>
    </>
  );
}
