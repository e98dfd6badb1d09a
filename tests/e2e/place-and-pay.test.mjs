/**
 * What may be taken from where one lives, with the way to what does not tell.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated } from './support/browser.mjs';
import { daysAgo, enterPostings } from './support/postings.mjs';
import { readPage } from './support/server-page.mjs';
import { useSite } from './support/use-site.mjs';

const site = useSite({
  fill: (db) =>
    enterPostings(
      db,
      { title: 'World Engineer', remote_scope: '["WORLD"]', post_date: daysAgo(1) },
      { title: 'Europe Engineer', remote_scope: '["EUROPE"]', post_date: daysAgo(2) },
      { title: 'States Engineer', remote_scope: '["US"]', post_date: daysAgo(3) },
      { title: 'Silent Engineer', remote_scope: null, location: 'Remote', post_date: daysAgo(4) },
      { title: 'Silent Designer', remote_scope: null, location: 'Remote', category_id: 3, post_date: daysAgo(5) },
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
  const [world] = (await (await fetch(`${site.url}/api/v3/jobs?remote=WORLD`)).json()).data.jobs;
  await page.goto(`/jobs/${world.id}`);
  await hydrated(page);
  await untilListed(page, ['Europe Engineer']);
  await page.finish();
});
