import { createFileRoute } from '@tanstack/react-router';
import { DashboardPage } from '../dashboard/dashboard-page';
import { headOf } from '../dashboard/head';
import { problemOf } from '../dashboard/problem';
import { failuresQuery, runsQuery, statsQuery } from '../dashboard/queries';
import { readRunFilter } from '../dashboard/run-filter';

export const Route = createFileRoute('/dashboard')({
  validateSearch: readRunFilter,
  loaderDeps: ({ search }) => search,
  // The server draws the page complete; the browser asks on its own.
  loader: async ({ context: { queryClient }, deps }) => {
    if (!import.meta.env.SSR) return {};
    await Promise.all([
      queryClient.prefetchQuery(statsQuery),
      queryClient.prefetchQuery(failuresQuery),
      queryClient.prefetchInfiniteQuery(runsQuery(deps)),
    ]);
    return problemOf(queryClient, statsQuery.queryKey);
  },
  head: () => headOf('Status', 'How the syncs of Spearyx Jobs are doing: workers, sources, runs and their receipts.'),
  component: function Dashboard() {
    return <DashboardPage {...Route.useLoaderData()} filter={Route.useSearch()} />;
  },
});
