/**
 * The browser keeps saved, applied, hidden and read jobs and the searches that a reader follows. The first paint is
 * right about all of it, and it goes into a file and comes out of it.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated, settled } from './support/browser.mjs';
import { daysAgo, enterPostings, manyPostings } from './support/postings.mjs';
import { readPage } from './support/server-page.mjs';
import { useSite } from './support/use-site.mjs';

const site = useSite({
  fill: (db) =>
    enterPostings(
      db,
      ...manyPostings(40),
      { title: 'Kelp Designer', company: 'Tidewater', category_id: 3, post_date: daysAgo(1) },
      { title: 'Rope Designer', company: 'Hemp, Inc.', company_key: 'hemp', source_name: 'lever', category_id: 3, post_date: daysAgo(2) },
      { title: 'Hemp Keeper', company: 'HEMP', source_name: 'remoteok', board: '', category_id: 11 },
    ),
});

async function open(path = '/', options) {
  const page = await site.openPage(options);
  await page.goto(path);
  await hydrated(page);
  return page;
}

const titles = (page) => page.locator('.job-list .job-title').allTextContents();
const tab = (page, name) => page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name });
const more = (page, title) => page.locator('.job-list').getByRole('button', { name: `More: ${title}` });
const menu = (page) => page.locator('.menu:popover-open');

async function untilListed(page, expected) {
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify([...document.querySelectorAll('.job-list .job-title')].map((link) => link.textContent)) === wanted,
    JSON.stringify(expected),
  );
}

/** The sum of all layout shifts that no input has caused (https://wicg.github.io/layout-instability/). */
const shift = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        const sum = (entries) => entries.reduce((all, { value, hadRecentInput }) => all + (hadRecentInput ? 0 : value), 0);
        new PerformanceObserver((list) => resolve(sum(list.getEntries()))).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );

/** Opens a page again whose scripts come only when they are let. */
async function reopen(page, path) {
  let letThem;
  const are = new Promise((resolve) => {
    letThem = resolve;
  });
  await page.route('**/assets/*.js', async (route) => {
    await are;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator('.site-footer').waitFor();
  return letThem;
}

describe('a company', () => {
  test('is hidden from any card, everywhere at once, and comes back', async () => {
    const page = await open('/?category=design,administrative-reception');
    await more(page, 'Rope Designer').click();
    await menu(page).getByRole('button', { name: 'Hide Hemp, Inc. everywhere' }).click();
    await untilListed(page, ['Kelp Designer']);
    assert.match(await page.locator('.board-summary').textContent(), /^1 job, without 2 of yours/);
    await page.keyboard.press('u');
    await page.locator('.job-item', { hasText: 'Hemp Keeper' }).waitFor();
    await more(page, 'Hemp Keeper').click();
    await menu(page).getByRole('button', { name: 'Hide HEMP everywhere' }).click();
    await tab(page, 'Hidden 1').click();
    await page.getByRole('button', { name: 'Remove HEMP' }).click();
    await page.getByRole('heading', { name: 'Nothing hidden' }).waitFor();
    await page.finish();
  });

  test('is hidden from its posting, too', async () => {
    const page = await open('/?search=kelp');
    await page.getByRole('region', { name: 'Posting' }).getByRole('button', { name: 'More: Kelp Designer' }).click();
    await menu(page).getByRole('button', { name: 'Hide Tidewater everywhere' }).click();
    await page.getByRole('heading', { name: 'All of these are hidden' }).waitFor();
    await page.finish();
  });
});

describe('the first paint', () => {
  async function hideSome(page) {
    for (const title of ['Role 001', 'Role 003']) {
      await more(page, title).click();
      await menu(page).getByRole('button', { name: 'Hide this job' }).click();
    }
    await page.waitForFunction(() => document.querySelectorAll('.job-item').length > 0);
  }

  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`has no hidden job, and nothing moves when scripts come: ${size}`, async () => {
      const page = await open('/?category=programming-development', { viewport });
      await hideSome(page);
      const letScripts = await reopen(page, '/?category=programming-development');
      const seen = page.locator('.job-title:visible');
      assert.equal((await seen.allTextContents()).includes('Role 001'), false);
      assert.equal((await seen.allTextContents()).includes('Role 003'), false);
      assert.equal(await page.getByRole('heading', { name: 'Role 001' }).isVisible(), false);
      letScripts();
      await hydrated(page);
      assert.equal((await titles(page)).includes('Role 003'), false);
      assert.ok((await shift(page)) < 0.02, `${await shift(page)}`);
      await tab(page, 'Hidden 2').click();
      await untilListed(page, ['Role 003', 'Role 001']);
      assert.equal(await page.locator('.job-title').first().isVisible(), true);
      await page.finish();
    });
  }

  test('of what is saved says that it looks, never that there is nothing', async () => {
    const page = await open('/?search=designer');
    await page.getByRole('button', { name: 'Save: Kelp Designer' }).first().click();
    const letScripts = await reopen(page, '/?view=saved');
    assert.equal(await page.getByText('Looking in your browser').isVisible(), true);
    assert.equal(await page.getByText('Nothing saved yet').count(), 0);
    letScripts();
    await untilListed(page, ['Kelp Designer']);
    assert.ok((await shift(page)) < 0.02, `${await shift(page)}`);
    await page.finish();
  });

  test('says without scripts that these are needed for it', async () => {
    const { text } = await readPage(`${site.url}/?view=saved`);
    assert.match(text, /What you save stays in your browser, which needs JavaScript/);
  });
});

describe('what was read', () => {
  test('is marked, and can be left out, but not under who reads it', async () => {
    const page = await open('/?category=design');
    const read = () => page.locator('.job-item[data-viewed] .job-title').allTextContents();
    assert.deepEqual(await read(), []);
    await page.locator('.job-title', { hasText: 'Rope' }).click();
    await page.locator('.job-item[data-viewed]').waitFor();
    assert.deepEqual(await read(), ['Rope Designer']);
    await page.getByRole('link', { name: 'Unread' }).click();
    await untilListed(page, ['Kelp Designer']);
    await page.locator('.job-title', { hasText: 'Kelp' }).click();
    await page.locator('.job-item[data-viewed]').waitFor();
    await page.reload();
    await hydrated(page);
    await page.getByRole('heading', { name: 'You have read all of these' }).waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Show what is read' }).click();
    await untilListed(page, ['Kelp Designer', 'Rope Designer']);
    await page.finish();
  });

  test('is also what was opened on a page of its own', async () => {
    const page = await open('/?search=rope', { viewport: SIZES.narrow });
    await page.locator('.job-title').click();
    await page.waitForURL(/\/jobs\//);
    await page.getByRole('link', { name: 'rope', exact: true }).click();
    await page.locator('.job-item[data-viewed]').waitFor();
    await page.finish();
  });
});

describe('what is saved', () => {
  const card = (page, title) => page.locator('.job-item', { hasText: title });

  test('is as it is now: closed, paid otherwise, or gone, by one request', async () => {
    const pays = { salary_max: 80_000, salary_currency: 'USD', salary_period: 'year', salary_usd_year: 80_000 };
    const ids = await enterPostings(
      site.db,
      ...['Closing Cook', 'Paying Pilot', 'Leaving Lawyer', 'Staying Smith'].map((title) => ({ title, company: 'Fen', ...pays })),
    );
    const page = await open('/?company=Fen');
    for (const title of ['Closing Cook', 'Paying Pilot', 'Leaving Lawyer', 'Staying Smith']) {
      await page.locator('.job-list').getByRole('button', { name: `Save: ${title}` }).click();
    }
    await site.db.batch([
      site.db.prepare('UPDATE jobs SET closed_at = ?1 WHERE id = ?2').bind(daysAgo(1), ids[0]),
      site.db.prepare('UPDATE jobs SET salary_max = 95000, salary_usd_year = 95000 WHERE id = ?1').bind(ids[1]),
      site.db.prepare('DELETE FROM jobs WHERE id = ?1').bind(ids[2]),
    ]);
    const asked = [];
    page.on('request', (request) => request.url().includes('ids=') && asked.push(request.url()));
    await page.goto('/?view=saved');
    await card(page, 'Closing Cook').getByText(/^Closed (yesterday|2\d h ago)$/).waitFor();
    await card(page, 'Paying Pilot').getByText('Pay changed, was $80,000 a year').waitFor();
    assert.match(await card(page, 'Paying Pilot').textContent(), /\$95,000 a year/);
    await card(page, 'Leaving Lawyer').getByText('Closed long ago').waitFor();
    assert.equal(await card(page, 'Staying Smith').locator('.tag').count(), 0);
    assert.equal(asked.length, 1);
    await assertAccessible(page);
    await site.db.prepare('DELETE FROM jobs WHERE company = ?1').bind('Fen').run();
    await page.finish();
  });
});

describe('an application', () => {
  test('is asked for after Apply, noted with its day, and has a list', async () => {
    const page = await open('/?search=kelp');
    // The way to the source is not taken here.
    await page.evaluate(() => document.querySelector('.apply').addEventListener('click', (event) => event.preventDefault()));
    await page.getByRole('link', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Yes, note it' }).click();
    await page.locator('.applied', { hasText: /^\s*Applied \d+ \w+ \d{4}/ }).waitFor();
    await tab(page, 'Applied 1').click();
    await untilListed(page, ['Kelp Designer']);
    await page.getByLabel('Note on Kelp Designer').fill('Sent to Ada');
    await page.reload();
    await hydrated(page);
    assert.equal(await page.getByLabel('Note on Kelp Designer').inputValue(), 'Sent to Ada');
    await assertAccessible(page);
    await page.finish();
  });
});

describe('the filter', () => {
  test('acts in the lists of one’s own, and stays there', async () => {
    const page = await open();
    for (const title of ['Kelp Designer', 'Role 001']) {
      await page.locator('.job-list').getByRole('button', { name: `Save: ${title}` }).click();
    }
    await tab(page, 'Saved 2').click();
    await untilListed(page, ['Role 001', 'Kelp Designer']);
    await page.locator('summary', { hasText: 'Category' }).click();
    await page.getByRole('checkbox', { name: 'Design', exact: true }).check();
    await untilListed(page, ['Kelp Designer']);
    await page.keyboard.press('Escape');
    assert.match(page.url(), /view=saved/);
    await page.getByRole('searchbox').fill('zeppelin');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    await page.getByRole('link', { name: 'Show all of them' }).click();
    await untilListed(page, ['Role 001', 'Kelp Designer']);
    await page.finish();
  });
});

describe('a search that is followed', () => {
  test('has a name, tells how many are new, and leads to its list', async () => {
    const page = await open('/?search=sextant');
    await page.getByRole('button', { name: 'Follow this search' }).click();
    assert.equal(await page.getByLabel('Name of this search').inputValue(), 'sextant');
    await assertAccessible(page);
    await page.getByLabel('Name of this search').fill('Navigation');
    await page.getByRole('button', { name: 'Follow in this browser' }).click();
    await page.getByRole('button', { name: 'Followed this search' }).waitFor();
    const soon = Math.floor(Date.now() / 1_000) + 60;
    await enterPostings(
      site.db,
      { title: 'Sextant Maker', created_at: soon, updated_at: soon },
      { title: 'Sextant Keeper', company: 'Murk', created_at: soon, updated_at: soon },
    );
    await page.evaluate(() => {
      const kept = { ...JSON.parse(localStorage['spearyx-jobs']), hiddenCompanies: [{ id: 'murk', name: 'Murk' }] };
      localStorage['spearyx-jobs'] = JSON.stringify(kept);
    });
    await page.goto('/?view=saved');
    const list = page.getByRole('list', { name: 'Searches' });
    await list.getByText('1 new').waitFor();
    await list.getByRole('link', { name: 'Navigation' }).click();
    await untilListed(page, ['Sextant Maker']);
    await page.finish();
  });

  test('can be read elsewhere: its feeds are named in the head of the page', async () => {
    const { html } = await readPage(`${site.url}/?search=kelp&category=design`);
    const alternates = [...html.matchAll(/<link rel="alternate"[^>]*>/g)].map(([tag]) => tag.replaceAll('&amp;', '&'));
    assert.equal(alternates.length, 2);
    for (const tag of alternates) {
      assert.match(tag, /title="New remote jobs: kelp, Design"/);
      assert.match(tag, /href="\/feed\.(xml|json)\?search=kelp&category=design"/);
    }
  });
});

describe('a file', () => {
  test('takes all of it to another browser', async () => {
    const page = await open('/?search=kelp');
    await page.keyboard.press('s');
    await tab(page, 'Saved 1').click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as a file' }).click(),
    ]);
    const file = await readFile(await download.path());
    await page.finish();

    const other = await open('/?view=saved');
    await other.getByRole('heading', { name: 'Nothing saved yet' }).waitFor();
    const take = (buffer) =>
      other.getByLabel('Import a file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
    await take(Buffer.from('<script>'));
    await other.getByText('This is no file of ours.').waitFor();
    await take(file);
    await untilListed(other, ['Kelp Designer']);
    await assertAccessible(other);
    await other.finish();
  });

  test('of anybody’s making does no harm', async () => {
    const page = await open('/?view=saved');
    const attack = '"><img src=x onerror=alert(1)>';
    const job = { id: 7, title: attack, company: attack, companyId: attack, slug: '../..', sourceUrl: 'javascript:alert(1)', remoteScope: 7 };
    const buffer = Buffer.from(JSON.stringify({ saved: [job, 7, { id: 'x' }], savedCompanies: [{ id: attack, name: attack }] }));
    await page.getByLabel('Import a file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer });
    await untilListed(page, [attack]);
    await settled(page);
    assert.equal(await page.locator('main img, [href^="javascript:"]').count(), 0);
    await page.finish();
  });
});

describe('since the visit before', () => {
  test('what is new is told', async () => {
    const page = await open('/?category=design');
    assert.equal(await page.getByText(/^New since/).count(), 0);
    const before = Date.now() - 36 * 3_600_000;
    await page.evaluate((at) => localStorage.setItem('spearyx-jobs-visit', JSON.stringify({ at })), before);
    await page.reload();
    await hydrated(page);
    await page.locator('.job-item', { hasText: 'Kelp' }).getByText(/^New since \w+day$/).waitFor();
    assert.ok((await shift(page)) < 0.02);
    await page.finish();
  });
});
