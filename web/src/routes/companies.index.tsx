import { useQuery } from '@tanstack/react-query';
import { Link, createFileRoute } from '@tanstack/react-router';
import { companiesQuery } from '../api/queries';
import type { ListedCompany } from '../api/types';
import { Trouble } from '../components/failure';
import { formatCount } from '../lib/format';
import { answerWith, siteOrigin, statusOf } from '../lib/server-answer';
import { labelOfSource } from '../lib/sources';

const TITLE = 'Companies that hire remotely';

export const Route = createFileRoute('/companies/')({
  validateSearch: ({ cursor }: Record<string, unknown>): { cursor?: string } => ({
    cursor: typeof cursor === 'string' ? cursor : undefined,
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, deps }) => {
    const origin = siteOrigin();
    try {
      await queryClient.ensureQueryData(companiesQuery(deps.cursor));
      return { origin };
    } catch (error) {
      answerWith(statusOf(error));
      return { origin, problem: error as Error };
    }
  },
  head: ({ loaderData, match }) => ({
    meta: [
      { title: `${TITLE} – Spearyx Jobs` },
      { name: 'description', content: 'Companies whose boards we read, with how many remote jobs each has open.' },
      { property: 'og:title', content: TITLE },
      ...(match.search.cursor ? [{ name: 'robots', content: 'noindex, follow' }] : []),
    ],
    links: [{ rel: 'canonical', href: `${loaderData?.origin}/companies` }],
  }),
  component: CompaniesPage,
});

function CompaniesPage() {
  const { cursor } = Route.useSearch();
  const { problem } = Route.useLoaderData();
  const { data, error, refetch } = useQuery(companiesQuery(cursor));
  const trouble = error ?? problem;
  return (
    <div className="company-page">
      <header>
        <h1>{TITLE}</h1>
        <p className="quiet">Those whose own boards we read. Companies of feeds are found by their names.</p>
        <FindCompany />
      </header>
      {!data && trouble && <Trouble error={trouble} onRetry={() => void refetch()} />}
      <ul className="companies">
        {data?.companies.map((company) => (
          <CompanyItem key={`${company.source}/${company.slug}`} company={company} />
        ))}
      </ul>
      {data?.nextCursor && (
        <p className="more">
          <Link to="/companies" search={{ cursor: data.nextCursor }} className="button">
            More companies
          </Link>
        </p>
      )}
    </div>
  );
}

/** A company by its name: its jobs on the board. */
function FindCompany() {
  return (
    <form action="/" method="get" role="search" className="find-company">
      <label className="field">
        <span>Name of the company</span>
        <input name="company" required maxLength={300} autoComplete="off" />
      </label>
      <button type="submit" className="button">
        Show its jobs
      </button>
    </form>
  );
}

function CompanyItem({ company: { companyId, source, name, remoteJobCount } }: { company: ListedCompany }) {
  return (
    <li>
      <Link to="/companies/$id" params={{ id: companyId }} preload={false}>
        {name}
      </Link>
      <span className="quiet">{labelOfSource(source)}</span>
      <span className="count">{formatCount(remoteJobCount, 'job', 'jobs')}</span>
    </li>
  );
}
