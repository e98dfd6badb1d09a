import { Link } from '@tanstack/react-router';
import type { JobDetail } from '../api/types';
import { boardSources } from '../lib/sources';

/** The way to why a posting is here and reads as it does; a feed's payload is not asked for. */
export function InspectLink({ job: { sourceName, company, sourceUrl } }: { job: JobDetail }) {
  if (!boardSources().some(({ name }) => name === sourceName)) return null;
  return (
    <p className="quiet">
      <Link to="/inspect" search={{ source: sourceName, company, posting: sourceUrl }} preload={false} rel="nofollow">
        How this posting was read
      </Link>
    </p>
  );
}
