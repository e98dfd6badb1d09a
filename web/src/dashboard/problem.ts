import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { answerWith, statusOf } from '../lib/server-answer';

/** The reason why the server draws a page without its subject; it also sets the page's status. */
export function problemOf(queryClient: QueryClient, queryKey: QueryKey) {
  const problem = queryClient.getQueryState<unknown, Error>(queryKey)?.error ?? undefined;
  if (problem) answerWith(statusOf(problem));
  return { problem };
}
