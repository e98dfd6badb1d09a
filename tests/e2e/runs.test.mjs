/**
 * The runs: what the list is narrowed by, and the page of each.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated } from './support/browser.mjs';
import { enterPostings } from './support/postings.mjs';
import { enterRuns, receipt } from './support/runs.mjs';
import { readPage } from './support/server-page.mjs';
import { useSite } from './support/use-site.mjs';

const site = useSite({
  async fill(db) {
    const failure = { source: 'lever', error: 'server_error: The source failed (HTTP 502)' };
    await enterPostings(db, { title: 'Rigger' }, { title: 'Boat Builder' });
    await enterRuns(
      db,
      { secondsAgo: 3_600, source: 'lever', company: 'old-heron', stats: receipt({ fetched: 10, unchanged: 10 }) },
      { secondsAgo: 3 * 86_400, source: 'greenhouse', company: 'oakum', stats: receipt({ fetched: 2, added: 2 }) },
      { secondsAgo: 40, source: 'greenhouse', company: 'heronvale', trigger: 'manual', stats: receipt({}) },
      { secondsAgo: 50, company: 'tin', ...failure },
      { secondsAgo: 55, company: 'tide', ...failure },
    );
    await db
      .prepare("UPDATE sync_history SET last_change = (SELECT max(seq) FROM job_changes) WHERE company = 'oakum'")
      .run();
  },
});

async function open(path = '', options = {}) {
  const page = await site.openPage(options);
  await page.goto(`/dashboard${path}`);
  if (options.javaScriptEnabled !== false) await hydrated(page);
  return page;
}

const idOf = async (company) =>
  (await site.db.prepare('SELECT id FROM sync_history WHERE company = ?1').bind(company).first()).id;

describe('filters of the runs', () => {
  const expect = (page, names) =>
    page.waitForFunction((wanted) => {
      const found = [...document.querySelectorAll('.run-name')].map((node) => node.textContent);
      return JSON.stringify(found) === wanted;
    }, JSON.stringify(names));

  test('stand in the address and are there again after a reload', async () => {
    const page = await open();
    await page.getByLabel('Source').last().selectOption('lever');
    await expect(page, ['Lever · tin', 'Lever · tide', 'Lever · old-heron']);
    await page.getByLabel('Errors only').check();
    await expect(page, ['Lever · tin', 'Lever · tide']);
    assert.equal(new URL(page.url()).search, '?source=lever&errors=true');
    await page.reload();
    await expect(page, ['Lever · tin', 'Lever · tide']);
    await hydrated(page);
    await page.getByLabel('Company').fill('tide');
    await page.getByRole('button', { name: 'Filter' }).click();
    await expect(page, ['Lever · tide']);
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByText('heronvale').first().waitFor();
    assert.equal(new URL(page.url()).search, '');
    await page.finish();
  });

  test('stand with an order of the listed runs', async () => {
    const page = await open();
    await page.getByLabel('Order of those listed').selectOption('changes');
    await page.waitForFunction(() => document.querySelector('.run-name').textContent === 'Greenhouse · oakum');
    assert.equal(new URL(page.url()).search, '?sort=changes');
    await page.finish();
  });

  test('stay in use while they change, and follow the address', async () => {
    const page = await open('?status=failed');
    const isInUse = (field) => field.evaluate((node) => node === document.activeElement);
    const source = page.getByLabel('Source').last();
    await page.getByLabel('Company').fill('ti');
    await source.focus();
    // By keyboard each step is a choice.
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL((url) => url.search === '?source=lever&status=failed&company=ti');
    assert.ok(await isInUse(source));
    const errors = page.getByLabel('Errors only');
    await errors.focus();
    await page.keyboard.press('Space');
    await page.waitForURL(/errors=true/);
    assert.ok(await isInUse(errors));
    const company = page.getByLabel('Company');
    await company.fill('tide');
    await page.keyboard.press('Enter');
    await expect(page, ['Lever · tide']);
    assert.ok(await isInUse(company));

    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByText('heronvale').first().waitFor();
    assert.deepEqual(
      [await source.inputValue(), await company.inputValue(), await errors.isChecked()],
      ['', '', false],
    );
    await page.finish();
  });

  test('go on to older runs where none of the latest is like them', async () => {
    const page = await open();
    const walked = {
      success: true,
      logs: [],
      meta: { count: 0, recentErrors: 0, hasMore: true, nextCursor: 'further' },
    };
    await page.route(/\/api\/v3\/logs\?.*company=old-heron/, (route) => {
      const { searchParams } = new URL(route.request().url());
      if (!searchParams.has('cursor')) return route.fulfill({ json: walked });
      assert.equal(searchParams.get('cursor'), 'further');
      searchParams.delete('cursor');
      return route.continue({ url: `${site.url}/api/v3/logs?${searchParams}` });
    });
    await page.getByLabel('Company').fill('old-heron');
    await page.keyboard.press('Enter');
    await page.getByText('None of the latest runs is like this.').waitFor();
    await page.getByRole('link', { name: 'Older runs' }).click();
    await expect(page, ['Lever · old-heron']);
    assert.equal(await page.getByText('None of the latest').count(), 0);
    await page.finish();
  });

  test('tell who began them', async () => {
    const page = await open();
    await page.getByLabel('Begun by').selectOption('manual');
    await expect(page, ['Greenhouse · heronvale']);
    await page.finish();
  });

  test('lead to older runs without scripts', async () => {
    const page = await open('?source=lever', { javaScriptEnabled: false });
    await page.goto(`/dashboard?source=lever&cursor=${await idOf('tide')}`);
    assert.deepEqual(await page.locator('.run-name').allTextContents(), ['Lever · old-heron']);
    await page.finish();
  });

  test('say so where nothing is like them', async () => {
    assert.ok((await readPage(`${site.url}/dashboard?company=nobody`)).text.includes('No run is like this.'));
  });
});

describe('the page of a run', () => {
  test('has what it took, where it leads, and what it changed', async () => {
    const page = await site.openPage({ timezoneId: 'Asia/Tokyo' });
    await page.goto(`/runs/${await idOf('oakum')}`);
    await hydrated(page);
    await page.getByRole('heading', { name: 'Greenhouse · oakum' }).waitFor();
    await page.getByText(/^\d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC \(\d\d:\d\d here\)$/).first().waitFor();
    await page.getByText('1.2 s', { exact: true }).waitFor();
    await page.getByText('2 changes').waitFor();
    assert.equal(await page.getByRole('link', { name: 'its board' }).getAttribute('href'), '/boards?source=greenhouse&company=oakum');
    assert.equal(await page.getByRole('link', { name: 'oakum', exact: true }).getAttribute('href'), '/companies/greenhouse/oakum');
    await page.getByRole('link', { name: 'Boat Builder' }).click();
    await page.waitForURL(/\/jobs\/\d+\//);
    const read = await page.getByRole('link', { name: 'How this posting was read' }).getAttribute('href');
    assert.match(read, /^\/inspect\?source=greenhouse&company=Oakum\+Yard&posting=https/);
    await page.finish();
  });

  test('says of a failure what happens next, and leads to what is documented of it', async () => {
    const page = await open('?company=tin');
    await page.locator('.run summary').click();
    await page.getByRole('link', { name: /This run/ }).click();
    await page.getByRole('heading', { name: 'Lever · tin' }).waitFor();
    await page.getByText(/Next: tried again twice, then the company waits/).waitFor();
    await page.getByRole('link', { name: 'About server_error' }).click();
    await page.waitForURL(/\/errors#server_error$/);
    await page.locator('#server_error').getByText('The source failed on its side (5xx)').waitFor();
    await page.finish();
  });

  test('is there without scripts, and says where there is none', async () => {
    const id = await idOf('oakum');
    assert.match((await readPage(`${site.url}/runs/${id}`)).text, /Rigger/);
    const none = await readPage(`${site.url}/runs/nothing`);
    assert.equal(none.status, 404);
    assert.match(none.text, /There is no such run/);
  });

  for (const [name, options] of [
    ['wide', {}],
    ['dark', { colorScheme: 'dark' }],
    ['middle', { viewport: SIZES.middle }],
    ['narrow', { viewport: SIZES.narrow }],
  ]) {
    test(`is accessible and fits: ${name}`, async () => {
      const page = await site.openPage(options);
      await page.goto(`/runs/${await idOf('oakum')}`);
      await hydrated(page);
      await assertAccessible(page);
      const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= view, `${content} of ${view} px`);
      await page.finish();
    });
  }
});
