/**
 * The job board beside its list: the posting, keys, what readers keep, and what they get without scripts or in trouble.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { query, titles, untilListed, useBoard } from './support/board.mjs';
import { SIZES, assertAccessible, hydrated, openPage, settled } from './support/browser.mjs';
import { readPage } from './support/server-page.mjs';
import { startSite } from './support/site.mjs';

const { site, open } = useBoard();

describe('a posting beside the list', () => {
  test('is the first, or the one chosen; the address tells, and reloading shows it again', async () => {
    const page = await open('/?category=design');
    const pane = page.getByRole('region', { name: 'Posting' });
    await pane.getByRole('heading', { name: 'Rope Designer' }).waitFor();
    await page.locator('.job-title', { hasText: 'Kelp' }).click();
    await pane.getByRole('heading', { name: 'Kelp Designer' }).waitFor();
    assert.match(query(page).get('job'), /^\d+$/);
    await page.reload();
    await hydrated(page);
    await pane.getByRole('heading', { name: 'Kelp Designer' }).waitFor();
    await page.goBack();
    await pane.getByRole('heading', { name: 'Rope Designer' }).waitFor();
    await page.finish();
  });

  test('is a page of its own where there is no room', async () => {
    const page = await open('/?category=design', { viewport: SIZES.narrow });
    assert.equal(await page.getByRole('region', { name: 'Posting' }).isVisible(), false);
    await page.locator('.job-title', { hasText: 'Kelp' }).click();
    await page.waitForURL(/\/jobs\/\d+\/kelp-designer-tidewater$/);
    await page.getByRole('heading', { level: 1, name: 'Kelp Designer' }).waitFor();
    await page.goBack();
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    await page.finish();
  });

  test('fits a narrow screen when its address is shared, with a way back to the list', async () => {
    const page = await open('/?category=design', { viewport: SIZES.narrow });
    const id = await page.locator('.job-item').last().getAttribute('data-job');
    await page.goto(`/?category=design&job=${id}`);
    await hydrated(page);
    await page.getByRole('heading', { name: 'Kelp Designer' }).waitFor();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.locator('.job-title', { hasText: 'Rope' }).waitFor();
    await page.finish();
  });
});

describe('single keys', () => {
  test('can be switched off, which is remembered', async () => {
    const page = await open('/?category=design');
    await page.keyboard.press('?');
    const box = page.getByRole('checkbox', { name: 'Use keys of one letter' });
    await box.uncheck();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.reload();
    await hydrated(page);
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await box.check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('x');
    await untilListed(page, ['Kelp Designer']);
    await page.finish();
  });
});

describe('what readers keep', () => {
  test('stays in their browser: saved jobs are a list, hidden ones stay away', async () => {
    const page = await open('/?category=design');
    const item = page.locator('.job-item', { hasText: 'Kelp' });
    await item.getByRole('button', { name: 'Save: Kelp Designer' }).click();
    await page.locator('.job-list').getByRole('button', { name: 'More: Rope Designer' }).click();
    await page.getByRole('button', { name: 'Hide this job' }).click();
    await untilListed(page, ['Kelp Designer']);
    assert.match(await page.locator('.toast').textContent(), /Rope Designer/);
    await page.reload();
    await hydrated(page);
    await untilListed(page, ['Kelp Designer']);
    assert.equal(await page.locator('.toast').count(), 0);

    const current = () =>
      page.getByRole('navigation', { name: 'Lists' }).locator('[aria-current="page"]').allTextContents();
    assert.deepEqual(await current(), ['All jobs']);
    await page.locator('.job-title').click();
    await page.waitForURL(/job=/);
    assert.deepEqual(await current(), ['All jobs']);
    await page.getByRole('link', { name: 'Saved 1' }).click();
    await untilListed(page, ['Kelp Designer']);
    assert.deepEqual(await current(), ['Saved1']);
    await page.getByRole('link', { name: 'Hidden 1' }).click();
    await untilListed(page, ['Rope Designer']);
    await page.locator('.job-list').getByRole('button', { name: 'More: Rope Designer' }).click();
    await page.getByRole('button', { name: 'Show this job again' }).click();
    await page.getByRole('heading', { name: 'Nothing hidden' }).waitFor();
    await page.getByRole('link', { name: 'All jobs' }).click();
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    await page.finish();
  });

  test('may be hidden all together: the list says so, and leads to them', async () => {
    const page = await open('/?category=design');
    await page.keyboard.press('x');
    await untilListed(page, ['Kelp Designer']);
    await page.keyboard.press('x');
    await page.getByRole('heading', { name: 'All of these are hidden' }).waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Show what is hidden' }).click();
    await untilListed(page, ['Kelp Designer', 'Rope Designer']);
    assert.equal(query(page).get('category'), 'design');
    await page.finish();
  });

  test('may be broken or forbidden without harm', async () => {
    const page = await open('/?category=design');
    for (const broken of ['{"saved": 7, "hidden": [null', '{"saved": 7, "hidden": [null]}', 'null', '[]']) {
      await page.evaluate((text) => localStorage.setItem('spearyx-jobs', text), broken);
      await page.reload();
      await hydrated(page);
      await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    }
    await page.finish();
  });
});

describe('without scripts', () => {
  test('the form searches and filters', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.locator('summary', { hasText: 'Source' }).click();
    await page.getByRole('checkbox', { name: 'Lever' }).check();
    await page.getByRole('checkbox', { name: 'Remote OK' }).check();
    await page.getByRole('searchbox').fill('designer');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.waitForURL(/search=designer/);
    assert.deepEqual((await titles(page)).sort(), ['Kelp Designer', 'Rope Designer']);
    await page.getByRole('link', { name: 'Kelp Designer' }).first().click();
    assert.match(page.url(), /\/jobs\/\d+\//);
    assert.match(await page.textContent('.prose'), /We mend boats/);
    await page.finish();
  });
});

describe('before scripts come', () => {
  test('what is entered stays, and counts once they are there', async () => {
    const page = await site.openPage();
    let come;
    const coming = new Promise((resolve) => {
      come = resolve;
    });
    await page.route('**/assets/*.js', async (route) => {
      await coming;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await page.getByRole('searchbox').pressSequentially('designer');
    await page.locator('summary', { hasText: 'Category' }).click();
    await page.getByRole('checkbox', { name: /^Design/ }).check();
    await page.getByLabel('Order').selectOption('title-asc');
    come();
    await page.waitForURL(/search=designer&category=design&sortBy=title-asc/);
    await untilListed(page, ['Kelp Designer', 'Rope Designer']);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'designer');
    await page.finish();
  });
});

describe('an address', () => {
  for (const [name, search] of [
    ['with lists in any order', 'category=design,administrative-reception&source=remoteok,lever,greenhouse'],
    [
      'with values that no menu offers',
      'salaryMin=12345&postedWithin=77&remote=ZW,NO&sortBy=newest&company=Oakum+Yard',
    ],
    ['with spaces around words', 'search=++designer++'],
  ]) {
    test(`${name} is left as it is`, async () => {
      const items = (await readPage(`${site.url}/?category=design`)).elements('li', { class: 'job-item' });
      const id = items.at(-1).attributes['data-job'];
      const page = await site.openPage();
      await page.clock.install();
      await page.goto(`/?${search}&job=${id}`);
      await hydrated(page);
      await page.clock.runFor(5_000);
      await settled(page);
      assert.equal(query(page).get('job'), id);
      await page.finish();
    });
  }
});

describe('trouble', () => {
  test('of the API says so, keeps the search and offers another try', async () => {
    const page = await site.openPage();
    await page.clock.install();
    await page.goto('/?category=design');
    await hydrated(page);
    let isBroken = true;
    await page.route('**/api/v3/jobs?*', (route) =>
      isBroken
        ? route.fulfill({
            status: 500,
            json: { success: false, error: { code: 'internal', message: 'Out of order.' } },
          })
        : route.continue(),
    );
    await page.getByRole('searchbox').fill('rope');
    // It tries three times before it says so, each after a longer wait.
    for (let tries = 1; tries <= 3; tries += 1) {
      await Promise.all([page.waitForResponse(/api\/v3\/jobs\?/), page.clock.runFor(5_000)]);
    }
    await page.getByText('Out of order.').waitFor();
    isBroken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await untilListed(page, ['Rope Designer']);
    await page.finish();
  });

  test('of the database is a page that says so, with status 503', async () => {
    const empty = await startSite({ isMigrated: false });
    try {
      const response = await fetch(empty.url);
      assert.equal(response.status, 503);
      const text = await response.text();
      assert.match(text, /This did not work/);
      assert.match(text, /type="search"/);
      assert.doesNotMatch(text, /no such table|SQLITE|D1_ERROR/);
      const page = await openPage(site.browser, empty.url);
      await page.goto('/');
      await hydrated(page);
      await page.finish();
    } finally {
      await empty.close();
    }
  });
});

describe('accessibility', () => {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ['light', 'dark']) {
      test(`axe finds nothing: ${size}, ${colorScheme}`, async () => {
        const page = await open('/?category=design&search=designer', { viewport, colorScheme });
        await page.locator('.job-title').first().waitFor();
        await assertAccessible(page);
        await page.locator('summary', { hasText: 'Work from' }).click();
        await assertAccessible(page);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(overflow <= 0, `scrolls sideways by ${overflow}`);
        await page.finish();
      });
    }
  }
});
