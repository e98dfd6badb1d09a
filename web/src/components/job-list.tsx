import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type ListedJob, hasJob, isHidden, onHide, toggleJob, useKept } from '../lib/kept';
import { JobItem } from './job-item';

interface Properties {
  jobs: ListedJob[];
  currentId?: number;
  inPane?: boolean;
  /** The list of hidden ones shows them. */
  showsHidden?: boolean;
  label: string;
}

/** Postings, without those that the reader has hidden. */
export function JobList({ jobs, currentId, inPane = false, showsHidden = false, label }: Properties) {
  const kept = useKept();
  const shown = showsHidden ? jobs : jobs.filter((job) => !isHidden(kept, job));
  return (
    <>
      {jobs.length > 0 && shown.length === 0 && <AllHidden />}
      <ol className="job-list" aria-label={label}>
        {shown.map((job) => (
          <JobItem key={job.id} job={job} isCurrent={job.id === currentId} inPane={inPane} />
        ))}
      </ol>
      {!showsHidden && <UndoHiding hidden={kept.hidden} />}
    </>
  );
}

/** Stands where the reader has hidden all there would be. */
function AllHidden() {
  return (
    <div className="notice">
      <h2>All of these are hidden</h2>
      <p>You have hidden them, or their companies.</p>
      <p className="actions">
        <Link
          to="/"
          search={(search) => ({ ...search, cursor: undefined, job: undefined, view: 'hidden' })}
          className="button"
        >
          Show what is hidden
        </Link>
      </p>
    </div>
  );
}

const UNDO_MS = 8_000;

/** Tells of the posting that was just hidden, and brings it back on request. */
function UndoHiding({ hidden }: { hidden: ListedJob[] }) {
  const [latest, setLatest] = useState<ListedJob>();
  useEffect(() => onHide(setLatest), []);
  useEffect(() => {
    if (!latest) return;
    const timer = setTimeout(() => setLatest(undefined), UNDO_MS);
    return () => clearTimeout(timer);
  }, [latest]);
  return (
    <div className="toast-place" role="status">
      {latest && hasJob(hidden, latest) && (
        <p className="toast">
          Hidden: {latest.title}
          <button type="button" className="text-button" onClick={() => toggleJob('hidden', latest)}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}

/** Stands where the list will be. */
export function JobListSkeleton() {
  return (
    <ol className="job-list" aria-hidden="true">
      {Array.from({ length: 8 }, (_, index) => (
        <li key={index} className="job-item">
          <div className="skeleton line" />
          <div className="skeleton line short" />
          <div className="skeleton line" />
        </li>
      ))}
    </ol>
  );
}
