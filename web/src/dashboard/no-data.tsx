import { Trouble } from '../components/failure';

interface Props {
  error: Error | undefined;
  onRetry(): void;
}

/** A page that has nothing to show yet, or that could not be loaded. */
export function NoData({ error, onRetry }: Props) {
  return error ? <Trouble error={error} onRetry={onRetry} /> : <p role="status">Loading …</p>;
}
