import { Link, useLocation } from '@tanstack/react-router';
import { useKept } from '../lib/kept';
import { readBoardSearch } from '../lib/search';
import { Logo } from './icons';
import { TabLink } from './tab-link';
import { ThemeSwitch } from './theme-switch';

export function SiteHeader() {
  const isBoard = useLocation({ select: ({ pathname }) => pathname === '/' });
  const view = useLocation({ select: ({ search }) => readBoardSearch(search).view });
  // What he may take who has said where he lives.
  const { livesIn } = useKept();
  return (
    <header className="site-header">
      <Link to="/" className="brand">
        <Logo />
        <span>
          Spearyx <b>Jobs</b>
        </span>
      </Link>
      <nav aria-label="Main">
        <TabLink to="/" search={{ livesIn }} isCurrent={isBoard && !view}>
          Jobs
        </TabLink>
        <Link to="/companies">Companies</Link>
        <TabLink to="/" search={{ view: 'saved' }} isCurrent={isBoard && view !== undefined}>
          Saved
        </TabLink>
      </nav>
      <ThemeSwitch />
    </header>
  );
}
