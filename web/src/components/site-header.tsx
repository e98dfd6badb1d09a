import { Link } from '@tanstack/react-router';
import { Logo } from './icons';
import { ThemeSwitch } from './theme-switch';

export function SiteHeader() {
  return (
    <header className="site-header">
      <Link to="/" className="brand">
        <Logo />
        <span>
          Spearyx <b>Jobs</b>
        </span>
      </Link>
      <nav aria-label="Main">
        <Link to="/" activeOptions={{ includeSearch: false }}>
          Jobs
        </Link>
        <Link to="/dashboard" activeOptions={{ includeSearch: false }}>
          Dashboard
        </Link>
        <Link to="/inspect">Inspector</Link>
      </nav>
      <ThemeSwitch />
    </header>
  );
}
