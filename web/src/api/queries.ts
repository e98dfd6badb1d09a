import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type FollowedSearch, type ListedJob, toListed } from '../lib/kept-format';
import type { Rates } from '../lib/rates';
import { type JobFilter, toApiFilter } from '../lib/search';
import type { Now } from '../lib/since-kept';
import type { Source } from '../lib/sources';
import { toQuery } from '../lib/to-query';
import { askApi } from './client';
import type { Company, Facets, Job, JobDetail, JobPage, JobPageMeta, ListedCompany } from './types';

export interface ListedPage {
  jobs: ListedJob[];
  total: number;
  nextCursor: string | null;
  facets?: Facets;
  meta: JobPageMeta;
}

interface ListAnswer {
  data: JobPage;
  meta: JobPageMeta;
}

const toPage = ({ data, meta }: ListAnswer): ListedPage => ({
  jobs: data.jobs.map((job) => toListed(job)),
  total: data.total,
  nextCursor: data.nextCursor,
  facets: data.facets,
  meta,
});

/** The list of postings, page by page; its first page brings the counts for the filters. */
export const jobsQuery = (filter: JobFilter, first = '') =>
  infiniteQueryOptions({
    queryKey: ['jobs', filter, first],
    initialPageParam: first,
    queryFn: async ({ pageParam, signal }) => {
      const facets = pageParam === first || undefined;
      const query = toQuery({ ...toApiFilter(filter), cursor: pageParam, facets });
      return toPage(await askApi<ListAnswer>(`/api/v3/jobs${query}`, { signal }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    // A list stands still under who reads it: asking again asks for all of its pages.
    staleTime: 300_000,
    refetchOnWindowFocus: false,
  });

/** Postings per value, of those that a filter finds. */
export const facetsQuery = (filter: JobFilter) =>
  queryOptions({
    queryKey: ['facets', filter],
    queryFn: async ({ signal }) => {
      const path = `/api/v3/jobs${toQuery({ ...toApiFilter(filter), facets: true, limit: 1 })}`;
      return (await askApi<ListAnswer>(path, { signal })).data.facets;
    },
    staleTime: 60_000,
  });

/** The number of postings that a filter finds. */
export const totalQuery = (filter: JobFilter) =>
  queryOptions({
    queryKey: ['total', filter],
    queryFn: async ({ signal }) => {
      const path = `/api/v3/jobs${toQuery({ ...toApiFilter(filter), limit: 1 })}`;
      return (await askApi<ListAnswer>(path, { signal })).data.total;
    },
    staleTime: 60_000,
  });

export const jobQuery = (id: number) =>
  queryOptions({
    queryKey: ['job', id],
    queryFn: async ({ signal }) => (await askApi<{ data: JobDetail }>(`/api/v3/jobs/${id}`, { signal })).data,
    staleTime: 60_000,
  });

/** Postings by their ids as they are now, open or closed. */
export const nowQuery = (ids: number[]) =>
  queryOptions({
    queryKey: ['now', ids],
    queryFn: async ({ signal }): Promise<Now> => {
      const { data } = await askApi<ListAnswer>(`/api/v3/jobs?ids=${ids}`, { signal });
      return { jobs: data.jobs.map(toListed), gone: ids.filter((id) => !data.jobs.some((job) => job.id === id)) };
    },
    staleTime: 60_000,
  });

/** So many new postings of a search are told of. */
export const MOST_NEW = 100;

/** The postings of a search that have come since it was looked at, of the latest hundred. */
export const newJobsQuery = ({ filter, seenAt }: FollowedSearch) =>
  queryOptions({
    queryKey: ['new', filter, seenAt],
    queryFn: async ({ signal }) => {
      const query = toQuery({ ...toApiFilter(filter), sortBy: 'recently-added', limit: MOST_NEW });
      const { data } = await askApi<ListAnswer>(`/api/v3/jobs${query}`, { signal });
      return data.jobs.filter(({ createdAt }) => Date.parse(createdAt) > Date.parse(seenAt)).map(toListed);
    },
    staleTime: 60_000,
  });

interface CompaniesAnswer {
  data: { companies: ListedCompany[]; nextCursor: string | null };
}

/** Companies with a board of their own that has remote jobs. */
export const companiesQuery = (cursor?: string) =>
  queryOptions({
    queryKey: ['companies', cursor ?? ''],
    queryFn: async ({ signal }) => {
      const path = `/api/v3/companies${toQuery({ status: 'active', limit: 100, cursor })}`;
      const { data } = await askApi<CompaniesAnswer>(path, { signal });
      const companies = data.companies.filter(({ remoteJobCount }) => remoteJobCount > 0);
      return { nextCursor: data.nextCursor, companies: companies.map(toListedCompany) };
    },
    staleTime: 60_000,
  });

/** A company with all its boards and feeds. */
export const companyQuery = (id: string) =>
  queryOptions({
    queryKey: ['company', id],
    queryFn: async ({ signal }) =>
      (await askApi<{ data: Company }>(`/api/v3/companies/${encodeURIComponent(id)}`, { signal })).data,
    staleTime: 60_000,
  });

/** The names of companies that begin with a text, the best first; none is far from it. */
export const suggestQuery = (typed: string) =>
  queryOptions({
    queryKey: ['suggest', typed],
    queryFn: async ({ signal }) => {
      const path = `/api/v3/companies/suggest${toQuery({ q: typed.slice(0, 200) })}`;
      const { data } = await askApi<{ data: { companies: { name: string }[] } }>(path, { signal });
      return data.companies.map(({ name }) => name);
    },
    staleTime: 60_000,
  });

const toListedCompany = ({ companyId, source, slug, name, remoteJobCount }: ListedCompany): ListedCompany => ({
  ...{ companyId, source, slug, name, remoteJobCount },
});

/** The units of each currency that a US dollar buys. */
export const askRates = async () => (await askApi<{ data: Rates }>('/api/v3/rates')).data;

/** The sources of postings. */
export const askSources = async () => (await askApi<{ data: Source[] }>('/api/v3/sources')).data;

const MOST_SIMILAR = 5;
const CANDIDATES = 50;

const wordsOf = (title: string) => [...new Set(title.toLowerCase().match(/[\p{L}\p{N}+#]{2,}/gu))];

/**
 * Whether two postings are open to the same people, as far as they say; a posting that is open to the world is
 * open to all.
 */
const sharesScope = (one: Job, { remoteScope }: Job) =>
  remoteScope.length === 0 ||
  one.remoteScope.length === 0 ||
  one.remoteScope.some((code) => code === 'WORLD' || remoteScope.includes(code));

/**
 * The newest postings of the category that are open to the reader's country and share most words of the title
 * with this one.
 */
export const similarQuery = (job: Job, livesIn?: string) =>
  queryOptions({
    queryKey: ['similar', job.id, livesIn],
    queryFn: async ({ signal }) => {
      const path = `/api/v3/jobs${toQuery({ category: job.categoryId, livesIn, limit: CANDIDATES })}`;
      const { data } = await askApi<ListAnswer>(path, { signal });
      const words = wordsOf(job.title);
      const score = ({ title }: Job) => wordsOf(title).filter((word) => words.includes(word)).length;
      const others = data.jobs.filter((one) => one.role.id !== job.role.id && sharesScope(one, job));
      return others
        .sort((a, b) => score(b) - score(a))
        .slice(0, MOST_SIMILAR)
        .map((one) => toListed(one));
    },
    staleTime: 300_000,
  });
