import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';
import type { ListedJob } from '../lib/kept';
import { isWide } from '../lib/use-wide';

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

interface Properties {
  job: ListedJob;
  children: ReactNode;
  className?: string;
  /** Shows the posting beside the list where there is room. */
  inPane?: boolean;
  isCurrent?: boolean;
}

/** Leads to a posting's page. */
export function JobLink({ job, children, className, inPane = false, isCurrent = false }: Properties) {
  const navigate = useNavigate();
  const showInPane = (event: MouseEvent) => {
    if (!inPane || !isPlain(event) || !isWide()) return;
    event.preventDefault();
    void navigate({ to: '/', search: (search) => ({ ...search, job: job.id }), resetScroll: false });
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
