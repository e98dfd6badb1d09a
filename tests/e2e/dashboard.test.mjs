/**
 * The dashboard: what it shows of the syncs, its filters, its triggers, and when it asks.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated, openPage } from './support/browser.mjs';
import { enterPostings } from './support/postings.mjs';
import { readPage } from './support/server-page.mjs';
import { enterDay, enterRuns, receipt } from './support/runs.mjs';
import { startSite } from './support/site.mjs';
import { useSite } from './support/use-site.mjs';

const TOKEN = 'the right token, of 32 characters';

const site = useSite({
  variables: { SYNC_TOKEN: TOKEN },
  async fill(db) {
    await enterRuns(
      db,
      {
        secondsAgo: 3_600,
        type: 'ats',
        source: 'lever',
        company: 'old-heron',
        stats: receipt({ fetched: 10, unchanged: 10 }),
      },
      {
        secondsAgo: 40,
        source: 'greenhouse',
        company: 'heronvale',
        stats: receipt({
          fetched: 93,
          added: 3,
          updated: 2,
          unchanged: 20,
          filtered: 66,
          rejected: 1,
          duplicate: 1,
          filteredReasons: { 'nothing says remote': 66 },
        }),
        message: '3 added, 2 updated',
      },
      { secondsAgo: 30, source: 'greenhouse', company: 'leaky', stats: receipt({ fetched: 9, added: 2 }) },
      { secondsAgo: 50, source: 'lever', company: 'tin', error: 'server_error: The source failed (HTTP 502)' },
      { secondsAgo: 55, source: 'lever', company: 'tide', error: 'server_error: The source failed (HTTP 503)' },
      {
        secondsAgo: 60,
        type: 'aggregator',
        source: 'himalayas',
        error: 'rate_limited: The source asked us to slow down',
      },
      {
        secondsAgo: 20,
        type: 'aggregator',
        source: 'remoteok',
        stats: receipt({ fetched: 4, added: 4, notModified: 0 }),
      },
    );
    // None is due: ticks by hand find nothing to do.
    const laterS = Math.floor(Date.now() / 1_000) + 7_200;
    const enter = db.prepare(`INSERT INTO discovered_companies
      (source, slug, name, openings, watched_s, interval_s, next_sync_at, last_synced_at)
      VALUES (?1, ?2, ?3, 20, 5 * 86400, 7200, ?4, ?4 - 7200)`);
    await db.batch([enter.bind('lever', 'wren', 'Wren', laterS), enter.bind('leever', 'plum', 'Plum', laterS)]);
    await enterDay(db, 0, 'greenhouse', 12, 3);
    await enterDay(db, 2, 'lever', 5, 0);
    await enterDay(db, 2, 'greenhouse', 1, 4);
  },
});

async function openDashboard(path = '', { hasClock, ...options } = {}) {
  const page = await site.openPage(options);
  if (hasClock) await page.clock.install();
  await page.goto(`/dashboard${path}`);
  if (options.javaScriptEnabled !== false) await hydrated(page);
  return page;
}

const readDashboard = (query = '') => readPage(`${site.url}/dashboard${query}`);

const card = (page, name) => page.getByRole('article').filter({ has: page.getByRole('heading', { name }) });
const runNames = (page) => page.locator('.run-name').allTextContents();

describe('what is shown', () => {
  test('is each worker against its schedule', async () => {
    const page = await openDashboard();
    await card(page, 'ATS sync').getByText('On time').waitFor();
    await card(page, 'ATS sync').getByText('every 2 minutes').waitFor();
    await card(page, 'Aggregator sync').getByText('On time').waitFor();
    await card(page, 'Company discovery').getByText('Never ran').waitFor();
    for (const name of ['ATS sync', 'Aggregator sync', 'Company discovery']) {
      await card(page, name)
        .getByText(/^in \d+ (sec|min)\.$/)
        .waitFor();
    }
    await page.finish();
  });

  test('is the health of each source', async () => {
    const rows = (await readDashboard()).elements('tr').map(({ text }) => text);
    const row = (label) => rows.find((text) => text.startsWith(label));
    assert.match(row('Greenhouse'), /Healthy/);
    assert.match(row('Lever'), /Healthy.*1 of 1 well/, 'as its board is, whatever became of its last run');
    assert.match(row('Himalayas'), /Failing.*never.*at least 2\.25 s/);
  });

  test('is how often each board is looked at, and why', async () => {
    const rows = (await readDashboard()).elements('tr').map(({ text }) => text);
    const row = (name) => rows.find((text) => text.startsWith(name));
    assert.match(row('Wren'), /Lever.*Healthy.*every 2 hours: opens about 3 postings a day/);
    assert.match(row('Plum'), /leever.*Unknown source.*there is no source “leever”.*never$/);
  });

  test('is boards in one state alone, on request', async () => {
    const page = await openDashboard();
    const boards = page.getByRole('region', { name: 'Boards' });
    await boards.getByText('2 boards').waitFor();
    await boards.getByLabel('Show').selectOption('paused');
    await boards.getByText('0 boards').waitFor();
    await page.finish();
  });

  test('is what was added and closed, as a chart and in figures', async () => {
    const page = await openDashboard();
    await page.getByRole('img', { name: '18 jobs added and 7 closed in 30 days' }).waitFor();
    await page.getByText('Figures').click();
    const figures = page.getByRole('region', { name: 'Jobs added and closed per day' }).locator('tbody tr');
    const rows = (await figures.allInnerTexts()).map((text) => text.split('\t').slice(1));
    assert.deepEqual(rows.slice(0, 4), [
      ['12', '3'],
      ['0', '0'],
      ['6', '4'],
      ['0', '0'],
    ]);
    assert.equal(rows.length, 30);
    await page.finish();
  });

  test('is the receipt of a run, balanced or not, with its reasons and log', async () => {
    const page = await openDashboard();
    const run = (name) => page.locator('.run').filter({ hasText: name });
    await run('heronvale').locator('summary').click();
    await run('heronvale').getByText('Balanced').waitFor();
    await run('heronvale').getByText('nothing says remote (66)').waitFor();
    await run('heronvale').getByText('3 added, 2 updated', { exact: false }).last().waitFor();
    await run('leaky').locator('summary').click();
    await run('leaky').getByText('7 unaccounted for').waitFor();
    await page.finish();
  });

  test('is errors by their cause', async () => {
    const [list] = (await readDashboard()).elements('ul', { class: 'cause-list' });
    assert.match(list.text, /^2 ×Lever server_error last .*The source failed \(HTTP 502\)Next: tried again twice, .*tin, tideFailed runs of Lever/);
  });

  test('is there without scripts, filters included', async () => {
    const page = await openDashboard('?type=aggregator', { javaScriptEnabled: false });
    assert.deepEqual(await runNames(page), ['Remote OK', 'Himalayas']);
    await page.getByLabel('Status').selectOption('failed');
    await page.getByRole('button', { name: 'Filter' }).click();
    assert.deepEqual(await runNames(page), ['Himalayas']);
    assert.equal(
      await page
        .getByRole('button', { name: /Run now/ })
        .first()
        .isVisible(),
      false,
    );
    await page.finish();
  });

  test('is one of each as one', async () => {
    const single = await startSite();
    try {
      await enterPostings(single.db, {});
      await enterRuns(single.db, { secondsAgo: 30, source: 'lever', company: 'tin', error: 'timeout: late' });
      await enterDay(single.db, 0, 'lever', 1, 1_234);
      await single.db.batch([
        single.db.prepare(`INSERT INTO discovered_companies (source, slug) VALUES ('lever', 'tin')`),
        single.db.prepare('DELETE FROM potential_companies'),
        single.db.prepare(`INSERT INTO potential_companies (slug) VALUES ('copper')`),
      ]);
      const page = await readPage(`${single.url}/dashboard`);
      for (const words of ['1 open job, 1 company, 1 candidate to check', 'Of 1 failed run; 1 in the last hour.']) {
        assert.ok(page.text.includes(words), words);
      }
      const [chart] = page.elements('svg', { role: 'img' });
      assert.equal(chart.attributes['aria-label'], '1 job added and 1,234 closed in 30 days');
      assert.deepEqual(page.elements('p', { role: 'status' }).map(({ text }) => text), ['1 board', '1 run']);
    } finally {
      await single.close();
    }
  });

  test('is that there are no figures, where the server has none', async () => {
    const broken = await startSite({ isMigrated: false });
    try {
      const page = await openPage(site.browser, broken.url);
      const response = await page.goto('/dashboard');
      assert.equal(response.status(), 503);
      await page.getByText('This did not work').waitFor();
      await page.finish();
    } finally {
      await broken.close();
    }
  });
});

describe('filters of the runs', () => {
  const expect = (page, names) =>
    page.waitForFunction((wanted) => {
      const found = [...document.querySelectorAll('.run-name')].map((node) => node.textContent);
      return JSON.stringify(found) === wanted;
    }, JSON.stringify(names));

  test('stand in the address and are there again after a reload', async () => {
    const page = await openDashboard();
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

  test('stay in use while they change, and follow the address', async () => {
    const page = await openDashboard('?status=failed');
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
    const page = await openDashboard();
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
    await page.getByRole('button', { name: 'Older runs' }).click();
    await expect(page, ['Lever · old-heron']);
    assert.equal(await page.getByText('None of the latest').count(), 0);
    await page.finish();
  });

  test('say so where nothing is like them', async () => {
    assert.ok((await readDashboard('?company=nobody')).text.includes('No run is like this.'));
  });
});

describe('triggers', () => {
  const dialog = (page) => page.getByRole('dialog');
  const give = async (page, token) => {
    await dialog(page).getByLabel('Sync token').fill(token);
    await dialog(page).getByRole('button', { name: /^(Run|Sync|Add)$/ }).click();
  };

  test('ask for the token, refuse a wrong one, and keep the right one for the tab', async () => {
    const page = await openDashboard();
    await page.getByRole('button', { name: 'Run now of ATS sync' }).click();
    await give(page, 'wrong');
    await dialog(page).getByText('does not accept this token').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length && sessionStorage.getItem('sync-token')), 0);
    await assertAccessible(page);
    await give(page, TOKEN);
    await card(page, 'ATS sync').getByText('Nothing was due.').waitFor();

    await page.reload();
    await hydrated(page);
    await page.getByRole('button', { name: 'Run now of ATS sync' }).click();
    await card(page, 'ATS sync').getByText('Nothing was due.').waitFor();
    assert.equal(await dialog(page).count(), 0);
    await page.finish();

    const other = await openDashboard();
    await other.getByRole('button', { name: 'Run now of ATS sync' }).click();
    await dialog(other).waitFor();
    await other.keyboard.press('Escape');
    await dialog(other).waitFor({ state: 'hidden' });
    await other.getByRole('button', { name: 'Run now of ATS sync' }).click();
    await dialog(other).waitFor();
    await other.finish();
  });

  test('tell what came of them, one as one', async () => {
    const page = await openDashboard();
    const answers = {
      ats: [{ success: true, jobsAdded: 1, jobsUpdated: 1_234 }, '1 job added, 1,234 updated, 0 closed.'],
      aggregator: [
        { success: true, outcome: 'busy', queued: false, running: [{ id: '1', source: 'himalayas' }] },
        'The worker is busy with Himalayas.',
      ],
      discovery: [{ success: true, companiesChecked: 1, companiesAdded: 1 }, '1 candidate checked, 1 board found.'],
    };
    for (const [worker, [json]] of Object.entries(answers)) {
      await page.route(`**/api/v3/sync/${worker}`, (route) => route.fulfill({ json }));
    }
    await page.evaluate(() => sessionStorage.setItem('sync-token', 'any'));
    await page.getByRole('button', { name: 'Run now of ATS sync' }).click();
    await card(page, 'ATS sync').getByText(answers.ats[1]).waitFor();
    await page.getByRole('button', { name: 'Run now of Aggregator sync' }).click();
    await card(page, 'Aggregator sync').getByText(answers.aggregator[1]).waitFor();
    await page.getByRole('button', { name: 'Run now of Company discovery' }).click();
    await card(page, 'Company discovery').getByText(answers.discovery[1]).waitFor();
    await page.finish();
  });

  test('add a company and sync it; the run is listed', { timeout: 60_000 }, async () => {
    const page = await openDashboard();
    const sync = page.locator('form').filter({ hasText: 'Sync a company' });
    await sync.getByLabel('Source').selectOption('lever');
    await sync.getByLabel('Slug of its board').fill('copper-owl');
    await sync.getByRole('button').click();
    await give(page, TOKEN);
    await sync.getByText('There is no such company.').waitFor();

    const add = page.locator('form').filter({ hasText: 'Add a company' });
    await add.getByLabel(/^Address/).fill('https://evil.example/copper-owl');
    await add.getByRole('button').click();
    await add.locator('.bad').waitFor();
    await add.getByLabel(/^Address/).fill('https://jobs.lever.co/copper-owl');
    await add.getByRole('button').click();
    await add.getByText('copper-owl has been added and is due at once.').waitFor();

    await sync.locator('option[value="copper-owl"]').waitFor({ state: 'attached' });

    // There is nobody at the address of the source.
    await sync.getByRole('button', { name: 'Sync now' }).click();
    await sync.locator('.bad').filter({ hasText: 'network' }).waitFor({ timeout: 30_000 });
    const run = page.locator('.run').filter({ hasText: 'copper-owl' });
    await run.getByText('manual').waitFor();
    await run.getByText('failed', { exact: true }).waitFor();
    await page.finish();
  });
});

describe('the slugs to choose from', () => {
  test('are as the database has them, whatever the browser has kept', async () => {
    // Nothing is intercepted, which would take the browser's cache away.
    const page = await site.openPage();
    await page.addInitScript((token) => sessionStorage.setItem('sync-token', token), TOKEN);
    await page.goto('/dashboard');
    await hydrated(page);
    const answered = page.waitForResponse(/api\/v3\/companies\?source=/);
    await page.getByLabel('Slug of its board').focus();
    await (await answered).finished();
    await page.getByLabel(/^Address/).fill('https://boards.greenhouse.io/brass-heron');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('brass-heron has been added').waitFor();
    await page.locator('option[value="brass-heron"]').waitFor({ state: 'attached', timeout: 5_000 });
    await page.finish();
  });
});

describe('the page', () => {
  /** What a browser does when its tab goes out of sight, or comes back. */
  const show = (page, state) =>
    page.evaluate((visibility) => {
      Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
      Object.defineProperty(document, 'hidden', { value: visibility === 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    }, state);

  /** The queries that the page sends to the API while a minute of its time passes. */
  async function askedInAMinute(page) {
    const asked = [];
    const note = (request) => request.url().includes('/api/') && asked.push(new URL(request.url()).search);
    // A request of this test's own tells that all before it have been noted.
    const mark = async (name) => {
      const seen = page.waitForRequest((request) => request.url().endsWith(name));
      await page.evaluate((url) => void fetch(url), `/api/v3/categories${name}`);
      await seen;
    };
    page.on('request', note);
    await mark('?begin');
    await page.clock.runFor(60_000);
    await mark('?end');
    page.off('request', note);
    return asked.slice(asked.indexOf('?begin') + 1, asked.indexOf('?end'));
  }

  /** Lets so much of the page's time pass, and waits for what it asks by then. */
  const after = (page, ms, path) => Promise.all([page.waitForRequest(path), page.clock.runFor(ms)]);

  test('asks again while it is seen, and not while it is hidden or paused', async () => {
    const page = await openDashboard('', { hasClock: true });
    await enterRuns(site.db, {
      secondsAgo: 1,
      source: 'greenhouse',
      company: 'just-now',
      stats: receipt({ fetched: 1, added: 1 }),
    });
    await after(page, 5_000, /\/api\/v3\/logs/);
    await page.getByText('just-now').waitFor();
    assert.notDeepEqual(await askedInAMinute(page), []);

    await show(page, 'hidden');
    assert.deepEqual(await askedInAMinute(page), []);

    await Promise.all([page.waitForRequest(/\/api\/v3\/stats/, { timeout: 3_000 }), show(page, 'visible')]);
    await page.getByRole('button', { name: 'Pause' }).click();
    assert.deepEqual(await askedInAMinute(page), []);
    await page.getByRole('button', { name: 'Resume' }).click();
    await after(page, 5_000, /\/api\/v3\/logs/);
    await page.finish();
  });

  test('keeps what it has where the server stops answering', async () => {
    const page = await openDashboard('', { hasClock: true });
    await page.route(/\/api\//, (route) => route.abort());
    const trouble = page.getByText('The server does not answer; last seen');
    // It tries three times before it says so, each after a longer wait.
    for (let tries = 1; tries <= 3; tries += 1) await after(page, 10_000, /\/api\/v3\/stats/);
    await trouble.waitFor();
    await page.getByRole('alert').getByText('Nothing here is current.').waitFor();
    assert.equal(await page.locator('.worker-card .tag.good').count(), 0);
    await page.getByText('heronvale').first().waitFor();
    await page.finish();
  });

  for (const [name, options] of [
    ['wide', {}],
    ['dark', { colorScheme: 'dark' }],
    ['narrow', { viewport: SIZES.narrow }],
    ['middle', { viewport: SIZES.middle }],
  ]) {
    test(`is accessible and fits: ${name}`, async () => {
      const page = await openDashboard('', options);
      await page.locator('.run summary').first().click();
      await page.getByText('Figures').click();
      await assertAccessible(page);
      const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      assert.ok(content <= view, `${content} of ${view} px`);
      await page.finish();
    });
  }

  test('is no burden on the board: its scripts come with it alone', async () => {
    const page = await site.openPage();
    const scripts = [];
    page.on('response', (response) => scripts.push(new URL(response.url()).pathname));
    await page.goto('/');
    await hydrated(page);
    await page.waitForLoadState('networkidle');
    assert.deepEqual(
      scripts.filter((path) => /dashboard|inspect|\.wasm/.test(path)),
      [],
    );
    await page.getByRole('link', { name: 'Status' }).click();
    await page.getByRole('heading', { name: 'Status' }).waitFor();
    assert.ok(scripts.some((path) => /\/dashboard-[\w-]+\.js$/.test(path)));
    await page.finish();
  });
});
