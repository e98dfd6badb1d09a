import { createFileRoute, notFound, redirect } from '@tanstack/react-router';
import { companyQuery, jobsQuery } from '../api/queries';
import { isSource } from '../lib/sources';

/** A company by a source and the name that it has there, or its board: it leads to the company's page. */
export const Route = createFileRoute('/companies/$source/$slug')({
  loader: async ({ context: { queryClient }, params: { source, slug } }) => {
    if (!isSource(source)) throw notFound();
    const { pages } = await queryClient.ensureInfiniteQueryData(jobsQuery({ source, company: slug }));
    const job = pages[0]?.jobs[0];
    // The page of a company without jobs says so.
    if (!job) throw redirect({ to: '/companies/$id', params: { id: slug }, statusCode: 301, replace: true });
    const { id } = await queryClient.ensureQueryData(companyQuery(job.companyId));
    throw redirect({ to: '/companies/$id', params: { id }, statusCode: 301, replace: true });
  },
});
