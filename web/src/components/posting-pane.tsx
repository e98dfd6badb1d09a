import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ApiError } from '../api/client';
import { jobQuery } from '../api/queries';
import { type BoardSearch, filterOf, placeOf } from '../lib/search';
import { useMarkViewed } from '../lib/use-mark-viewed';
import { useWide } from '../lib/use-wide';
import { Trouble } from './failure';
import { Icon } from './icons';
import { Posting } from './posting';

/** The chosen posting beside the list. Where there is no room it covers the list, if it was chosen. */
export function PostingPane({ id, search }: { id?: number; search: BoardSearch }) {
  const pane = useRef<HTMLElement>(null);
  const isShown = useWide() || search.job !== undefined;
  const job = useQuery({ ...jobQuery(id ?? 0), enabled: id !== undefined && isShown });
  useMarkViewed(search.job !== undefined && job.data ? id : undefined);
  // The element stays, and with it the focus of who reads in it.
  useEffect(() => {
    if (pane.current) pane.current.scrollTop = 0;
  }, [id]);
  if (id === undefined) return null;
  return (
    <section className="board-pane panel" aria-label="Posting" id="posting" tabIndex={-1} ref={pane}>
      <Link to="/" search={{ ...filterOf(search), ...placeOf(search) }} resetScroll={false} className="back-link">
        <Icon name="back" /> Back to the list
      </Link>
      {job.data && <Posting job={job.data} key={id} />}
      {!job.data && job.isError && <NoPosting error={job.error} search={search} onRetry={() => void job.refetch()} />}
      {!job.data && !job.isError && <PostingSkeleton />}
    </section>
  );
}

function NoPosting({ error, search, onRetry }: { error: Error; search: BoardSearch; onRetry: () => void }) {
  const isGone = error instanceof ApiError && error.status === 404;
  if (!isGone) return <Trouble error={error} onRetry={onRetry} />;
  return (
    <div className="notice" role="alert">
      <h2>This posting is gone</h2>
      <p>It was closed long ago and has been deleted.</p>
      <p className="actions">
        <Link to="/" search={{ ...filterOf(search), ...placeOf(search) }} resetScroll={false} className="button">
          Show the list
        </Link>
      </p>
    </div>
  );
}

function PostingSkeleton() {
  return (
    <div className="posting" aria-busy="true" aria-label="Loading">
      <div className="skeleton title" />
      <div className="skeleton line short" />
      <div className="skeleton block" />
      <div className="skeleton block" />
    </div>
  );
}
