import { Link } from '@tanstack/react-router';
import { stepOf } from './next-steps';

/** The next step after a failure, from the documentation, and a link to its row there. */
export function NextStep({ code }: { code: string }) {
  const step = stepOf(code);
  if (!step) return null;
  return (
    <p className="quiet">
      Next: {step.next}.{' '}
      <Link to="/errors" hash={code} preload={false}>
        About <code>{code}</code>
      </Link>
    </p>
  );
}
