/**
 * The dashboard: what it shows of the syncs, its filters, its triggers, and when it asks.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated, openPage } from './support/browser.mjs';
import { enterPostings } from './support/postings.mjs';
import { readPage } from './support/server-page.mjs';
import { TOKEN, giveToken } from './support/token.mjs';
import { enterDay, enterRuns, receipt } from './support/runs.mjs';
import { startSite } from './support/site.mjs';
import { useSite } from './support/use-site.mjs';

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
      (source, slug, status, openings, watched_s, interval_s, next_sync_at, last_synced_at)
      VALUES ('lever', ?1, ?2, 20, 5 * 86400, 7200, ?3, ?3 - 7200)`);
    await db.batch([enter.bind('wren', 'active', laterS), enter.bind('moss', 'gone', laterS)]);
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
    assert.match(row('Lever'), /Healthy.*1 of 2 well, 1 gone/, 'as its board is, whatever became of its last run');
    assert.match(row('Himalayas'), /Failing.*never.*at least 2\.25 s/);
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

  test('is what was added and closed at each source', async () => {
    const [list] = (await readDashboard()).elements('ul', { class: 'days-sources' });
    assert.match(list.text, /^Greenhouse.*\+13 −7Lever.*\+5 −0$/);
  });

  test('is how the boards of a source are, with the way to those that are not well', async () => {
    const page = await readDashboard();
    assert.equal(page.link('1 gone').href, '/boards?source=lever&show=gone');
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
      assert.deepEqual(page.elements('p', { role: 'status' }).map(({ text }) => text), ['1 run']);
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

describe('triggers', () => {
  const dialog = (page) => page.getByRole('dialog');

  test('ask for the token, refuse a wrong one, and keep the right one for the tab', async () => {
    const page = await openDashboard();
    await page.getByRole('button', { name: 'Run now of ATS sync' }).click();
    await giveToken(page, 'wrong');
    await dialog(page).getByText('does not accept this token').waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.length && sessionStorage.getItem('sync-token')), 0);
    await assertAccessible(page);
    await giveToken(page, TOKEN);
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
});

describe('the page', () => {
  /** The browser's events when its tab goes out of sight, or comes back. */
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

    await Promise.all([page.waitForRequest(/\/api\/v3\/stats/), show(page, 'visible')]);
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
