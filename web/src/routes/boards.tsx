import { createFileRoute } from '@tanstack/react-router';
import { readBoardFilter } from '../dashboard/board-filter';
import { BoardsPage } from '../dashboard/boards-page';
import { headOf } from '../dashboard/head';
import { problemOf } from '../dashboard/problem';
import { boardsQuery, statsQuery } from '../dashboard/queries';

export const Route = createFileRoute('/boards')({
  validateSearch: readBoardFilter,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    if (!import.meta.env.SSR) return {};
    await Promise.all([queryClient.prefetchInfiniteQuery(boardsQuery(deps)), queryClient.prefetchQuery(statsQuery)]);
    return problemOf(queryClient, boardsQuery(deps).queryKey);
  },
  head: () => headOf('Boards', 'The boards that Spearyx Jobs reads: how each does, and when it is looked at next.'),
  component: function Boards() {
    return <BoardsPage {...Route.useLoaderData()} filter={Route.useSearch()} />;
  },
});
