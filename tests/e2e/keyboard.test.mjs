/**
 * The board without a pointer: what keys do, where the focus goes, and that nothing is out of reach.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated, settled } from './support/browser.mjs';
import { enterPostings, manyPostings } from './support/postings.mjs';
import { useSite } from './support/use-site.mjs';

const LONG = `<p>${'We mend boats, and then we mend more of them. '.repeat(200)}</p><p><a href="https://yard.example/">The yard</a></p>`;

const site = useSite({ fill: (db) => enterPostings(db, ...manyPostings(40, { description_raw: LONG })) });

async function open(path = '/', options) {
  const page = await site.openPage(options);
  await page.goto(path);
  await hydrated(page);
  return page;
}

const press = async (page, ...keys) => {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
};
const focused = (page) => page.evaluate(() => document.activeElement.textContent);
const isInPane = (page) => page.evaluate(() => document.activeElement.closest('.board-pane') !== null);
const pane = (page) => page.getByRole('region', { name: 'Posting' });
const shows = (page, name) => pane(page).getByRole('heading', { name, exact: true }).waitFor();
const titles = (page) => page.locator('.job-list .job-title').allTextContents();
const scrolled = (page) => page.evaluate(() => [scrollY, document.querySelector('.board-pane').scrollTop]);

describe('the keyboard', () => {
  test('goes from load to Apply of the third job in four keys', async () => {
    const page = await open();
    await press(page, 'j', 'j', 'j');
    await shows(page, 'Role 003');
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('a')]);
    const address = await page.getByRole('link', { name: 'Apply' }).getAttribute('href');
    assert.match(address, /^https:\/\/boards\.example\/jobs\/\d+$/);
    await popup.close();
    await pane(page).getByText('Did you apply?').waitFor();
    // Not `finish`: the page has asked another host, as it should.
    await page.context().close();
  });

  test('shows what it moves to, and leaves no trace of it for the way back', async () => {
    const page = await open('/?category=programming-development');
    await page.goto('/?sortBy=title-asc');
    await hydrated(page);
    await press(page, 'j', 'j', 'j', 'k');
    assert.equal(await focused(page), 'Role 002');
    await shows(page, 'Role 002');
    assert.match(page.url(), /job=\d+/);
    await page.goBack();
    await page.waitForURL(/category=/);
    await page.finish();
  });

  for (const key of ['Enter', 'ArrowRight', 'o']) {
    test(`goes into the posting by ${key}, where it scrolls and its links are next, and back by Escape`, async () => {
      const page = await open();
      await press(page, 'j', 'j', key);
      await shows(page, 'Role 002');
      assert.equal(await isInPane(page), true);
      await press(page, 'Space');
      await page.waitForFunction(() => document.querySelector('.board-pane').scrollTop > 100);
      assert.equal(await page.evaluate(() => scrollY), 0);
      await press(page, 'Tab');
      assert.equal(await isInPane(page), true);
      await press(page, 'Escape');
      assert.equal(await focused(page), 'Role 002');
      await page.finish();
    });
  }

  test('scrolls the posting by Space from the list, and back by Shift', async () => {
    const page = await open();
    await press(page, 'j', 'Space');
    await page.waitForFunction(() => document.querySelector('.board-pane').scrollTop > 100);
    const [top, inner] = await scrolled(page);
    assert.equal(top, 0);
    await press(page, 'Shift+Space');
    assert.ok((await scrolled(page))[1] < inner);
    await press(page, 'j');
    await shows(page, 'Role 002');
    assert.equal((await scrolled(page))[1], 0, 'another posting begins at its top');
    await page.finish();
  });

  test('hides and undoes; the posting follows', async () => {
    const page = await open();
    await press(page, 'j', 'j', 'x');
    assert.equal((await titles(page)).includes('Role 002'), false);
    assert.equal(await focused(page), 'Role 003');
    await shows(page, 'Role 003');
    await press(page, 'x');
    await shows(page, 'Role 004');
    await press(page, 'u', 'u');
    assert.deepEqual((await titles(page)).slice(0, 4), ['Role 001', 'Role 002', 'Role 003', 'Role 004']);
    await page.finish();
  });

  test('saves, searches from anywhere, and tells how', async () => {
    const page = await open();
    await press(page, 'j', 's');
    await page.getByRole('link', { name: 'Saved 1' }).waitFor();
    await press(page, '?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await assertAccessible(page);
    await press(page, 'Escape', ...Array(20).fill('j'));
    assert.ok((await scrolled(page))[0] > 500);
    await press(page, '/');
    const box = page.getByRole('searchbox');
    assert.equal(await box.evaluate((input) => document.activeElement === input), true);
    await page.waitForFunction(() => document.activeElement.getBoundingClientRect().top >= 0);
    await page.keyboard.type('jxs');
    assert.equal(await box.inputValue(), 'jxs');
    await page.finish();
  });

  test('leaves letters alone where they are switched off; Enter and Escape stay', async () => {
    const page = await open();
    await page.evaluate(() => localStorage.setItem('spearyx-jobs', '{"usesKeys": false}'));
    await page.reload();
    await hydrated(page);
    await press(page, 'j', 'x');
    assert.equal((await titles(page))[0], 'Role 001');
    await page.locator('.job-title').nth(1).focus();
    await press(page, 'Enter');
    await shows(page, 'Role 002');
    assert.equal(await isInPane(page), true);
    await press(page, 'Escape');
    assert.equal(await focused(page), 'Role 002');
    await page.finish();
  });
});

describe('by Tab', () => {
  test('the posting is at most three stops away from anywhere in the list', async () => {
    const page = await open();
    await page.locator('.job-title').first().focus();
    let far = 0;
    let farthest = 0;
    for (let stop = 0; stop < 40; stop += 1) {
      const name = await focused(page);
      far = name === 'Skip to the posting' ? 0 : far + 1;
      farthest = Math.max(farthest, far);
      await page.keyboard.press('Tab');
    }
    assert.ok(farthest <= 3, `${farthest} stops`);
    await page.finish();
  });

  test('the way from a job to its posting leads there', async () => {
    const page = await open();
    await page.locator('.job-title').nth(4).focus();
    await press(page, 'Tab');
    assert.equal(await focused(page), 'Skip to the posting');
    await press(page, 'Enter');
    await shows(page, 'Role 005');
    assert.equal(await isInPane(page), true);
    await page.finish();
  });

  test('the first two stops of the page lead past its head', async () => {
    const page = await open();
    await press(page, 'Tab');
    assert.equal(await focused(page), 'Skip to content');
    await press(page, 'Tab');
    assert.equal(await focused(page), 'Skip to the posting');
    await press(page, 'Enter');
    assert.equal(await isInPane(page), true);
    await page.finish();
  });

  test('a menu opens, is read and closes where it was', async () => {
    const page = await open();
    const button = page.getByRole('button', { name: 'More: Role 001' }).first();
    await button.focus();
    await press(page, 'Enter', 'Tab');
    assert.equal(await focused(page), 'Hide this job');
    await assertAccessible(page);
    await press(page, 'Escape');
    assert.equal(await button.evaluate((element) => document.activeElement === element), true);
    await press(page, 'Enter', 'Tab', 'Enter');
    assert.equal((await titles(page))[0], 'Role 002');
    assert.equal(await focused(page), 'Role 002');
    await page.finish();
  });

  test('nothing without room for two leads to a posting that is not there', async () => {
    const page = await open('/', { viewport: SIZES.narrow });
    await page.locator('.job-title').first().focus();
    await press(page, 'Tab');
    assert.notEqual(await focused(page), 'Skip to the posting');
    await press(page, 'j', 'a', 'Escape');
    assert.equal(new URL(page.url()).search, '');
    await page.finish();
  });
});

describe('whoever needs it larger or plainer', () => {
  for (const path of ['/', '/?view=saved', '/companies', '/inspect', '/dashboard']) {
    test(`reads ${path} with text of 200 % and no scrolling sideways`, async () => {
      const page = await open(path, { viewport: { width: 720, height: 900 } });
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await settled(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${overflow} pixels`);
      await page.finish();
    });
  }

  test('tells the current page and list in forced colours', async () => {
    const page = await open('/', { forcedColors: 'active' });
    const borders = await page
      .locator('.view-tabs nav a')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link).borderBottomColor));
    assert.equal(new Set(borders.slice(1)).size, 1);
    assert.notEqual(borders[0], borders[1]);
    const [top, bottom] = await page
      .locator('.site-header nav [aria-current]')
      .evaluate((link) => [getComputedStyle(link).borderTopColor, getComputedStyle(link).borderBottomColor]);
    assert.notEqual(top, bottom, 'the current page is underlined, not framed');
    await page.finish();
  });
});
