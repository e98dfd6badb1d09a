import { createFileRoute } from '@tanstack/react-router';
import { headOf } from '../dashboard/head';
import { problemOf } from '../dashboard/problem';
import { runQuery } from '../dashboard/queries';
import { RunPage } from '../dashboard/run-page';

export const Route = createFileRoute('/runs/$id')({
  loader: async ({ context: { queryClient }, params }) => {
    if (!import.meta.env.SSR) return {};
    await queryClient.prefetchQuery(runQuery(params.id));
    return problemOf(queryClient, runQuery(params.id).queryKey);
  },
  head: () => headOf('Run', 'A run of a sync of Spearyx Jobs: its receipt, its log, and the postings that it changed.'),
  component: function Run() {
    return <RunPage {...Route.useLoaderData()} id={Route.useParams().id} />;
  },
});
