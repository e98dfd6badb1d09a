import { Link } from '@tanstack/react-router';
import { type Kept, useKept } from '../lib/kept';
import { type BoardSearch, type View, filterOf, placeOf } from '../lib/search';
import { KeysButton } from './board-keys';
import { Icon } from './icons';
import { TabLink } from './tab-link';

interface TabOf {
  view?: View;
  label: string;
  count: (kept: Kept) => number;
}

const TABS: TabOf[] = [
  { label: 'All jobs', count: () => 0 },
  { view: 'saved', label: 'Saved', count: ({ saved, savedCompanies }) => saved.length + savedCompanies.length },
  { view: 'applied', label: 'Applied', count: ({ applied }) => applied.length },
  { view: 'hidden', label: 'Hidden', count: ({ hidden, hiddenCompanies }) => hidden.length + hiddenCompanies.length },
];

/** The tabs of all jobs and of those that the reader has put aside; the filter acts in each. */
export function ViewTabs({ search }: { search: BoardSearch }) {
  const kept = useKept();
  const filter = filterOf(search);
  return (
    <div className="view-tabs needs-script">
      <nav aria-label="Lists">
        {TABS.map(({ view, label, count }) => (
          <TabLink
            key={label}
            to="/"
            search={{ ...filter, ...placeOf(search), view }}
            isCurrent={search.view === view}
            resetScroll={false}
          >
            {label}
            {count(kept) > 0 && <span className="badge">{count(kept)}</span>}
          </TabLink>
        ))}
      </nav>
      <UnreadSwitch search={search} />
      <KeysButton />
    </div>
  );
}

/** The switch that leaves out read postings. */
function UnreadSwitch({ search }: { search: BoardSearch }) {
  const { view, unread } = search;
  return (
    <Link
      to="/"
      search={{ ...filterOf(search), view, unread: unread ? undefined : true }}
      resetScroll={false}
      className="unread-switch"
      data-active={unread}
    >
      Unread
      {unread && (
        <>
          <span className="visually-hidden">: show all again</span> <Icon name="close" />
        </>
      )}
    </Link>
  );
}
