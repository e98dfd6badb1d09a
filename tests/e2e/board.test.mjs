/**
 * The job board as its readers look through it: search, filters, paging; the address holds all of it.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { query, summary, titles, untilListed, useBoard } from './support/board.mjs';
import { assertAccessible, hydrated } from './support/browser.mjs';
import { readPage } from './support/server-page.mjs';

const { site, open } = useBoard();

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

  test('stands where it stood when the page is loaded anew', async () => {
    const page = await open();
    while ((await titles(page)).length < 60) {
      const { length } = await titles(page);
      await page.mouse.wheel(0, 5_000);
      await page.waitForFunction((before) => document.querySelectorAll('.job-list .job-title').length > before, length);
    }
    const count = (await titles(page)).length;
    await page.evaluate(() => scrollTo(0, 4_000));
    await page.reload();
    await hydrated(page);
    await page.waitForFunction((before) => document.querySelectorAll('.job-list .job-title').length >= before && scrollY === 4_000, count);
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
