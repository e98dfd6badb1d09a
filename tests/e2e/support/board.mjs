/**
 * The job board under test: its postings, and how it is opened and read.
 */
import { hydrated } from './browser.mjs';
import { daysAgo, enterPostings, manyPostings } from './postings.mjs';
import { useSite } from './use-site.mjs';

/**
 * Starts a site with seventy-three postings for the tests of a file.
 * @returns the site, and a function that opens a page of it
 */
export function useBoard() {
  const site = useSite({
    async fill(db) {
      await enterPostings(
        db,
        ...manyPostings(70),
        {
          title: 'Lighthouse Keeper',
          company: 'Skerry Lights',
          board: 'skerry',
          category_id: 11,
          remote_scope: '["GB","IE"]',
          post_date: daysAgo(1),
        },
        {
          title: 'Kelp Designer',
          company: 'Tidewater',
          source_name: 'remoteok',
          board: '',
          category_id: 3,
          remote_scope: '["WORLD"]',
          post_date: daysAgo(20),
        },
        {
          ...{ title: 'Rope Designer', company: 'Hemp & Co, Ltd', source_name: 'lever', board: 'hemp', category_id: 3 },
          ...{
            salary_min: 90_000,
            salary_max: 120_000,
            salary_currency: 'USD',
            salary_period: 'year',
            salary_usd_year: 120_000,
            pay_range: '$90,000–$120,000 a year',
          },
        },
      );
    },
  });
  async function open(path = '/', options) {
    const page = await site.openPage(options);
    await page.goto(path);
    if (options?.javaScriptEnabled !== false) await hydrated(page);
    return page;
  }
  return { site, open };
}

export const titles = (page) => page.locator('.job-list .job-title').allTextContents();
export const summary = (page) => page.locator('.board-summary [role=status]');
export const query = (page) => new URL(page.url()).searchParams;

export async function untilListed(page, expected) {
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify([...document.querySelectorAll('.job-list .job-title')].map((link) => link.textContent)) === wanted,
    JSON.stringify(expected),
  );
}
