import { Link } from '@tanstack/react-router';
import { stepOf } from './next-steps';

/** What happens next after a failure, as the documentation has it, and the way to its row there. */
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
