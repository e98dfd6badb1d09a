/**
 * The inspector: the core in the browser, with samples, files, bad payloads and large ones.
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SIZES, assertAccessible, hydrated } from './support/browser.mjs';
import { knowToken } from './support/token.mjs';
import { useSite } from './support/use-site.mjs';

const site = useSite();

async function openInspector(options) {
  const page = await site.openPage(options);
  await page.goto('/inspect');
  await hydrated(page);
  return page;
}

const heading = (page) => page.locator('#findings-heading');
const paste = async (page, text) => {
  await page.getByLabel(/^Payload/).fill(text);
  await page.getByRole('button', { name: 'Inspect' }).click();
};
const outcomes = (page) => page.locator('.finding-list .tag').allTextContents();

describe('samples', () => {
  const SAMPLES = [
    ['Greenhouse', 'Greenhouse: 8 postings, 2 kept'],
    ['Lever', 'Lever: 5 postings, 2 kept'],
    ['Remote OK', 'Remote OK: 5 postings, 2 kept'],
    ['Himalayas', 'Himalayas: 4 postings, 3 kept'],
  ];
  for (const [name, expected] of SAMPLES) {
    test(`of ${name} is detected and balances`, async () => {
      const page = await openInspector();
      await page.getByRole('button', { name }).click();
      await heading(page).filter({ hasText: expected }).waitFor();
      await page.getByText('Balanced').waitFor();
      await page.finish();
    });
  }

  test('shows why, the row, and the description before and after', async () => {
    const page = await openInspector();
    await page.getByRole('button', { name: 'Greenhouse' }).click();
    await page.getByRole('button', { name: /Senior Platform Engineer.*kept/ }).click();
    const posting = page.getByRole('region', { name: 'Posting', exact: true });
    await posting.getByText('location says remote').waitFor();
    await posting.getByText('because of “platform engineer”').waitFor();
    await posting.getByText('$150,000–$185,000 a year', { exact: true }).waitFor();
    assert.match(
      await posting.getByRole('region', { name: 'Description as stated' }).textContent(),
      /<script>steal\(\)/,
    );
    assert.equal(await posting.locator('.prose img, .prose script, .prose [onclick], .prose [style]').count(), 0);
    await posting.getByRole('button', { name: 'As HTML' }).click();
    const clean = await posting.getByRole('region', { name: 'Cleansed HTML' }).textContent();
    assert.match(clean, /<li>Own our Kubernetes clusters<\/li>/);
    assert.doesNotMatch(clean, /script|onclick|tracker|javascript:/);
    await assertAccessible(page);
    await page.finish();
  });

  test('filters by outcome and reason', async () => {
    const page = await openInspector();
    await page.getByRole('button', { name: 'Greenhouse' }).click();
    await page.getByRole('button', { name: /^filtered 3/ }).click();
    assert.deepEqual(await outcomes(page), ['filtered', 'filtered', 'filtered']);
    await page.getByLabel('Reason').selectOption('location says hybrid');
    await page.getByText('1 of 8 shown').waitFor();
    await page.locator('.finding-items button').first().click();
    await page.locator('.finding-facts').getByText('Location').waitFor();
    // The field that decided stands in the posting's JSON, which is open at once.
    await page.getByRole('region', { name: 'JSON as it came' }).waitFor();
    await page.waitForFunction(() => [...(CSS.highlights.get('reason') ?? [])].some((words) => /hybrid/i.test(words)));
    await page.getByRole('button', { name: /^All 8/ }).click();
    await page.getByText('8 of 8 shown').waitFor();
    await page.finish();
  });

  test('asks a feed for the tag that is chosen', async () => {
    const page = await openInspector();
    await page.getByRole('button', { name: 'Remote OK' }).click();
    await heading(page).filter({ hasText: '2 kept' }).waitFor();
    await page.getByLabel('Tag asked for').selectOption('support');
    await page.getByRole('button', { name: 'Inspect' }).click();
    await heading(page).filter({ hasText: '1 kept' }).waitFor();
    await page.finish();
  });
});

describe('a bad payload', () => {
  const alert = (page) => page.getByRole('alert');

  test('is shown where it breaks', async () => {
    const page = await openInspector();
    await paste(page, '{"jobs": [\n  {"id": 1,,}\n]}');
    await alert(page).getByText('Pasted text cannot be read').waitFor();
    await alert(page).getByText('Line 2, column 12:').waitFor();
    assert.equal(await alert(page).locator('mark').textContent(), ',');
    await alert(page).getByRole('button', { name: 'Go to it in the text' }).click();
    const after = await page.evaluate(() => document.activeElement.value.slice(document.activeElement.selectionStart));
    assert.equal(after, ',}\n]}');
    await assertAccessible(page);
    await page.finish();
  });

  const CASES = [
    ['a page instead of JSON', '<!doctype html><title>Just a moment</title>', 'malformed_json'],
    ['an answer that something is missing', '{"status":404,"error":"Job not found"}', 'unexpected_shape'],
    ['JSON of something else', '[{"name": "x"}]', 'unexpected_shape'],
    ['a number', '42', 'unexpected_shape'],
    ['half a payload', '{"jobs":[{"id":1,"title":"Clerk"', 'malformed_json'],
    ['deep nesting', '['.repeat(100_000), 'malformed_json'],
  ];
  for (const [name, text, code] of CASES) {
    test(`is refused with a reason: ${name}`, async () => {
      const page = await openInspector();
      await paste(page, text);
      await alert(page).getByText(code, { exact: true }).waitFor();
      await page.finish();
    });
  }

  test('does not stand in the way of the next one', async () => {
    const page = await openInspector();
    await paste(page, '{');
    await alert(page).waitFor();
    await paste(page, '[]');
    await heading(page).filter({ hasText: 'Lever: 0 postings' }).waitFor();
    await page.getByText('An empty list may be of several sources').waitFor();
    assert.equal(await alert(page).count(), 0);
    await page.getByLabel('Source').selectOption('greenhouse');
    await page.getByRole('button', { name: 'Inspect' }).click();
    await alert(page)
      .getByText(/Greenhouse answers an object/)
      .waitFor();
    await page.finish();
  });

  test('may be any bytes: postings that cannot be used are rejected one by one', async () => {
    const page = await openInspector();
    const payload =
      '[{"hostedUrl":"x","id":7},{"id":"\u0000"},null,[],"x",{"id":"a","workplaceType":"remote","text":"\ud83d"}]';
    await paste(page, payload.replace('\u0000', '\\u0000'));
    await heading(page).filter({ hasText: 'Lever: 6 postings, 0 kept' }).waitFor();
    await page.finish();
  });
});

describe('a file', () => {
  const description = '<p>Reads <b>meters</b>.</p>'.repeat(150);
  const posting = (id) => ({
    id,
    title: `Clerk ${id}`,
    absolute_url: `https://acme.example/${id}`,
    location: { name: id % 2 ? 'Remote' : 'Berlin' },
    content: description,
  });
  const board = (count) => Buffer.from(JSON.stringify({ jobs: Array.from({ length: count }, (_, id) => posting(id)) }));
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spearyx-jobs-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** The browser reads the file itself: megabytes are not sent to it. */
  async function choose(page, name, content) {
    const path = join(folder, name);
    await writeFile(path, content);
    await page.getByLabel('File', { exact: true }).setInputFiles(path);
  }

  test('of twenty megabytes is read while the page goes on answering', { timeout: 120_000 }, async () => {
    const page = await openInspector();
    const large = board(4_800);
    assert.ok(large.length > 20e6);
    await choose(page, 'board.json', large);
    await page.getByText('Reading board.json').waitFor();
    // A page that is busy does not change a select.
    await page.getByLabel('Source').selectOption('greenhouse', { timeout: 2_000 });
    await heading(page).filter({ hasText: 'Greenhouse: 4,800 postings, 2,400 kept' }).waitFor({ timeout: 100_000 });
    assert.equal((await outcomes(page)).length, 200);
    await page.getByRole('button', { name: 'Show 200 more of 4,800' }).click();
    assert.equal((await outcomes(page)).length, 400);
    await page.getByRole('button', { name: /^Clerk 3\b/ }).click();
    await page.getByRole('region', { name: 'Description as stated' }).waitFor();
    await page.finish();
  });

  test('larger than a sync takes is refused', { timeout: 60_000 }, async () => {
    const page = await openInspector();
    await choose(page, 'huge.json', Buffer.alloc(33 << 20, ' '));
    await page.getByRole('alert').getByText('body_too_large', { exact: true }).waitFor();
    await page.finish();
  });

  test('may be dropped on the form', async () => {
    const page = await openInspector();
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.json'));
      return data;
    }, board(2).toString());
    await page.locator('.payload-form').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByText('dropped.json').waitFor();
    await heading(page).filter({ hasText: '2 postings, 1 kept' }).waitFor();
    await page.finish();
  });
});

describe('the page', () => {
  test('offers no sample without scripts, which it needs', async () => {
    const page = await site.openPage({ javaScriptEnabled: false });
    await page.goto('/inspect');
    await page.getByRole('heading', { name: 'Inspector' }).waitFor();
    assert.equal(await page.getByText('Try a made-up sample').isVisible(), false);
    await page.finish();
  });


  test('sends nothing of a payload anywhere', async () => {
    const page = await openInspector();
    const requests = [];
    page.on('request', (request) => requests.push([request.method(), new URL(request.url()).pathname]));
    await page.getByRole('button', { name: 'Greenhouse' }).click();
    await page.getByRole('button', { name: /Senior Platform Engineer.*kept/ }).click();
    await page.getByRole('region', { name: 'Description as stated' }).waitFor();
    for (const [method, path] of requests) {
      assert.equal(method, 'GET');
      assert.match(path, /^\/assets\/(sample|worker|inspect)-[\w-]+\.(js|wasm)$/);
    }
    await page.finish();
  });

  test('works on a narrow screen: list, then posting, and back', async () => {
    const page = await openInspector({ viewport: SIZES.narrow });
    await page.getByRole('button', { name: 'Lever' }).click();
    await page.getByRole('button', { name: /Product Designer/ }).click();
    await page.getByRole('heading', { name: 'Product Designer, Maps' }).waitFor();
    assert.equal(await page.locator('.finding-list').isVisible(), false);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= SIZES.narrow.width, `${width} px`);
    await assertAccessible(page);
    await page.getByRole('button', { name: 'All postings' }).click();
    const back = page.getByRole('button', { name: /Product Designer/ });
    await back.waitFor();
    assert.equal(await back.evaluate((node) => node === document.activeElement), true);
    await page.finish();
  });

  test('is accessible empty and in the dark', async () => {
    const page = await openInspector({ colorScheme: 'dark' });
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Himalayas' }).click();
    await page.getByRole('button', { name: /Nurse Case Manager/ }).click();
    await page.getByRole('region', { name: 'Description as stated' }).waitFor();
    await assertAccessible(page);
    await page.finish();
  });

  test('is reached from the board without a new page', async () => {
    const page = await site.openPage();
    await page.goto('/');
    await hydrated(page);
    await page.getByRole('link', { name: 'Inspector' }).click();
    await page.getByRole('button', { name: 'Lever' }).click();
    await heading(page).waitFor();
    await page.finish();
  });

  test('takes a large paste without putting it into the field', async () => {
    const page = await openInspector();
    const text = JSON.stringify([{ id: 'a', hostedUrl: 'x', description: 'y'.repeat(300_000) }]);
    await page.getByLabel(/^Payload/).evaluate((field, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', pasted);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await heading(page).filter({ hasText: 'Lever: 1 posting, 0 kept' }).waitFor();
    await page.getByText('300 KB', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Enter text instead' }).click();
    assert.equal(await page.getByLabel(/^Payload/).inputValue(), '');
    await page.finish();
  });

  test('works by keyboard alone', async () => {
    const page = await openInspector();
    await page.getByRole('button', { name: 'Lever' }).focus();
    await page.keyboard.press('Enter');
    await heading(page).waitFor();
    assert.equal(await heading(page).evaluate((node) => node === document.activeElement), true);
    await page.getByRole('button', { name: /Technical Writer/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Technical Writer' }).waitFor();
    await page.finish();
  });
});

describe('the list of postings', () => {
  test('is gone along by keys from the first one, narrowed by words, and reported of', async () => {
    const page = await openInspector({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Greenhouse' }).click();
    const chosen = page.locator('.finding-items [aria-current="true"] .finding-title');
    const first = await chosen.textContent();
    await page.locator('.finding-items button').first().focus();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.index), '2');
    await page.keyboard.press('k');
    await page.keyboard.press('ArrowUp');
    assert.equal(await chosen.textContent(), first);

    await page.getByLabel('Find').fill('platform');
    await page.getByText('2 of 8 shown').waitFor();
    await page.locator('.finding-items button').first().click();
    const posting = page.getByRole('region', { name: 'Posting', exact: true });
    await posting.getByRole('region', { name: 'Description as stated' }).waitFor();
    const marked = await page.evaluate(() => [...CSS.highlights.get('reason')].map(String));
    assert.ok(marked.some((words) => /\$?150,000/.test(words)), `${marked}`);
    await posting.getByRole('button', { name: 'Copy a report of this' }).click();
    await posting.getByText('Copied.').waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^## Senior Platform Engineer\n[^]*```json\n\{/);
    await assertAccessible(page);
    await page.finish();
  });
});

describe('a board', () => {
  const openBoard = async (query, answer) => {
    const page = await site.openPage();
    await knowToken(page);
    await page.route('**/api/v3/companies/greenhouse/oakum/payload', (route) => route.fulfill(answer));
    await page.goto(`/inspect?source=greenhouse&${query}`);
    await hydrated(page);
    await page.getByRole('button', { name: 'Ask Greenhouse for the board oakum' }).click();
    return page;
  };
  const posting = (id) => ({ id, title: `Clerk ${id}`, absolute_url: `https://acme.example/${id}`, location: { name: 'Remote' } });
  const payload = JSON.stringify({ jobs: [posting(1), posting(2), posting(3)] });

  test('is asked by the worker, and opens at the posting that the link is of', async () => {
    const page = await openBoard(`company=oakum&posting=${encodeURIComponent('https://acme.example/2')}`, { body: payload });
    await heading(page).filter({ hasText: 'Greenhouse: 3 postings, 3 kept' }).waitFor();
    await page.getByRole('heading', { name: 'Clerk 2' }).waitFor();
    await page.getByText('3 new, 0 otherwise, 0 the same, 0 not in this answer').waitFor();
    await page.getByText(`Greenhouse answered with ${payload.length} bytes.`).waitFor();
    await assertAccessible(page);
    await page.finish();
  });

  test('that is broken is shown where it breaks, and one that does not answer with the cause', async () => {
    const broken = await openBoard('company=oakum', { body: '<!doctype html><title>Just a moment' });
    await broken.getByRole('alert').getByText('Line 1, column 1:').waitFor();
    await broken.finish();
    const late = await openBoard('company=oakum', {
      status: 502,
      json: { success: false, error: { code: 'timeout', message: 'timeout: The source took too long' } },
    });
    await late.locator('.bad').getByText('timeout: The source took too long').waitFor();
    await late.finish();
  });
});
