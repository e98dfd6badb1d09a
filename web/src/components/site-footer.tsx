import { Link } from '@tanstack/react-router';
import { andList } from '../lib/format';
import { sources } from '../lib/sources';

/** The footer, which names the sources, as their terms ask; the links are for search engines to follow. */
export function SiteFooter() {
  const named = andList.formatToParts(sources().map(({ displayName }) => displayName));
  return (
    <footer className="site-footer">
      <p>
        Postings come from{' '}
        {named.map(({ value }) => {
          const source = sources().find(({ displayName }) => displayName === value);
          return source ? (
            <a key={value} href={source.homeUrl}>
              {value}
            </a>
          ) : (
            value
          );
        })}
        , and lead back to where they were published.
      </p>
      <p>
        <Link to="/about">About</Link> <Link to="/dashboard">Status</Link> <Link to="/inspect">Inspector</Link>{' '}
        <a href="/feed.xml">RSS</a> <a href="/feed.json">JSON feed</a> <Link to="/about/api">API</Link>
      </p>
    </footer>
  );
}
