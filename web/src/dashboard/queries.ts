import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { askApi } from '../api/client';
import { toQuery } from '../lib/to-query';
import type { CompanyPage, RunPage, Stats } from './documents';
import type { RunFilter } from './run-filter';

// Asks the server whether anything has changed; an answer that has not costs no body.
const FRESH: RequestInit = { cache: 'no-cache' };

/** How often a query is asked again. Query itself asks nothing while the page is hidden. */
export interface Live {
  refetchInterval: number | false;
  refetchOnWindowFocus: boolean;
}

export const statsQuery = queryOptions({
  queryKey: ['dashboard', 'stats'],
  queryFn: async ({ signal }) => (await askApi<{ stats: Stats }>('/api/v3/stats', { ...FRESH, signal })).stats,
  staleTime: 0,
});

const askRuns = (parameters: Parameters<typeof toQuery>[0], signal: AbortSignal) =>
  askApi<RunPage>(`/api/v3/logs${toQuery(parameters)}`, { ...FRESH, signal });

export const runsQuery = (filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ['dashboard', 'runs', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => askRuns({ ...filter, cursor: pageParam, limit: 25 }, signal),
    getNextPageParam: ({ meta }) => meta.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

const askCompanies = async (parameters: Parameters<typeof toQuery>[0], signal: AbortSignal) => {
  const path = `/api/v3/companies${toQuery(parameters)}`;
  return (await askApi<{ data: CompanyPage }>(path, { ...FRESH, signal })).data;
};

/** Which boards are listed, under the API's own parameters. */
export const BOARD_CHOICES = [
  { name: 'all', label: 'All', parameters: {} },
  { name: 'failing', label: 'Failing', parameters: { failing: true } },
  { name: 'empty', label: 'Empty', parameters: { status: 'empty' } },
  { name: 'gone', label: 'Gone', parameters: { status: 'gone' } },
  { name: 'paused', label: 'Paused', parameters: { status: 'paused' } },
] as const;

export type BoardChoice = (typeof BOARD_CHOICES)[number]['name'];

const parametersOf = (choice: BoardChoice) => BOARD_CHOICES.find(({ name }) => name === choice)?.parameters;

export const boardsQuery = (choice: BoardChoice) =>
  infiniteQueryOptions({
    queryKey: ['dashboard', 'boards', choice],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      askCompanies({ ...parametersOf(choice), cursor: pageParam, limit: 25 }, signal),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Some companies with a board at a source, to choose from. */
export const companiesQuery = (source: string) =>
  queryOptions({
    queryKey: ['dashboard', 'companies', source],
    queryFn: async ({ signal }) => (await askCompanies({ source, limit: 100 }, signal)).companies,
  });

/** The latest failed runs, for the causes they have in common. */
export const failuresQuery = queryOptions({
  queryKey: ['dashboard', 'failures'],
  queryFn: ({ signal }) => askRuns({ errors: true, limit: 100 }, signal),
  staleTime: 0,
});
