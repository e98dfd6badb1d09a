/**
 * The jobs open to the place where one lives, with the way to those that do not tell, and pay in the reader's
 * currency.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated } from './support/browser.mjs';
import { daysAgo, enterPostings } from './support/postings.mjs';
import { readPage } from './support/server-page.mjs';
import { useSite } from './support/use-site.mjs';

const pays = (salary_max, salary_currency, salary_period, salary_usd_year) => ({
  ...{ salary_max, salary_currency, salary_period, salary_usd_year },
});

const site = useSite({
  fill: (db) =>
    enterPostings(
      db,
      { title: 'World Engineer', remote_scope: '["WORLD"]', post_date: daysAgo(1) },
      { title: 'Europe Engineer', remote_scope: '["EUROPE"]', post_date: daysAgo(2) },
      { title: 'States Engineer', remote_scope: '["US"]', post_date: daysAgo(3) },
      { title: 'Silent Engineer', remote_scope: null, location: 'Remote', post_date: daysAgo(4) },
      { title: 'Silent Designer', remote_scope: null, location: 'Remote', category_id: 3, post_date: daysAgo(5) },
      { title: 'Euro Lawyer', category_id: 13, ...pays(80_000, 'EUR', 'year', 90_887), post_date: daysAgo(6) },
      { title: 'Dollar Lawyer', category_id: 13, ...pays(40, 'USD', 'hour', 83_200), post_date: daysAgo(7) },
      { title: 'Rupee Lawyer', category_id: 13, ...pays(3_000_000, 'INR', 'year', 31_222), post_date: daysAgo(8) },
      { title: 'Bare Lawyer', category_id: 13, ...pays(90_000, null, 'year', null), post_date: daysAgo(9) },
    ),
});

async function open(path = '/', options) {
  const page = await site.openPage(options);
  await page.goto(path);
  await hydrated(page);
  return page;
}

async function untilListed(page, expected) {
  await page.waitForFunction(
    (wanted) =>
      JSON.stringify([...document.querySelectorAll('.job-list .job-title')].map((link) => link.textContent)) === wanted,
    JSON.stringify(expected),
  );
}

const summary = (page) => page.locator('.board-summary [role=status]');

describe('what does not tell from where it may be done', () => {
  test('is counted under a list of what may be taken, and one link away', async () => {
    const page = await open('/?livesIn=DE');
    await untilListed(page, ['World Engineer', 'Europe Engineer']);
    assert.equal(await summary(page).textContent(), '2 jobs, 2 more do not say from where');
    await page.getByRole('link', { name: '2 more do not say from where' }).click();
    await untilListed(page, ['World Engineer', 'Europe Engineer', 'Silent Engineer', 'Silent Designer']);
    assert.equal(await summary(page).textContent(), '4 jobs');
    await page.reload();
    await hydrated(page);
    await untilListed(page, ['World Engineer', 'Europe Engineer', 'Silent Engineer', 'Silent Designer']);
    await assertAccessible(page);
    await page.getByRole('link', { name: 'Without Or not stated' }).click();
    await untilListed(page, ['World Engineer', 'Europe Engineer']);
    await page.finish();
  });

  test('is told where nothing else is found, and by itself is one', async () => {
    const page = await open('/?livesIn=DE&category=design');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    await page.getByRole('link', { name: '1 more does not say from where' }).click();
    await untilListed(page, ['Silent Designer']);
    await page.finish();
  });

  test('is reached without scripts, and goes with where one lives', async () => {
    const { href } = (await readPage(`${site.url}/?worldwide=true`)).link('2 more do not say from where');
    assert.deepEqual((await readPage(site.url + href)).jobTitles(), [
      'World Engineer',
      'Silent Engineer',
      'Silent Designer',
    ]);
    assert.deepEqual((await readPage(`${site.url}/?remote=US&placeUnknown=include`)).jobTitles(), ['States Engineer']);
  });

  test('fits on a phone', async () => {
    const page = await open('/?livesIn=DE', { viewport: SIZES.narrow });
    const isWider = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    assert.equal(await isWider(), false);
    await page.getByRole('link', { name: '2 more do not say from where' }).click();
    await untilListed(page, ['World Engineer', 'Europe Engineer', 'Silent Engineer', 'Silent Designer']);
    assert.equal(await isWider(), false);
    await page.finish();
  });
});

test('saved jobs are filtered by where one lives, too', async () => {
  const page = await open('/?sortBy=oldest');
  for (const title of ['World Engineer', 'States Engineer', 'Silent Engineer']) {
    await page.locator('.job-list').getByRole('button', { name: `Save: ${title}` }).click();
  }
  await page.goto('/?view=saved&livesIn=DE');
  await untilListed(page, ['World Engineer']);
  await page.goto('/?view=saved&livesIn=DE&placeUnknown=include');
  await untilListed(page, ['Silent Engineer', 'World Engineer']);
  await page.finish();
});

test('similar jobs are those that one may take', async () => {
  const page = await open('/?livesIn=US');
  await page.locator('summary', { hasText: 'I live in' }).click();
  await page.getByRole('radio', { name: 'Germany' }).check();
  await untilListed(page, ['World Engineer', 'Europe Engineer']);
  await page.keyboard.press('Escape');
  const [states] = (await (await fetch(`${site.url}/api/v3/jobs?remote=US`)).json()).data.jobs;
  assert.deepEqual((await readPage(`${site.url}/jobs/${states.id}`)).jobTitles(), ['World Engineer', 'Silent Engineer']);
  await page.goto(`/jobs/${states.id}`);
  await hydrated(page);
  await untilListed(page, ['World Engineer']);
  await page.finish();
});

describe('the currency of the reader', () => {
  const pay = (page) => page.locator('.job-list .job-pay').allTextContents();
  const IN_DOLLARS = [
    '€80,000 a year ≈ $91K a year',
    '$40 an hour ≈ $83K a year',
    '₹3,000,000 a year ≈ $31K a year',
    '90,000 a year (currency not stated)',
  ];

  async function untilPays(page, pattern) {
    await page.locator('.job-list .job-pay', { hasText: pattern }).first().waitFor();
  }

  test('is the dollar until he chooses another, which every page then draws', async () => {
    const page = await open('/?category=legal');
    assert.deepEqual(await pay(page), IN_DOLLARS);
    await page.getByLabel('Currency').selectOption('EUR');
    await untilPays(page, /≈ €/);
    const inEuros = await pay(page);
    assert.equal(inEuros[0], '€80,000 a year');
    assert.match(inEuros[1], /^\$40 an hour ≈ €\d\dK a year$/);
    assert.equal(new URL(page.url()).search, '?category=legal');
    await assertAccessible(page);

    const [cookie] = await page.context().cookies();
    const html = await (await fetch(`${site.url}/?category=legal`, { headers: { cookie: `${cookie.name}=${cookie.value}` } })).text();
    assert.match(html.replaceAll('<!-- -->', ''), /\$40 an hour<span[^>]*> ≈ €\d\dK a year/);
    await page.getByRole('link', { name: 'Dollar Lawyer' }).first().click();
    const { of } = (await (await fetch(`${site.url}/api/v3/rates`)).json()).data;
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(of));
    await page.getByText(`a year, at rates of ${day}`).waitFor();
    await page.reload();
    await hydrated(page);
    assert.deepEqual(await pay(page), inEuros);
    await page.getByLabel('Currency').selectOption('USD');
    await untilPays(page, /≈ \$91K/);
    await page.finish();
  });

  test('is that of the pay one asks for, and goes with it in the address', async () => {
    const page = await open('/?category=legal&sortBy=salary');
    await untilListed(page, ['Euro Lawyer', 'Dollar Lawyer', 'Rupee Lawyer', 'Bare Lawyer']);
    await page.getByLabel('Currency').selectOption('INR');
    await page.getByLabel('Pay').selectOption({ label: 'From ₹7,000,000 a year' });
    await untilListed(page, ['Euro Lawyer', 'Dollar Lawyer']);
    const { search } = new URL(page.url());
    assert.equal(search, '?category=legal&salaryMin=7000000&currency=INR&sortBy=salary');
    await page.getByLabel('Currency').selectOption('USD');
    await page.getByRole('heading', { name: 'Nothing fits' }).waitFor();
    assert.equal(new URL(page.url()).search, '?category=legal&salaryMin=7000000&sortBy=salary');
    await page.finish();

    const other = await open(`/${search}`);
    assert.equal(await other.getByLabel('Currency').inputValue(), 'INR');
    await untilPays(other, /≈ ₹/);
    await other.getByRole('link', { name: 'Without From ₹7,000,000 a year' }).click();
    await untilPays(other, /≈ \$91K/);
    assert.equal(new URL(other.url()).search, '?category=legal&sortBy=salary');
    await other.finish();
  });

  test('is chosen without scripts by the address', async () => {
    const page = await readPage(`${site.url}/?category=legal&salaryMin=&currency=EUR`);
    assert.match(page.text, /\$40 an hour ≈ €\d\dK a year/);
    assert.match(page.text, /From €45,000 a year/);
    assert.deepEqual((await readPage(`${site.url}/?salaryMin=75000&currency=EUR`)).jobTitles(), ['Euro Lawyer']);
  });
});
