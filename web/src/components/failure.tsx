import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ApiError } from '../api/client';

/** What went wrong, in words for readers, and two ways on. */
export function Failure({ error }: Pick<ErrorComponentProps, 'error'>) {
  const router = useRouter();
  const text = error instanceof ApiError ? error.message : 'Something went wrong on our side.';
  return (
    <section className="notice" role="alert">
      <h1>This did not work</h1>
      <p>{text}</p>
      <p className="actions">
        <button type="button" className="button" onClick={() => void router.invalidate()}>
          Try again
        </button>
        <a href="/">All jobs</a>
      </p>
    </section>
  );
}
