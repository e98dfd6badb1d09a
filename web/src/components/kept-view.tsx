import { Link, createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import { type KeptCompany, toggleCompany, useKept } from '../lib/kept';
import { type BoardSearch, filterOf } from '../lib/search';
import { labelOfSource } from '../lib/sources';
import { KeysButton } from './board-keys';
import { JobList } from './job-list';

type TabProperties = AnchorHTMLAttributes<HTMLAnchorElement> & { isCurrent: boolean };

/** All tabs lead to this very path: which is the current one is not for the router to say. */
const Tab = createLink(function TabAnchor({ isCurrent, ...anchor }: TabProperties) {
  return <a {...anchor} aria-current={isCurrent ? 'page' : undefined} />;
});

/** All jobs, or those that the reader has put aside. */
export function ViewTabs({ search }: { search: BoardSearch }) {
  const kept = useKept();
  const filter = filterOf(search);
  const views = [
    { view: undefined, label: 'All jobs', count: 0 },
    { view: 'saved', label: 'Saved', count: kept.saved.length + kept.savedCompanies.length },
    { view: 'hidden', label: 'Hidden', count: kept.hidden.length + kept.hiddenCompanies.length },
  ] as const;
  return (
    <nav className="view-tabs needs-script" aria-label="Lists">
      {views.map(({ view, label, count }) => (
        <Tab key={label} to="/" search={{ ...filter, view }} isCurrent={search.view === view} resetScroll={false}>
          {label}
          {count > 0 && <span className="badge">{count}</span>}
        </Tab>
      ))}
      <KeysButton />
    </nav>
  );
}

const TEXTS = {
  saved: {
    list: 'savedCompanies',
    title: 'Nothing saved yet',
    text: 'Save a job or a company to find it here. It stays in this browser.',
  },
  hidden: {
    list: 'hiddenCompanies',
    title: 'Nothing hidden',
    text: 'Jobs and companies that you hide are kept out of your lists, and can be brought back here.',
  },
} as const;

/** Saved or hidden postings and companies, out of the browser's storage. */
export function KeptView({ view, currentId }: { view: 'saved' | 'hidden'; currentId?: number }) {
  const kept = useKept();
  const { list, title, text } = TEXTS[view];
  const companies = kept[list];
  if (kept[view].length + companies.length === 0) {
    return (
      <div className="notice">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
    );
  }
  return (
    <>
      {companies.length > 0 && (
        <ul className="kept-companies" aria-label="Companies">
          {companies.map((company) => (
            <KeptCompanyItem
              key={`${company.source} ${company.name}`}
              company={company}
              onRemove={() => toggleCompany(list, company)}
            />
          ))}
        </ul>
      )}
      <JobList
        jobs={kept[view]}
        currentId={currentId}
        inPane
        showsHidden
        label={view === 'saved' ? 'Saved jobs' : 'Hidden jobs'}
      />
    </>
  );
}

function KeptCompanyItem({ company, onRemove }: { company: KeptCompany; onRemove: () => void }) {
  return (
    <li>
      <Link to="/companies/$source/$slug" params={{ source: company.source, slug: company.name }}>
        {company.name}
      </Link>
      <span className="quiet">{labelOfSource(company.source)}</span>
      <button type="button" className="text-button" onClick={onRemove}>
        Remove<span className="visually-hidden"> {company.name}</span>
      </button>
    </li>
  );
}
