import { Link, useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useLastList } from '../lib/last-list';
import { isPlain } from './job-link';
import { Icon } from './icons';

/** A link from a posting's page to the list that the reader came from: its search, and the place in it. */
export function BackLink() {
  const router = useRouter();
  const last = useLastList();
  const goBack = (event: MouseEvent) => {
    const steps = last ? last.index - router.history.location.state.__TSR_index : 0;
    // Forward, or nowhere, is another tab's history.
    if (!isPlain(event) || steps >= 0) return;
    event.preventDefault();
    router.history.go(steps);
  };
  return (
    <p>
      <Link to="/" search={last?.search} className="back-link" onClick={goBack}>
        <Icon name="back" /> {last?.name ?? 'All jobs'}
      </Link>
    </p>
  );
}
