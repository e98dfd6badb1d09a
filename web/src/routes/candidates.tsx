import { createFileRoute } from '@tanstack/react-router';
import { readCandidateFilter } from '../dashboard/board-filter';
import { CandidatesPage } from '../dashboard/candidates-page';
import { headOf } from '../dashboard/head';
import { problemOf } from '../dashboard/problem';
import { candidatesQuery, statsQuery } from '../dashboard/queries';

export const Route = createFileRoute('/candidates')({
  validateSearch: readCandidateFilter,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    if (!import.meta.env.SSR) return {};
    await Promise.all([
      queryClient.prefetchInfiniteQuery(candidatesQuery(deps)),
      queryClient.prefetchQuery(statsQuery),
    ]);
    return problemOf(queryClient, candidatesQuery(deps).queryKey);
  },
  head: () => headOf('Candidates', 'The companies whose boards Spearyx Jobs looks for.'),
  component: function Candidates() {
    return <CandidatesPage {...Route.useLoaderData()} filter={Route.useSearch()} />;
  },
});
