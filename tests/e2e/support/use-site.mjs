import { after, before } from 'node:test';
import { openPage, useBrowser } from './browser.mjs';
import { startSite } from './site.mjs';

/**
 * Serves a site with a database of its own to the tests of a file.
 * @param {object} [options]
 * @param {Record<string, string>} [options.variables]
 * @param {(db: D1Database) => Promise<void>} [options.fill] enters what the tests read
 * @returns what `startSite` promises, from the first test on
 */
export function useSite({ variables, fill } = {}) {
  const chromium = useBrowser();
  const site = {
    /** @param {import('playwright-core').BrowserContextOptions} [options] */
    openPage: (options) => openPage(chromium.browser, site.url, options),
    get browser() {
      return chromium.browser;
    },
  };
  before(async () => {
    Object.assign(site, await startSite({ variables }));
    await fill?.(site.db);
  });
  after(() => site.close?.());
  return site;
}
