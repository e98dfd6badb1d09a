import { createFileRoute } from '@tanstack/react-router';
import { jobQuery, jobsQuery } from '../api/queries';
import { Board } from '../components/board';
import { feedsOf } from '../lib/feeds';
import { titleOfBoard } from '../lib/filter-labels';
import { useNoteList } from '../lib/last-list';
import { filterOf, readBoardSearch } from '../lib/search';
import { answerWith, siteOrigin, statusOf } from '../lib/server-answer';

export const Route = createFileRoute('/')({
  validateSearch: readBoardSearch,
  loaderDeps: ({ search }) => search,
  // The server draws the page complete; the browser shows it at once, and what it waits for as waiting.
  loader: async ({ context: { queryClient }, deps }) => {
    const origin = siteOrigin();
    if (!import.meta.env.SSR) return { origin };
    try {
      const list = await queryClient.fetchInfiniteQuery(jobsQuery(filterOf(deps), deps.cursor));
      const id = deps.job ?? list.pages[0]?.jobs[0]?.id;
      if (id) await queryClient.prefetchQuery(jobQuery(id));
      return { origin };
    } catch (error) {
      answerWith(statusOf(error));
      return { origin, problem: error as Error };
    }
  },
  head: ({ loaderData, match }) => {
    const { search, cursor, view } = match.search;
    const filter = filterOf(match.search);
    const name = titleOfBoard(match.search);
    const title = `${name} – Spearyx Jobs`;
    const url = `${loaderData?.origin}/`;
    return {
      meta: [
        { title },
        { property: 'og:title', content: title },
        { property: 'og:url', content: url },
        // One address for search engines, of the many that a filter makes.
        ...(search || cursor || view ? [{ name: 'robots', content: 'noindex, follow' }] : []),
      ],
      links: [{ rel: 'canonical', href: url }, ...feedsOf(filter)],
    };
  },
  component: function BoardPage() {
    const search = Route.useSearch();
    useNoteList(search);
    return <Board search={search} problem={Route.useLoaderData().problem} />;
  },
});
