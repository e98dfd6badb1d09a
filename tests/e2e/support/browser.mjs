/*
 * Debian's Chromium, driven by Playwright. A page that asks any other host than the site's, breaks its
 * Content-Security-Policy or throws fails its test.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { findOnPath } from '../../../tools/setup/processes.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const findChromium = () =>
  findOnPath('chromium') ?? findOnPath('google-chrome') ?? ['/usr/bin/chromium'].find(existsSync);

export const SIZES = {
  wide: { width: 1440, height: 900 },
  middle: { width: 768, height: 1024 },
  narrow: { width: 360, height: 740 },
};

/** @returns {Promise<import('playwright-core').Browser>} */
export function openBrowser() {
  return chromium.launch({ executablePath: findChromium(), args: ARGUMENTS });
}

/**
 * Opens a page of its own, with storage and cookies of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {string} origin the site's
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openPage(browser, origin, options = {}) {
  const context = await browser.newContext({ baseURL: origin, viewport: SIZES.wide, ...options });
  const complaints = [];
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      complaints.push(`asked ${route.request().url()}`);
      return route.abort();
    },
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(`threw ${error.stack}`));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !/Failed to load resource/.test(text)) complaints.push(`logged ${text}`);
  });
  return Object.assign(page, {
    /** Throws where the page did what no page may; to be called at the end of each test. */
    async finish() {
      await context.close();
      assert.deepEqual(complaints, []);
    },
  });
}

/**
 * Waits until scripts have taken the server's page over. React takes over what every page has first,
 * then the page itself: it marks the elements it has taken.
 */
export async function hydrated(page) {
  await page.waitForFunction(() => {
    const content = document.querySelector('main')?.firstElementChild ?? {};
    return document.documentElement.dataset.ready && Object.keys(content).some((key) => key.startsWith('__reactFiber'));
  });
  // Its effects follow the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))));
}

/**
 * Checks a page against WCAG 2.2 AA with axe.
 * @param {import('playwright-core').Page} page
 */
export async function assertAccessible(page) {
  // Evaluated from outside, the policy of the page has no say in it.
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  const places = (nodes) => nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n  ');
  const found = violations.map(({ id, nodes }) => `${id}: ${places(nodes)}`);
  assert.deepEqual(found, []);
}
