import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { askApi, askDated } from '../api/client';
import { toQuery } from '../lib/to-query';
import {
  BOARD_STATES,
  type BoardFilter,
  CANDIDATE_STATES,
  type CandidateFilter,
  parametersOf,
} from './board-filter';
import type { CandidatePage, CompanyPage, RunPage, RunWithChanges, Stats } from './documents';
import type { RunFilter } from './run-filter';

// Asks the server whether anything has changed; an answer that has not costs no body.
const FRESH: RequestInit = { cache: 'no-cache' };

export const statsQuery = queryOptions({
  queryKey: ['dashboard', 'stats'],
  queryFn: async ({ signal }) => {
    const { body, asOf } = await askDated<{ stats: Stats }>('/api/v3/stats', { ...FRESH, signal });
    return { ...body.stats, asOf };
  },
  staleTime: 0,
});

const askRuns = (parameters: Parameters<typeof toQuery>[0], signal: AbortSignal) =>
  askApi<RunPage>(`/api/v3/logs${toQuery(parameters)}`, { ...FRESH, signal });

export const runsQuery = ({ cursor = '', sort: _, ...filter }: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ['dashboard', 'runs', filter, cursor],
    initialPageParam: cursor,
    queryFn: ({ pageParam, signal }) => askRuns({ ...filter, cursor: pageParam, limit: 25 }, signal),
    getNextPageParam: ({ meta }) => meta.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** A run with the changes that it made. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['dashboard', 'run', id],
    queryFn: async ({ signal }) => {
      const path = `/api/v3/logs/${encodeURIComponent(id)}`;
      return (await askApi<{ data: RunWithChanges }>(path, { ...FRESH, signal })).data;
    },
    staleTime: 0,
  });

const BOARDS_PER_PAGE = 50;

export const boardsQuery = ({ show, source, company, cursor = '' }: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: ['dashboard', 'boards', show, source, company, cursor],
    initialPageParam: cursor,
    queryFn: async ({ pageParam, signal }) => {
      const chosen = { ...parametersOf(show, BOARD_STATES), source, company };
      const path = `/api/v3/companies${toQuery({ ...chosen, cursor: pageParam, limit: BOARDS_PER_PAGE })}`;
      const { body, asOf } = await askDated<{ data: CompanyPage }>(path, { ...FRESH, signal });
      return { ...body.data, asOf };
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const candidatesQuery = ({ show, cursor = '' }: CandidateFilter) =>
  infiniteQueryOptions({
    queryKey: ['dashboard', 'candidates', show, cursor],
    initialPageParam: cursor,
    queryFn: async ({ pageParam, signal }) => {
      const chosen = parametersOf(show, CANDIDATE_STATES);
      const path = `/api/v3/candidates${toQuery({ ...chosen, cursor: pageParam, limit: BOARDS_PER_PAGE })}`;
      const { body, asOf } = await askDated<{ data: CandidatePage }>(path, { ...FRESH, signal });
      return { ...body.data, asOf };
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** The latest failed runs, for the causes they have in common. */
export const failuresQuery = queryOptions({
  queryKey: ['dashboard', 'failures'],
  queryFn: ({ signal }) => askRuns({ errors: true, limit: 100 }, signal),
  staleTime: 0,
});
