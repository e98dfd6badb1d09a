import { Link } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import { enterPosting } from '../lib/board-focus';
import type { ListedJob } from '../lib/kept';
import { useShow } from '../lib/use-show';
import { isWide } from '../lib/use-wide';

export const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Whether a key has pressed the link, not a pointer. */
const isByKey = ({ detail }: MouseEvent) => detail === 0;

interface Properties {
  job: ListedJob;
  children: ReactNode;
  className?: string;
  /** Whether the posting is shown beside the list where there is room. */
  inPane?: boolean;
  isCurrent?: boolean;
}

/** A link to a posting's page. */
export function JobLink({ job, children, className, inPane = false, isCurrent = false }: Properties) {
  const show = useShow();
  const showInPane = (event: MouseEvent) => {
    if (!inPane || !isPlain(event) || !isWide()) return;
    event.preventDefault();
    show(job.id);
    if (isByKey(event)) enterPosting();
  };
  return (
    <Link
      to="/jobs/$id/{-$slug}"
      params={{ id: String(job.id), slug: job.slug }}
      className={className}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={showInPane}
    >
      {children}
    </Link>
  );
}
