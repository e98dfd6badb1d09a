import { createFileRoute } from '@tanstack/react-router';
import { DashboardPage } from '../dashboard/dashboard-page';
import { boardsQuery, failuresQuery, runsQuery, statsQuery } from '../dashboard/queries';
import { readRunFilter } from '../dashboard/run-filter';
import { answerWith } from '../lib/server-answer';
import styles from '../styles/dashboard.css?url';
import receipt from '../styles/receipt.css?url';

export const Route = createFileRoute('/dashboard')({
  validateSearch: readRunFilter,
  loaderDeps: ({ search }) => search,
  // The server draws the page complete; the browser asks on its own.
  loader: async ({ context: { queryClient }, deps }) => {
    if (!import.meta.env.SSR) return;
    await Promise.all([
      queryClient.prefetchQuery(statsQuery),
      queryClient.prefetchQuery(failuresQuery),
      queryClient.prefetchInfiniteQuery(boardsQuery('all')),
      queryClient.prefetchInfiniteQuery(runsQuery(deps)),
    ]);
    if (queryClient.getQueryState(statsQuery.queryKey)?.status === 'error') answerWith(503);
  },
  head: () => ({
    meta: [
      { title: 'Status – Spearyx Jobs' },
      {
        name: 'description',
        content: 'How the syncs of Spearyx Jobs are doing: workers, sources, runs and their receipts.',
      },
      { name: 'robots', content: 'noindex' },
    ],
    links: [
      { rel: 'stylesheet', href: receipt },
      { rel: 'stylesheet', href: styles },
    ],
  }),
  component: function Dashboard() {
    return <DashboardPage filter={Route.useSearch()} />;
  },
});
