import { Link, createFileRoute } from '@tanstack/react-router';
import { sources } from '../lib/sources';
import { siteOrigin } from '../lib/server-answer';

const TITLE = 'About Spearyx Jobs';

export const Route = createFileRoute('/about/')({
  loader: () => ({ origin: siteOrigin() }),
  head: ({ loaderData }) => ({
    meta: [
      { title: TITLE },
      { name: 'description', content: 'Where the postings come from, what counts as remote, and what is kept about you: nothing.' },
      { property: 'og:title', content: TITLE },
    ],
    links: [{ rel: 'canonical', href: `${loaderData?.origin}/about` }],
  }),
  component: AboutPage,
});

function AboutPage() {
  return (
    <article className="text-page">
      <h1>{TITLE}</h1>
      <div className="prose">
        <p>Remote jobs, read straight from where they are posted, in one list that can be searched. No account, no tracking.</p>
        <h2>Where the postings come from</h2>
        <p>From the public job boards of companies, and from feeds of other boards:</p>
        <ul>
          {sources().map(({ name, displayName, homeUrl }) => (
            <li key={name}>
              <a href={homeUrl}>{displayName}</a>
            </li>
          ))}
        </ul>
        <p>
          Each board is asked again and again, the more often the more it changes. A posting says when it was last seen at its source, closes
          here once it is gone there, and always leads back to it: there you apply.
        </p>
        <h2>What is listed</h2>
        <p>
          Jobs that can be done from home. What its own text calls on-site or hybrid is left out. Where you have to live, the pay and the
          level are what a posting states; where it does not, we say so rather than guess.
        </p>
        <p>
          One job that is posted in several places is one card, with all its sources and why they are one. Pay in other currencies is
          compared by exchange rates whose date stands beside them.
        </p>
        <h2>What is kept about you</h2>
        <p>
          Nothing on our side. What you save, hide, note and where you live stay in your browser; you can take them along as a file, from{' '}
          <Link to="/" search={{ view: 'saved' }}>
            Saved
          </Link>
          .
        </p>
        <h2>Take the data</h2>
        <p>
          Every list is also a feed, as <a href="/feed.xml">RSS</a> and as <a href="/feed.json">JSON</a>, and everything on these pages comes
          from an <Link to="/about/api">open API</Link>.
        </p>
        <h2>Is it well?</h2>
        <p>
          The <Link to="/dashboard">status</Link> shows each sync as it happens, the <Link to="/inspect">inspector</Link> what it makes of a
          payload.
        </p>
      </div>
    </article>
  );
}
