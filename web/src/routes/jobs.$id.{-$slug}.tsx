import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, notFound, redirect } from '@tanstack/react-router';
import { ApiError } from '../api/client';
import { jobQuery, similarQuery } from '../api/queries';
import type { JobDetail } from '../api/types';
import { BackLink } from '../components/back-link';
import { JobList } from '../components/job-list';
import { Posting } from '../components/posting';
import { formatDate, formatPay, formatScope } from '../lib/format';
import { isGone } from '../lib/gone';
import { jobPostingMarkup } from '../lib/job-posting-markup';
import { isHidden, useKept } from '../lib/kept';
import { answerWith, siteOrigin } from '../lib/server-answer';
import { useMarkViewed } from '../lib/use-mark-viewed';

const orNotFound = (error: unknown) => {
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) throw notFound();
  throw error;
};

export const Route = createFileRoute('/jobs/$id/{-$slug}')({
  loader: async ({ context: { queryClient }, params }) => {
    if (!/^[1-9]\d{0,9}$/.test(params.id)) throw notFound();
    const job = await queryClient.ensureQueryData(jobQuery(Number(params.id))).catch(orNotFound);
    // One address per posting; a title may change.
    if (params.slug !== job.slug) {
      const { id, slug } = job;
      throw redirect({ to: '/jobs/$id/{-$slug}', params: { id: String(id), slug }, statusCode: 301, replace: true });
    }
    if (isGone(job)) answerWith(410);
    if (import.meta.env.SSR) await queryClient.prefetchQuery(similarQuery(job));
    return { job, origin: siteOrigin() };
  },
  head: ({ loaderData }) => (loaderData ? headOf(loaderData.job, loaderData.origin) : {}),
  component: JobPage,
});

/** The picture of a posting. It has another address as soon as the posting has changed, for caches elsewhere. */
function previewOf({ id, title, company, closedAt, updatedAt }: JobDetail, origin: string) {
  return [
    { property: 'og:image', content: `${origin}/jobs/${id}/preview.png?of=${Date.parse(closedAt ?? updatedAt)}` },
    { property: 'og:image:alt', content: `${title} at ${company}` },
  ];
}

function headOf(job: JobDetail, origin: string) {
  const title = `${job.title} at ${job.company}`;
  const facts = [formatScope(job), formatPay(job), job.postDate && `posted ${formatDate(job.postDate)}`];
  const summary = (job.description ?? '').replace(/\s+/g, ' ').slice(0, 200);
  const description = `${facts.filter(Boolean).join(' · ')}. ${summary}`.trim();
  // A role has one address, whichever of its postings leads.
  const url = `${origin}/jobs/${job.role.id}/${job.role.slug}`;
  const markup = jobPostingMarkup(job, url);
  return {
    meta: [
      { title: `${title} – Spearyx Jobs` },
      { name: 'description', content: description },
      { property: 'og:title', content: title },
      { property: 'og:description', content: description },
      { property: 'og:url', content: url },
      ...previewOf(job, origin),
      ...(markup ? [{ 'script:ld+json': markup }] : []),
    ],
    links: [{ rel: 'canonical', href: url }],
  };
}

function JobPage() {
  const id = Number(Route.useParams().id);
  const { data: job } = useSuspenseQuery(jobQuery(id));
  const kept = useKept();
  const { data: similar = [] } = useQuery({ ...similarQuery(job, kept.livesIn), placeholderData: keepPreviousData });
  const shown = similar.filter((one) => !isHidden(kept, one));
  useMarkViewed(id);
  return (
    <div className="posting-page">
      <BackLink />
      <div className="panel" id="posting" tabIndex={-1}>
        <Posting job={job} isPage />
      </div>
      <aside aria-labelledby="similar">
        <h2 id="similar">Similar jobs</h2>
        {shown.length === 0 && <p className="quiet">None at present.</p>}
        <JobList jobs={shown} label="Similar jobs" />
      </aside>
    </div>
  );
}
