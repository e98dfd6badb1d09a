import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { jobQuery } from '../api/queries';
import { type BoardSearch, filterOf } from '../lib/search';
import { useWide } from '../lib/use-wide';
import { Trouble } from './failure';
import { Icon } from './icons';
import { Posting } from './posting';

/** The chosen posting beside the list. Where there is no room it covers the list, if it was chosen. */
export function PostingPane({ id, search }: { id?: number; search: BoardSearch }) {
  const isShown = useWide() || search.job !== undefined;
  const job = useQuery({ ...jobQuery(id ?? 0), enabled: id !== undefined && isShown });
  if (id === undefined) return null;
  return (
    <section className="board-pane panel" aria-label="Posting" key={id}>
      <Link to="/" search={{ ...filterOf(search), view: search.view }} resetScroll={false} className="back-link">
        <Icon name="back" /> Back to the list
      </Link>
      {job.data && <Posting job={job.data} />}
      {!job.data && job.isError && <Trouble error={job.error} onRetry={() => void job.refetch()} />}
      {!job.data && !job.isError && <PostingSkeleton />}
    </section>
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
