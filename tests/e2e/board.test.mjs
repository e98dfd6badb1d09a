/**
 * The job board as its readers use it: search, filters, paging, keyboard, what they keep; its address
 * holds all of it, and the server draws it without scripts.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated, openPage, settled } from './support/browser.mjs';
import { daysAgo, enterPostings, manyPostings } from './support/postings.mjs';
import { readPage } from './support/server-page.mjs';
import { startSite } from './support/site.mjs';
import { useSite } from './support/use-site.mjs';

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

const titles = (page) => page.locator('.job-list .job-title').allTextContents();
const summary = (page) => page.locator('.board-summary [role=status]');
const query = (page) => new URL(page.url()).searchParams;

async function untilListed(page, expected) {
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify([...document.querySelectorAll('.job-list .job-title')].map((link) => link.textContent)) === wanted,
    JSON.stringify(expected),
  );
}

describe('searching', () => {
  test('acts while one types, tells how many there are, and fills the address', async () => {
    const page = await open();
    assert.match(await summary(page).textContent(), /^73 jobs/);
    await page.getByRole('searchbox').fill('designer');
    await page.waitForURL(/search=designer/);
    await page.waitForFunction(() => document.querySelector('.board-summary p').textContent === '2 jobs');
    assert.deepEqual((await titles(page)).sort(), ['Kelp Designer', 'Rope Designer']);
    assert.equal(await summary(page).getAttribute('role'), 'status');
    await page.finish();
  });

  test('finds nothing with a way on', async () => {
    const page = await open('/?search=zeppelin');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    await page.getByRole('link', { name: 'Show all jobs' }).click();
    await page.waitForFunction(() => document.querySelector('.board-summary p').textContent.startsWith('73'));
    assert.equal(await page.getByRole('searchbox').inputValue(), '');
    await page.finish();
  });

  test('finds nothing, and tells which filter to take away for how many', async () => {
    const page = await open('/?search=rope&category=design,legal&source=remoteok');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    const ways = page.locator('.ways-out li');
    await page.locator('.ways-out', { hasText: /Without Remote OK\s+1 job/ }).waitFor();
    assert.equal(await ways.count(), 4);
    await page.locator('.ways-out', { hasText: /Without “rope”\s+1 job/ }).waitFor();
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Without Remote OK', exact: true }).last().click();
    await untilListed(page, ['Rope Designer']);
    await page.finish();
  });

  test('takes any text for a text', async () => {
    const text = '"><script>alert(1)</script> %_\' OR 1=1 --';
    const page = await open(`/?search=${encodeURIComponent(text)}`);
    assert.equal(await page.getByRole('searchbox').inputValue(), text);
    await page.finish();
  });
});

describe('filtering', () => {
  test('by ticking boxes, each with its count, and back by the button', async () => {
    const page = await open();
    await page.locator('summary', { hasText: 'Category' }).click();
    const design = page.locator('label', { hasText: 'Design' }).first();
    assert.match(await design.textContent(), /Design2$/);
    await design.click();
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    assert.equal(query(page).get('category'), 'design');

    await page.locator('label', { hasText: 'Administrative' }).click();
    await page.waitForURL(/category=design,administrative-reception/);
    await untilListed(page, ['Lighthouse Keeper', 'Rope Designer', 'Kelp Designer']);

    await page.goBack();
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    await page.goForward();
    await page.getByRole('link', { name: 'Without Design' }).click();
    await untilListed(page, ['Lighthouse Keeper']);
    await page.finish();
  });

  for (const [name, search, expected] of [
    ['source', 'source=lever', ['Rope Designer']],
    ['scope', 'remote=IE', ['Lighthouse Keeper']],
    [
      'several of a kind, as a form sends them',
      'remote=IE&remote=WORLD&postedWithin=',
      ['Lighthouse Keeper', 'Kelp Designer'],
    ],
    ['pay', 'salaryMin=100000', ['Rope Designer']],
    ['age', 'postedWithin=1&category=administrative-reception', []],
    ['company with a comma in its name', 'company=Hemp+%26+Co,+Ltd', ['Rope Designer']],
    [
      'what is malformed counts as absent',
      'category=design&salaryMin=x&postedWithin=-1&sortBy=boom&job=0&view=none',
      ['Rope Designer', 'Kelp Designer'],
    ],
  ]) {
    test(`by address: ${name}`, async () => {
      const page = await readPage(`${site.url}/?${search}`);
      assert.equal(page.status, 200);
      assert.deepEqual(page.jobTitles(), expected);
    });
  }

  test('by a company’s name, which the list offers', async () => {
    const page = await open('/?category=design');
    await page.locator('summary', { hasText: 'Company' }).click();
    const offered = page.locator('#companies option');
    assert.deepEqual(await offered.evaluateAll((options) => options.map(({ value }) => value)), [
      'Hemp & Co, Ltd',
      'Tidewater',
    ]);
    await page.getByLabel('Name of the company').fill('tidewater');
    await page.keyboard.press('Enter');
    await untilListed(page, ['Kelp Designer']);
    await page.getByRole('link', { name: 'Without tidewater' }).click();
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    await page.finish();
  });

  test('by the beginning of any company’s name, also of one that the list has not', async () => {
    const page = await open('/?category=design');
    await page.locator('summary', { hasText: 'Company' }).click();
    const field = page.getByLabel('Name of the company');
    await field.fill('sker');
    await page.locator('#companies option[value="Skerry Lights"]').waitFor({ state: 'attached' });
    await page.goto('/');
    await hydrated(page);
    await page.locator('summary', { hasText: 'Company' }).click();
    await field.fill('skerry');
    await field.press('Enter');
    await untilListed(page, ['Lighthouse Keeper']);
    assert.equal(query(page).get('company'), 'Skerry Lights');
    assert.equal(await field.inputValue(), 'Skerry Lights');
    await page.finish();
  });

  test('by a company while its name is entered: the field stays in use, and follows the address', async () => {
    const page = await open('/?category=design&company=Tidewater');
    const field = page.getByLabel('Name of the company');
    const isInUse = () => field.evaluate((input) => input === document.activeElement);
    await page.locator('summary', { hasText: 'Company' }).click();
    await field.selectText();
    await page.keyboard.press('Backspace');
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    assert.ok(await isInUse());
    assert.equal(query(page).get('company'), null);

    // The name of one company begins that of another.
    await page.keyboard.type('Tidewater');
    await untilListed(page, ['Kelp Designer']);
    await page.keyboard.type(' Labs');
    assert.equal(await field.inputValue(), 'Tidewater Labs');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    assert.ok(await isInUse());

    await page.goBack();
    await untilListed(page, ['Kelp Designer']);
    assert.equal(await field.inputValue(), 'Tidewater');
    await page.getByRole('link', { name: 'Without Tidewater' }).click();
    await untilListed(page, ['Rope Designer', 'Kelp Designer']);
    assert.equal(await field.inputValue(), '');
    await page.finish();
  });

  test('leads to a feed of the same', async () => {
    const page = await readPage(`${site.url}/?category=design&source=lever`);
    const feed = await (await fetch(site.url + page.link('RSS of this list').href)).text();
    assert.deepEqual(
      [...feed.matchAll(/<item><title>([^<]+)/g)].map(([, title]) => title),
      ['Rope Designer at Hemp &amp; Co, Ltd'],
    );
  });

  test('by menus of one choice, and in another order', async () => {
    const page = await open('/?category=design');
    await page.getByLabel('Order').selectOption('title-asc');
    await untilListed(page, ['Kelp Designer', 'Rope Designer']);
    await page.getByLabel('Pay').selectOption('100000');
    await untilListed(page, ['Rope Designer']);
    assert.equal(query(page).get('salaryMin'), '100000');
    await page.finish();
  });

  test('by menus that name each choice once and in words, whatever the address has chosen', async () => {
    const page = await open('/?search=designer&salaryMin=60000&postedWithin=14');
    const order = page.getByLabel('Order');
    const chosen = (menu) => page.getByLabel(menu, { exact: true }).evaluate((select) => select.selectedOptions[0].label);
    assert.equal(await chosen('Pay'), 'From $60,000 a year');
    assert.equal(await chosen('Posted'), 'Last 14 days');
    await order.selectOption('newest');
    await page.waitForURL(/sortBy=newest/);
    await page.getByRole('searchbox').fill('');
    await page.waitForURL((url) => !url.search.includes('search='));
    assert.equal(await chosen('Order'), 'Newest');
    const orders = ['Newest', 'Oldest', 'Last added', 'Highest pay', 'Title A–Z', 'Title Z–A'];
    assert.deepEqual(await order.locator('option').allTextContents(), orders);
    assert.equal(await order.locator('..').getAttribute('data-active'), null);
    assert.equal(query(page).get('sortBy'), null);
    await page.finish();
  });
});

describe('where one lives', () => {
  test('is chosen once, finds what may be taken there, and is remembered until it is taken back', async () => {
    const page = await open('/?sortBy=title-asc', { timezoneId: 'Europe/Dublin' });
    await page.locator('summary', { hasText: 'I live in' }).click();
    // The browser's time zone offers it first.
    const countries = page.locator('.filter[open] label:has([type="radio"])');
    await page.locator('.filter[open] label', { hasText: 'Togo' }).waitFor({ state: 'attached' });
    assert.equal(await countries.first().textContent(), 'Ireland');
    await page.getByLabel('Find in I live in').fill('king');
    assert.deepEqual(await countries.filter({ visible: true }).allTextContents(), ['United Kingdom']);
    await page.getByRole('radio', { name: 'United Kingdom' }).check();
    await untilListed(page, ['Kelp Designer', 'Lighthouse Keeper']);
    await assertAccessible(page);
    assert.match(page.url(), /livesIn=GB/);
    await page.keyboard.press('Escape');

    await page.goto('/inspect');
    await hydrated(page);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click();
    await untilListed(page, ['Lighthouse Keeper', 'Kelp Designer']);
    await page.getByRole('link', { name: 'Without Open to United Kingdom' }).click();
    await page.waitForFunction(() => document.querySelector('.board-summary p').textContent.startsWith('73'));
    assert.equal(await page.locator('.site-header nav a').first().getAttribute('href'), '/');
    await page.finish();
  });

  for (const [name, search, expected] of [
    ['by address', 'livesIn=IE&sortBy=title-asc', ['Kelp Designer', 'Lighthouse Keeper']],
    ['as a form sends it', 'livesIn=US&remote=GB&postedWithin=', ['Kelp Designer']],
    ['nowhere but in the whole world', 'worldwide=true', ['Kelp Designer']],
  ]) {
    test(`needs no scripts: ${name}`, async () => {
      assert.deepEqual((await readPage(`${site.url}/?${search}`)).jobTitles(), expected);
    });
  }

  test('gives way to scopes that one names', async () => {
    const page = await open('/?livesIn=IE');
    await page.locator('summary', { hasText: 'Work from' }).click();
    await page.getByRole('checkbox', { name: /^Worldwide ?\d*$/ }).check();
    await untilListed(page, ['Kelp Designer']);
    assert.equal(query(page).get('livesIn'), null);
    await page.finish();
  });
});

describe('paging', () => {
  test('goes on by itself to the end, each posting once', async () => {
    const page = await open();
    for (let i = 0; i < 20 && (await titles(page)).length < 73; i += 1) {
      const listed = await titles(page);
      await page.mouse.wheel(0, 5_000);
      await page.waitForFunction(
        (before) => document.querySelectorAll('.job-list .job-title').length > before,
        listed.length,
      );
    }
    const all = await titles(page);
    assert.equal(all.length, 73);
    assert.equal(new Set(all).size, 73);
    await page.finish();
  });

  test('goes on by a link where no scripts run', async () => {
    let page = await readPage(site.url);
    const seen = page.jobTitles();
    for (let pages = 1; pages < 3; pages += 1) {
      page = await readPage(new URL(page.link('More jobs').href, page.url).href);
      seen.push(...page.jobTitles());
    }
    assert.ok(!page.text.includes('More jobs'));
    assert.equal(seen.length, 73);
    assert.equal(new Set(seen).size, 73);
  });
});

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
