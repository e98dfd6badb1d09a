import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { answerWith, statusOf } from '../lib/server-answer';

/** Why the server draws a page without what it is about, which then has the status for that. */
export function problemOf(queryClient: QueryClient, queryKey: QueryKey) {
  const problem = queryClient.getQueryState<unknown, Error>(queryKey)?.error ?? undefined;
  if (problem) answerWith(statusOf(problem));
  return { problem };
}
