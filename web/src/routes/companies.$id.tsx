import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, createFileRoute, notFound, redirect } from '@tanstack/react-router';
import { ApiError } from '../api/client';
import { companyQuery, jobsQuery } from '../api/queries';
import type { Company } from '../api/types';
import { BackLink } from '../components/back-link';
import { FoundJobs } from '../components/found-jobs';
import { KeepButton } from '../components/keep-buttons';
import { listOf } from '../lib/board-list';
import { feedsOf } from '../lib/feeds';
import { formatCount } from '../lib/format';
import { hasCompany, toggleCompany, useKept } from '../lib/kept';
import { readBoardSearch } from '../lib/search';
import { answerWith, siteOrigin, statusOf } from '../lib/server-answer';
import { labelOfSource } from '../lib/sources';

const orNotFound = (error: unknown) => {
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) throw notFound();
  throw error;
};

export const Route = createFileRoute('/companies/$id')({
  validateSearch: (raw: Record<string, unknown>): { cursor?: string } => ({ cursor: readBoardSearch(raw).cursor }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, params, deps }) => {
    const company = await queryClient.ensureQueryData(companyQuery(params.id)).catch(orNotFound);
    // One address per company; an id of a posting names a place of it.
    if (params.id !== company.id) {
      throw redirect({ to: '/companies/$id', params: { id: company.id }, search: deps, statusCode: 301, replace: true });
    }
    const found = { company, origin: siteOrigin(), problem: undefined };
    try {
      await queryClient.ensureInfiniteQueryData(jobsQuery({ company: company.filter }, deps.cursor));
      return found;
    } catch (error) {
      answerWith(statusOf(error));
      return { ...found, problem: error as Error };
    }
  },
  head: ({ loaderData }) => (loaderData ? headOf(loaderData.company, loaderData.origin) : {}),
  component: CompanyPage,
  notFoundComponent: NoOpenJobs,
});

function headOf({ id, name, filter, places }: Company, origin: string) {
  const title = `Remote jobs at ${name}`;
  const url = `${origin}/companies/${encodeURIComponent(id)}`;
  const sources = [...new Set(places.map(({ source }) => labelOfSource(source)))].join(', ');
  return {
    meta: [
      { title: `${title} – Spearyx Jobs` },
      { name: 'description', content: `Open remote jobs at ${name}, kept current from ${sources}.` },
      { property: 'og:title', content: title },
      { property: 'og:url', content: url },
    ],
    links: [{ rel: 'canonical', href: url }, ...feedsOf({ company: filter })],
  };
}

const NONE_READ: ReadonlySet<number> = new Set();

function CompanyPage() {
  const { cursor } = Route.useSearch();
  const { company, problem } = Route.useLoaderData();
  const filter = { company: company.filter };
  const found = useInfiniteQuery(jobsQuery(filter, cursor));
  const kept = useKept();
  const isSaved = hasCompany(kept.savedCompanies, company);
  const isHidden = hasCompany(kept.hiddenCompanies, company);
  const { id, name } = company;
  return (
    <div className="company-page">
      <BackLink />
      <header>
        <h1>{name}</h1>
        <Places company={company} />
        <Namesakes namesakes={company.namesakes} />
        <p className="keep-buttons needs-script">
          <KeepButton
            {...{ icon: 'bookmark', about: name, withText: true, isPressed: isSaved }}
            text={isSaved ? 'Saved' : 'Save'}
            onPress={() => toggleCompany('savedCompanies', { id, name })}
          />
          <KeepButton
            {...{ icon: 'hide', about: name, withText: true, isPressed: isHidden }}
            text={isHidden ? 'Hidden' : 'Hide'}
            onPress={() => toggleCompany('hiddenCompanies', { id, name })}
          />
        </p>
      </header>
      <section aria-label="Jobs">
        <FoundJobs
          search={{ ...filter, cursor }}
          {...{ found, problem }}
          list={listOf({}, found.data?.pages, kept, NONE_READ)}
          none={<NoOpenJobs />}
        />
      </section>
    </div>
  );
}

function NoOpenJobs() {
  return (
    <div className="notice">
      <h2>No open jobs</h2>
      <p>No source lists remote jobs at this company at present.</p>
    </div>
  );
}

/** The boards and feeds of the company, each with its postings. */
function Places({ company: { name, places } }: { company: Company }) {
  return (
    <ul className="company-places quiet" aria-label="Boards and feeds">
      {places.map(({ source, board, name: stated, postings }) => (
        <li key={`${source} ${board}`}>
          {labelOfSource(source)}
          {board && ` (${board})`}
          {stated !== name && `, as “${stated}”`}: {formatCount(postings, 'posting', 'postings')}
        </li>
      ))}
    </ul>
  );
}

function Namesakes({ namesakes }: Pick<Company, 'namesakes'>) {
  if (namesakes.length === 0) return null;
  return (
    <p className="quiet">
      Other companies of this name:{' '}
      {namesakes.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to="/companies/$id" params={{ id }}>
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}
