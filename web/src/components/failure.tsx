import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiError, isOutOfQuota } from '../api/client';

const textOf = (error: Error) => (error instanceof ApiError ? error.message : 'Something went wrong on our side.');

/** A part of a page that could not be loaded, and a way on. */
export function Trouble({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <div className="notice" role="alert">
      <h2>This did not work</h2>
      <p>{textOf(error)}</p>
      <p className="actions">
        {!isOutOfQuota(error) && (
          <button type="button" className="button needs-script" onClick={onRetry}>
            Try again
          </button>
        )}
        <a href="/">All jobs</a>
      </p>
    </div>
  );
}

/** A page that could not be loaded, and a way on. */
export function Failure({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <Trouble error={error as Error} onRetry={() => void router.invalidate()} />;
}
