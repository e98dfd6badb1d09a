import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useNow } from '../lib/clock';
import { LiveState, type useLive } from './live';
import { Moment } from './now';

interface Props {
  title: string;
  /** The figures below the title. */
  children?: ReactNode;
  live: ReturnType<typeof useLive>;
  error: Error | null;
  /** The time of the shown answer. */
  asOf: number;
}

/** The head of the pages for operators. */
export function OperationsHead({ title, children, live, error, asOf }: Props) {
  return (
    <>
      <header className="dashboard-head">
        <h1>{title}</h1>
        <p>{children}</p>
        <LiveState {...{ live, error, asOf }} />
        <OperationsNav />
      </header>
      <OldNews error={error} asOf={asOf} isLive={live.isLive} />
    </>
  );
}

export function OperationsNav() {
  return (
    <nav className="operations-nav" aria-label="Operations">
      <Link to="/dashboard">Status</Link>
      <Link to="/boards">Boards</Link>
      <Link to="/candidates">Candidates</Link>
      <Link to="/errors">Errors</Link>
      <Link to="/inspect">Inspector</Link>
    </nav>
  );
}

/** The age beyond which no answer comes by itself. */
const OLD_MS = 120_000;

/** The warning that the page is not the present state, which nobody must overlook. */
function OldNews({ error, asOf, isLive }: Pick<Props, 'error' | 'asOf'> & { isLive: boolean }) {
  const isOld = useNow() - asOf > OLD_MS;
  if (!error && !(isOld && isLive)) return null;
  return (
    <p className="alarm" role="alert">
      <strong>Nothing here is current.</strong> {error ? error.message : <>It is from <Moment date={asOf} />.</>}
    </p>
  );
}
