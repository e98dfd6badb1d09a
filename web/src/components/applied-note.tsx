import { type AppliedJob, noteApplied } from '../lib/kept';
import { Day } from './age';

/** The time of the reader's application, and the reader's note. */
export function AppliedNote({ job }: { job: AppliedJob }) {
  return (
    <div className="applied-note">
      <p>
        Applied <Day date={job.appliedAt} />
      </p>
      <label className="field">
        <span className="visually-hidden">Note on {job.title}</span>
        <input
          defaultValue={job.note}
          maxLength={500}
          placeholder="Note"
          autoComplete="off"
          onChange={({ target }) => noteApplied(job.id, target.value)}
        />
      </label>
    </div>
  );
}
