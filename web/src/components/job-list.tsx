import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { endFirstPaint } from '../lib/first-paint';
import { type ListedJob, useIsKeptKnown, useKept } from '../lib/kept';
import { JobItem } from './job-item';

interface Properties<Item extends ListedJob> {
  jobs: Item[];
  currentId?: number;
  inPane?: boolean;
  label: string;
  /** The last of these postings that came since the reader's visit before, and the time of that visit. */
  newSince?: { id: number; text: string };
  /** The reader's own additions to a posting. */
  children?: (job: Item) => ReactNode;
}

/** A list of postings, one below the other. */
export function JobList<Item extends ListedJob>(properties: Properties<Item>) {
  const { jobs, currentId, inPane = false, label, newSince, children } = properties;
  const isKnown = useIsKeptKnown();
  const { viewed } = useKept();
  const read = useMemo(() => new Set(viewed), [viewed]);
  useLayoutEffect(() => {
    if (isKnown) endFirstPaint();
  }, [isKnown]);
  return (
    <ol className="job-list" aria-label={label}>
      {jobs.map((job) => (
        <JobItem
          key={job.id}
          {...{ job, inPane }}
          isCurrent={job.id === currentId}
          isViewed={read.has(job.id)}
          newSince={newSince?.id === job.id ? newSince.text : undefined}
        >
          {children?.(job)}
        </JobItem>
      ))}
    </ol>
  );
}

/** The placeholder of a list that loads. */
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
