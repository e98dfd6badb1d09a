import { useInfiniteQuery } from '@tanstack/react-query';
import { createFileRoute, notFound } from '@tanstack/react-router';
import { jobsQuery } from '../api/queries';
import { BackLink } from '../components/back-link';
import { FoundJobs } from '../components/found-jobs';
import { KeepButton } from '../components/keep-buttons';
import { listOf } from '../lib/board-list';
import { feedsOf } from '../lib/feeds';
import { type KeptCompany, hasCompany, toggleCompany, useKept } from '../lib/kept';
import { type JobFilter, readBoardSearch } from '../lib/search';
import { answerWith, siteOrigin, statusOf } from '../lib/server-answer';
import { isSource, labelOfSource } from '../lib/sources';

/** A company by its name or by the name of its board. */
const filterOf = ({ source, slug }: { source: string; slug: string }): JobFilter => ({ source, company: slug });

export const Route = createFileRoute('/companies/$source/$slug')({
  validateSearch: (raw: Record<string, unknown>): { cursor?: string } => ({ cursor: readBoardSearch(raw).cursor }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, params, deps }) => {
    if (!isSource(params.source)) throw notFound();
    const found = { name: params.slug, source: params.source, origin: siteOrigin(), problem: undefined };
    try {
      const { pages } = await queryClient.ensureInfiniteQueryData(jobsQuery(filterOf(params), deps.cursor));
      if (pages[0]?.total === 0) answerWith(404);
      return { ...found, name: pages[0]?.jobs[0]?.company ?? params.slug };
    } catch (error) {
      answerWith(statusOf(error));
      return { ...found, problem: error as Error };
    }
  },
  head: ({ loaderData }) => (loaderData ? headOf(loaderData) : {}),
  component: CompanyPage,
});

function headOf({ name, source, origin }: KeptCompany & { origin: string }) {
  const title = `Remote jobs at ${name}`;
  const url = `${origin}/companies/${source}/${encodeURIComponent(name)}`;
  return {
    meta: [
      { title: `${title} – Spearyx Jobs` },
      { name: 'description', content: `Open remote jobs at ${name}, kept current from ${labelOfSource(source)}.` },
      { property: 'og:title', content: title },
      { property: 'og:url', content: url },
    ],
    links: [{ rel: 'canonical', href: url }, ...feedsOf({ source, company: name })],
  };
}

const NONE_READ: ReadonlySet<number> = new Set();

function CompanyPage() {
  const params = Route.useParams();
  const { cursor } = Route.useSearch();
  const { name, source, problem } = Route.useLoaderData();
  const found = useInfiniteQuery(jobsQuery(filterOf(params), cursor));
  const company = { source, name };
  const kept = useKept();
  const isSaved = hasCompany(kept.savedCompanies, company);
  const isHidden = hasCompany(kept.hiddenCompanies, company);
  return (
    <div className="company-page">
      <BackLink />
      <header>
        <h1>{company.name}</h1>
        <p className="quiet">Jobs from {labelOfSource(source)}</p>
        <p className="keep-buttons needs-script">
          <KeepButton
            {...{ icon: 'bookmark', about: company.name, withText: true, isPressed: isSaved }}
            text={isSaved ? 'Saved' : 'Save'}
            onPress={() => toggleCompany('savedCompanies', company)}
          />
          <KeepButton
            {...{ icon: 'hide', about: company.name, withText: true, isPressed: isHidden }}
            text={isHidden ? 'Hidden' : 'Hide'}
            onPress={() => toggleCompany('hiddenCompanies', company)}
          />
        </p>
      </header>
      <section aria-label="Jobs">
        <FoundJobs
          search={{ ...filterOf(params), cursor }}
          {...{ found, problem }}
          list={listOf({}, found.data?.pages, kept, NONE_READ)}
          none={<NoOpenJobs {...company} />}
        />
      </section>
    </div>
  );
}

function NoOpenJobs({ name, source }: KeptCompany) {
  return (
    <div className="notice">
      <h2>No open jobs</h2>
      <p>
        {labelOfSource(source)} lists no remote jobs at {name} at present.
      </p>
    </div>
  );
}
