/**
 * The pages of boards and candidates: what they show, and what can be done with each.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated } from './support/browser.mjs';
import { readPage } from './support/server-page.mjs';
import { TOKEN, giveToken, knowToken } from './support/token.mjs';
import { useSite } from './support/use-site.mjs';

const site = useSite({
  variables: { SYNC_TOKEN: TOKEN },
  async fill(db) {
    const laterS = Math.floor(Date.now() / 1_000) + 7_200;
    const board = db.prepare(`INSERT INTO discovered_companies
      (source, slug, name, status, openings, watched_s, interval_s, next_sync_at, last_synced_at, failures, last_error, last_run_id)
      VALUES (?1, ?2, ?3, ?4, 20, 5 * 86400, 7200, ?5, ?5 - 7200, ?6, ?7, ?8)`);
    const well = [0, null, null];
    await db.batch([
      board.bind('lever', 'wren', 'Wren', 'active', laterS, ...well),
      board.bind('leever', 'plum', 'Plum', 'active', laterS, ...well),
      board.bind('lever', 'tin', 'Tin Works', 'active', laterS, 3, 'timeout: late', 'r1'),
      board.bind('greenhouse', 'quiet', 'Quiet', 'active', laterS, ...well),
      db.prepare('DELETE FROM potential_companies'),
      db.prepare(`INSERT INTO potential_companies (slug, status, check_count, failures, last_error, next_check_at)
        VALUES ('copper', 'pending', 1, 2, 'network: gone', ${laterS}), ('zinc', 'not_found', 4, 0, NULL, ${laterS})`),
    ]);
  },
});

/** The answer to "ask now" while a worker is at work. */
const BUSY = { success: true, outcome: 'busy', queued: true, message: '', running: [{ id: '1', source: 'lever', company: 'heron' }] };

async function open(path, { isKnown = true, ...options } = {}) {
  const page = await site.openPage(options);
  if (isKnown) await knowToken(page);
  await page.goto(path);
  if (options.javaScriptEnabled !== false) await hydrated(page);
  return page;
}

const row = (page, name) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
const names = (page) => page.locator('tbody th').allInnerTexts();

describe('the boards', () => {
  test('are shown with how each does, how often it is looked at, and why', async () => {
    const rows = (await readPage(`${site.url}/boards`)).elements('tr').map(({ text }) => text);
    const rowOf = (name) => rows.find((text) => text.startsWith(name));
    assert.match(rowOf('Wren'), /Lever.*Healthy.*every 2 hours: opens about 3 postings a day/);
    assert.match(rowOf('Plum'), /leever.*Unknown source.*never.*there is no source “leever”/);
    assert.match(rowOf('Tin Works'), /Failing.*3 failures in a row.*timeout: late.*Last run of Tin Works/);
  });

  test('are narrowed to those that need attention, to a source, and by a name', async () => {
    const page = await open('/boards');
    await page.getByText('4 boards').waitFor();
    await page.getByLabel('State').selectOption('attention');
    await page.getByText('1 board', { exact: true }).waitFor();
    assert.equal(new URL(page.url()).search, '?show=attention');
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByLabel('Source').selectOption('greenhouse');
    await page.getByText('1 board', { exact: true }).waitFor();
    assert.match(await names(page).then(String), /Quiet/);
    await page.getByRole('link', { name: 'Clear' }).click();
    await page.getByLabel('Company', { exact: true }).fill('Tin Works');
    await page.keyboard.press('Enter');
    await page.getByText('1 board', { exact: true }).waitFor();
    await page.getByLabel('State').selectOption('paused');
    await page.getByText('No board is like this.').waitFor();
    await page.finish();
  });

  test('are listed in the order that is chosen, with scripts and without', async () => {
    const page = await open('/boards');
    await page.getByLabel('Order of those listed').selectOption('failures');
    await page.waitForFunction(() => /Tin Works/.test(document.querySelector('tbody th').textContent));
    assert.equal(new URL(page.url()).search, '?sort=failures');
    await page.finish();
    const plain = await open('/boards?sort=failures', { javaScriptEnabled: false });
    assert.match((await names(plain))[0], /Tin Works/);
    await plain.finish();
  });

  test('are there without scripts, filters included', async () => {
    const page = await open('/boards', { javaScriptEnabled: false });
    await page.getByLabel('State').selectOption('failing');
    await page.getByRole('button', { name: 'Filter' }).click();
    assert.deepEqual((await names(page)).map((text) => text.split(' ')[0]), ['Tin']);
    assert.equal(await page.getByRole('button', { name: 'Pause Tin Works' }).isVisible(), false);
    await page.finish();
  });

  test('are paused and resumed one by one, which says when that shows', async () => {
    const page = await open('/boards', { isKnown: false });
    await row(page, 'Wren').getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('dialog').getByText('Pause Wren').waitFor();
    await page.getByRole('dialog').getByLabel('Sync token').fill(TOKEN);
    await page.keyboard.press('Enter');
    await row(page, 'Wren').getByText('Wren is paused; its postings stay as they are.').waitFor();
    await row(page, 'Wren').getByText('not looked at: it is paused').waitFor();
    assert.equal(await row(page, 'Wren').getByRole('button', { name: 'Sync' }).count(), 0);
    // Under a filter that lists it no more, its outcome stays.
    await page.getByLabel('State').selectOption('paused');
    await page.getByText('1 board', { exact: true }).waitFor();
    await row(page, 'Wren').getByRole('button', { name: 'Resume' }).click();
    await page.getByText('No board is like this.').waitFor();
    await page.getByText(/Wren comes first in the next tick\./).waitFor();
    await page.getByRole('link', { name: 'Clear' }).click();
    await row(page, 'Wren')
      .getByText(/Wren comes first in the next tick\. That is in \d+ (sec|min)\./)
      .waitFor();
    await row(page, 'Wren').getByText(/^due/).first().waitFor();
    await page.finish();
  });

  test('wait for a busy worker, which says what it is at and when it comes to them', async () => {
    const page = await open('/boards');
    await page.route('**/companies/lever/wren/sync', (route) => route.fulfill({ status: 202, json: BUSY }));
    await row(page, 'Wren').getByRole('button', { name: 'Sync' }).click();
    await row(page, 'Wren')
      .getByText(/The worker is busy with heron; Wren comes first in its next tick\. That is in \d+ (sec|min)\./)
      .waitFor();
    await page.finish();
  });

  test('that fail are all made due by one press', async () => {
    const page = await open('/boards?show=failing');
    await page.getByRole('button', { name: 'Retry all failing boards' }).click();
    await page.getByText(/1 board is due now\. That is in/).waitFor();
    await row(page, 'Tin Works').getByText(/^due/).first().waitFor();
    await page.finish();
  });

  test('are entered by their address and synced, with a way to the run', { timeout: 60_000 }, async () => {
    const page = await open('/boards', { isKnown: false });
    const add = page.getByRole('form', { name: 'Add a company' });
    await add.getByRole('textbox').fill('https://evil.example/copper-owl');
    await add.getByRole('button').click();
    await giveToken(page, TOKEN);
    await add.locator('.bad').getByText(/^This is no address of a board of Greenhouse/).waitFor();
    await add.getByRole('textbox').fill('https://jobs.lever.co/copper-owl');
    await add.getByRole('button').click();
    await add.getByText('copper-owl has been added and is due at once.').waitFor();
    // There is nobody at the address of the source.
    await row(page, 'copper-owl').getByRole('button', { name: 'Sync' }).click();
    await row(page, 'copper-owl').locator('.bad').filter({ hasText: 'network' }).waitFor({ timeout: 30_000 });
    await row(page, 'copper-owl').getByRole('link', { name: 'Last run' }).click();
    await page.getByRole('heading', { name: 'Lever · copper-owl' }).waitFor();
    await page.getByText('manual').waitFor();
    await page.finish();
  });
});

describe('the candidates', () => {
  test('are checked and rejected one by one, and those that fail retried together', async () => {
    const page = await open('/candidates');
    await page.getByText('2 candidates').waitFor();
    await row(page, 'copper').getByText('network: gone').waitFor();
    await page.getByRole('button', { name: 'Retry all failing checks' }).click();
    await page.getByText(/1 candidate is due now\. That is in/).waitFor();
    await row(page, 'zinc').getByRole('button', { name: 'Check' }).click();
    await row(page, 'zinc').getByText(/zinc is looked for first in the next tick\. That is in/).waitFor();
    await row(page, 'zinc').getByText('To be checked').waitFor();
    await row(page, 'zinc').getByRole('button', { name: 'Reject' }).click();
    await row(page, 'zinc').getByText('zinc is looked for no more.').waitFor();
    await page.getByLabel('State').selectOption('attention');
    await page.waitForURL(/show=attention/);
    await row(page, 'zinc').getByText('Rejected').waitFor();
    await page.finish();
  });
});

describe('the pages', () => {
  test('say in red that nothing is current where the server is gone', async () => {
    const page = await site.openPage();
    await page.clock.install();
    await page.goto('/boards');
    await hydrated(page);
    await page.route(/\/api\//, (route) => route.abort());
    const asked = () => Promise.all([page.waitForRequest(/\/api\/v3\/companies/), page.clock.runFor(15_000)]);
    for (let tries = 1; tries <= 4; tries += 1) await asked();
    await page.getByRole('alert').getByText('Nothing here is current.').waitFor();
    await page.finish();
  });

  for (const path of ['/boards', '/candidates', '/errors']) {
    for (const [name, options] of [
      ['wide', {}],
      ['dark', { colorScheme: 'dark' }],
      ['middle', { viewport: SIZES.middle }],
      ['narrow', { viewport: SIZES.narrow }],
    ]) {
      test(`are accessible and fit: ${path}, ${name}`, async () => {
        const page = await open(path, options);
        await assertAccessible(page);
        const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(content <= view, `${content} of ${view} px`);
        await page.finish();
      });
    }
  }
});
