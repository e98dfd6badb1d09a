import { andList } from '../lib/format';
import { SOURCES } from '../lib/sources';

const NAMED = andList.formatToParts(SOURCES.map(({ label }) => label));

/** Names the sources, as their terms ask; the links are for search engines to follow. */
export function SiteFooter() {
  return (
    <footer className="site-footer">
      <p>
        Postings come from{' '}
        {NAMED.map(({ value }) => {
          const source = SOURCES.find(({ label }) => label === value);
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
        <a href="/feed.xml">RSS</a> <a href="/feed.json">JSON feed</a> <a href="/api/v3/openapi.json">API</a>
      </p>
    </footer>
  );
}
