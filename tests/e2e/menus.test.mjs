/**
 * The menus of the board's filter: long ones can be searched, their counts stay, and on phones they are sheets.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated } from './support/browser.mjs';
import { enterPostings, manyPostings } from './support/postings.mjs';
import { useSite } from './support/use-site.mjs';

const site = useSite({
  fill: (db) =>
    enterPostings(
      db,
      ...manyPostings(5),
      { title: 'Kelp Designer', category_id: 3, remote_scope: '["GB"]' },
      { title: 'Rope Designer', category_id: 3, source_name: 'lever', remote_scope: '["WORLD"]' },
      { title: 'Oar Lawyer', category_id: 13, remote_scope: '["WORLD"]' },
    ),
});

async function open(path = '/', options) {
  const page = await site.openPage(options);
  await page.goto(path);
  await hydrated(page);
  return page;
}

const menu = (page, name) => page.locator('summary', { hasText: name });
const option = (page, name) => page.locator('.filter[open] .check', { hasText: name });
const summary = (page) => page.locator('.board-summary [role=status]');

async function untilCounted(page, text) {
  await page.waitForFunction((wanted) => document.querySelector('.board-summary p').textContent === wanted, text);
}

describe('the counts of a menu', () => {
  test('stay while one ticks its boxes, and follow the other filters', async () => {
    const page = await open();
    await menu(page, 'Category').click();
    assert.equal(await option(page, 'Design').textContent(), 'Design2');
    await option(page, 'Design').click();
    await untilCounted(page, '2 jobs');
    await option(page, /^Legal1$/).waitFor();
    assert.equal(await option(page, 'Programming').textContent(), 'Programming & Development5');
    await option(page, 'Legal').click();
    await untilCounted(page, '3 jobs');
    assert.equal(await option(page, 'Design').textContent(), 'Design2');
    await page.keyboard.press('Escape');

    await menu(page, 'Work from').click();
    await option(page, /^Worldwide2$/).click();
    await untilCounted(page, '2 jobs');
    await page.keyboard.press('Escape');
    await menu(page, 'Category').click();
    await option(page, /^Design1$/).waitFor();
    await page.finish();
  });

  test('are there when a page comes with a filter, and nowhere over what is saved', async () => {
    const page = await open('/?category=design');
    await menu(page, 'Category').click();
    await option(page, /^Legal1$/).waitFor();
    await page.getByRole('button', { name: 'Save: Kelp Designer' }).first().click();
    await page.goto('/?category=design&view=saved');
    await hydrated(page);
    await menu(page, 'Category').click();
    assert.equal(await option(page, 'Legal').textContent(), 'Legal');
    await page.finish();
  });
});

describe('a long menu', () => {
  test('is typed into at once, and Enter takes the first that fits', async () => {
    const page = await open();
    await menu(page, 'Work from').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.className.includes('find-option'));
    await page.keyboard.type('united k');
    assert.deepEqual(await page.locator('.filter[open] .check:visible').allTextContents(), ['United Kingdom1']);
    await page.keyboard.press('Enter');
    await untilCounted(page, '1 job');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Work from1');
    await page.finish();
  });
});

describe('on a phone a menu is a sheet', () => {
  test('with a title, and a way to so many jobs', async () => {
    const page = await open('/', { viewport: SIZES.narrow, hasTouch: true, isMobile: true });
    await menu(page, 'Category').tap();
    const sheet = page.locator('.filter[open] .filter-panel');
    assert.equal(await sheet.locator('.sheet-title').isVisible(), true);
    assert.equal(await sheet.locator('.sheet-title').textContent(), 'Category');
    // The keys of the screen stay away until one asks for them.
    assert.notEqual(await page.evaluate(() => document.activeElement.className), 'find-option');
    await option(page, 'Design').tap();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Show 2 jobs' }).tap();
    await sheet.waitFor({ state: 'hidden' });
    assert.equal(await summary(page).textContent(), '2 jobs');
    await page.finish();
  });

  test('whose way out is in sight however long it is, and no wider than the screen', async () => {
    const page = await open('/?view=hidden', { viewport: SIZES.narrow, hasTouch: true, isMobile: true });
    await menu(page, 'Work from').tap();
    const button = page.getByRole('button', { name: 'Show 0 jobs' });
    const { y, height } = await button.boundingBox();
    assert.ok(y + height <= SIZES.narrow.height);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), SIZES.narrow.width);
    await page.finish();
  });
});
