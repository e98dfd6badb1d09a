import { queryOptions } from '@tanstack/react-query';
import { askApi } from '../api/client';
import type { Job, JobPage } from '../api/types';
import { toQuery } from '../lib/to-query';

/** The open postings that the site holds of a board, copies of roles too. */
export const siteJobsQuery = (source: string, board: string) =>
  queryOptions({
    queryKey: ['inspect', source, board],
    queryFn: async ({ signal }) => {
      const jobs: Job[] = [];
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const query = toQuery({ source, company: `"${board}"`, duplicates: 'show', limit: 100, cursor });
        const { data }: { data: JobPage } = await askApi(`/api/v3/jobs${query}`, { signal });
        jobs.push(...data.jobs);
        cursor = data.nextCursor ?? undefined;
      }
      return jobs;
    },
    staleTime: 0,
  });
