/*
 * Debian's Chromium, driven by Playwright. A page that asks any other host than the site's, breaks its
 * Content-Security-Policy or throws fails its test.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../../tools/setup/processes.mjs';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No other host than this one is there: requests need not be intercepted, which takes the browser's cache away.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const SIZES = {
  wide: { width: 1440, height: 900 },
  middle: { width: 768, height: 1024 },
  narrow: { width: 360, height: 740 },
};

const openBrowser = () => chromium.launch({ executablePath: findBrowser(), args: ARGUMENTS });

let opening;
let users = 0;

/**
 * Has a browser open while the tests of a suite run, the same for all suites of this process.
 * @returns {{browser: import('playwright-core').Browser}} from the first test on
 */
export function useBrowser() {
  const used = {};
  before(async () => {
    users += 1;
    opening ??= openBrowser();
    used.browser = await opening;
  });
  after(async () => {
    users -= 1;
    if (users > 0) return;
    await used.browser?.close();
    opening = undefined;
  });
  return used;
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
  const onEnd = (request) => {
    // A request that the page's policy forbids never leaves; the console reports it.
    if (new URL(request.url()).origin === origin || request.failure()?.errorText === 'csp') return;
    complaints.push(`asked ${request.url()}`);
  };
  context.on('requestfinished', onEnd);
  context.on('requestfailed', onEnd);
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
  await settled(page);
}

/** Waits until what is under way in a page has been drawn: effects follow the next frame. */
export const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20))));

/**
 * Checks a page against WCAG 2.2 AA with axe.
 * @param {import('playwright-core').Page} page
 */
export async function assertAccessible(page) {
  // Evaluated from outside, the policy of the page has no say in it.
  await page.evaluate(await readFile(AXE, 'utf8'));
  const violations = await page.evaluate(async () => {
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // Only violations are reported: rules that pass would double the answer.
    return (await globalThis.axe.run({ runOnly, resultTypes: ['violations'] })).violations;
  });
  const places = (nodes) => nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join('\n  ');
  const found = violations.map(({ id, nodes }) => `${id}: ${places(nodes)}`);
  assert.deepEqual(found, []);
}
