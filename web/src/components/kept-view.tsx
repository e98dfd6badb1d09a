import { Link } from '@tanstack/react-router';
import { type AppliedJob, type KeptCompany, type ListedJob, toggleCompany, useKept } from '../lib/kept';
import { type BoardSearch, type View, filterOf, isSameFilter } from '../lib/search';
import { newsOf } from '../lib/since-kept';
import { AppliedNote } from './applied-note';
import { FollowedSearches } from './followed-searches';
import { JobList } from './job-list';
import { KeptFile } from './kept-file';

interface Properties {
  search: BoardSearch;
  /** The postings of the view that the filter lets through. */
  jobs: ListedJob[];
  currentId?: number;
}

interface Texts {
  label: string;
  title: string;
  text: string;
  companies?: 'savedCompanies' | 'hiddenCompanies';
}

const TEXTS: Record<View, Texts> = {
  saved: {
    label: 'Saved jobs',
    title: 'Nothing saved yet',
    text: 'Save a job or a company, or follow a search, to find it here. It stays in this browser.',
    companies: 'savedCompanies',
  },
  applied: {
    label: 'Jobs applied for',
    title: 'No applications noted yet',
    text: 'After “Apply” you are asked whether you did. What you note stays in this browser.',
  },
  hidden: {
    label: 'Hidden jobs',
    title: 'Nothing hidden',
    text: 'Jobs and companies that you hide are kept out of your lists, and can be brought back here.',
    companies: 'hiddenCompanies',
  },
};

/** The postings that the reader has put aside, from the browser's storage. */
export function KeptView({ search, jobs, currentId }: Properties) {
  const kept = useKept();
  const view = search.view!;
  const { label, title, text, companies } = TEXTS[view];
  const isEmpty = kept[view].length + (companies ? kept[companies].length : 0) === 0;
  return (
    <>
      {view === 'saved' && <FollowedSearches />}
      {companies && <KeptCompanies list={companies} />}
      {isEmpty && (
        <div className="notice">
          <h2>{title}</h2>
          <p>{text}</p>
        </div>
      )}
      {jobs.length === 0 && kept[view].length > 0 && <NoneFits search={search} />}
      <JobList jobs={jobs} currentId={currentId} inPane label={label}>
        {(job) => (
          <>
            <News job={job} />
            {view === 'applied' && <AppliedNote job={job as AppliedJob} />}
          </>
        )}
      </JobList>
      <KeptFile />
    </>
  );
}

/** The news of a posting that the reader has put aside. */
function News({ job }: { job: ListedJob }) {
  const news = newsOf(job);
  if (!news) return null;
  return (
    <p className="job-facts">
      <span className="tag warn">{news}</span>
    </p>
  );
}

function NoneFits({ search }: { search: BoardSearch }) {
  const isFiltered = !isSameFilter(filterOf(search), {});
  return (
    <div className="notice">
      <h2>Nothing fits</h2>
      <p>{isFiltered ? 'None of these is let through by the filter.' : 'You have read all of these.'}</p>
      <p className="actions">
        <Link to="/" search={{ view: search.view }} className="button">
          Show all of them
        </Link>
      </p>
    </div>
  );
}

function KeptCompanies({ list }: { list: 'savedCompanies' | 'hiddenCompanies' }) {
  const companies = useKept()[list];
  if (companies.length === 0) return null;
  return (
    <ul className="kept-companies" aria-label="Companies">
      {companies.map((company) => (
        <KeptCompanyItem
          key={company.id}
          company={company}
          onRemove={() => toggleCompany(list, company)}
        />
      ))}
    </ul>
  );
}

function KeptCompanyItem({ company, onRemove }: { company: KeptCompany; onRemove: () => void }) {
  return (
    <li>
      <Link to="/companies/$id" params={{ id: company.id }}>
        {company.name}
      </Link>
      <button type="button" className="text-button" onClick={onRemove}>
        Remove<span className="visually-hidden"> {company.name}</span>
      </button>
    </li>
  );
}
