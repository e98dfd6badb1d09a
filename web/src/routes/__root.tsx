import type { QueryClient } from '@tanstack/react-query';
import { HeadContent, Outlet, ScriptOnce, Scripts, createRootRouteWithContext, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { SiteFooter } from '../components/site-footer';
import { SiteHeader } from '../components/site-header';
import { UndoHiding } from '../components/undo-hiding';
import { readCurrency } from '../lib/currency';
import { FIRST_PAINT_SCRIPT } from '../lib/first-paint';
import { andList } from '../lib/format';
import { ratesForPage } from '../lib/rates';
import { siteOrigin } from '../lib/server-answer';
import { feedSources, sourcesForPage } from '../lib/sources';
import { readTheme } from '../lib/theme';
import styles from '../styles/index.css?url';

function describeSite() {
  const feeds = feedSources().map(({ displayName }) => displayName);
  return `Remote jobs from ${andList.format(['company boards', ...feeds])}: searchable, kept current, without an account.`;
}

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  head: () => ({
    meta: [
      { charSet: 'utf-8' },
      { name: 'viewport', content: 'width=device-width, initial-scale=1' },
      { name: 'color-scheme', content: 'light dark' },
      { title: 'Spearyx Jobs' },
      { name: 'description', content: describeSite() },
      { property: 'og:site_name', content: 'Spearyx Jobs' },
      { property: 'og:type', content: 'website' },
      // Those of postings are of the same size.
      { property: 'og:image', content: `${siteOrigin()}/og.png` },
      { property: 'og:image:width', content: '1200' },
      { property: 'og:image:height', content: '630' },
      { property: 'og:image:alt', content: 'Spearyx Jobs' },
      { name: 'twitter:card', content: 'summary_large_image' },
    ],
    links: [
      { rel: 'stylesheet', href: styles },
      { rel: 'icon', href: '/favicon.ico', sizes: '32x32' },
      { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
      { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
      { rel: 'manifest', href: '/manifest.webmanifest' },
    ],
  }),
  component: Page,
});

function Page() {
  const router = useRouter();
  useEffect(() => {
    // From here on scripts serve what is marked with `needs-script`.
    document.documentElement.dataset.ready = 'true';
    // Who reads by keyboard or by ear begins at the new page, as after a page load.
    return router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      if (fromLocation && pathChanged) document.getElementById('main')?.focus({ preventScroll: true });
    });
  }, [router]);
  return (
    <html
      lang="en"
      data-theme={readTheme()}
      data-currency={readCurrency()}
      data-sources={sourcesForPage()}
      data-rates={ratesForPage()}
      suppressHydrationWarning
    >
      <head>
        <HeadContent />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to content
        </a>
        <a className="skip-link" href="#posting">
          Skip to the posting
        </a>
        <ScriptOnce>{FIRST_PAINT_SCRIPT}</ScriptOnce>
        <SiteHeader />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
        <SiteFooter />
        <UndoHiding />
        <Scripts />
      </body>
    </html>
  );
}
