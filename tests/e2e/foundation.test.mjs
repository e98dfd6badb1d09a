/** The common parts of every page of the site: headers, navigation, the theme, and no scripts but its own. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { assertAccessible, hydrated } from './support/browser.mjs';
import { useSite } from './support/use-site.mjs';

const site = useSite();

describe('every page', () => {
  test('runs nothing that does not carry its nonce', async () => {
    const [first, second] = await Promise.all([fetch(site.url), fetch(site.url)]);
    const policy = first.headers.get('content-security-policy');
    const [, nonce] = /'nonce-([\w+/=]{24})'/.exec(policy);
    assert.doesNotMatch(policy, /'unsafe-|\*|https?:/);
    assert.doesNotMatch(second.headers.get('content-security-policy'), new RegExp(nonce.replaceAll('+', '\\+')));
    const page = await first.text();
    for (const [tag] of page.matchAll(/<script\b[^>]*>/g)) assert.ok(tag.includes(`nonce="${nonce}"`), tag);
    assert.doesNotMatch(page, /<[^>]+\s(style|on\w+)=/);
  });

  test('is for one reader: no cache shares it', async () => {
    const response = await fetch(site.url);
    assert.match(response.headers.get('cache-control'), /private/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  });

  test('names the sources, with links for search engines to follow', async () => {
    const [, footer] = /<footer[^>]*>(.*)<\/footer>/s.exec(await (await fetch(site.url)).text());
    const { data } = await (await fetch(`${site.url}/api/v3/sources`)).json();
    const names = new Intl.ListFormat('en-GB').format(data.map(({ displayName }) => displayName));
    assert.ok(footer.replace(/<[^>]*>/g, '').includes(`Postings come from ${names}, and lead`), footer);
    for (const { homeUrl } of data) assert.ok(footer.includes(`<a href="${homeUrl}">`), homeUrl);
  });

  test('has its navigation in one place, whichever page is the current one', async () => {
    const page = await site.openPage();
    const places = [];
    for (const path of ['/', '/companies', '/?view=saved', '/dashboard']) {
      await page.goto(path);
      const links = page.locator('.site-header nav a');
      places.push(await links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().x)));
    }
    for (const place of places) assert.deepEqual(place, places[0]);
    await page.finish();
  });

  test('says what it is, and what its API offers, in pages to read', async () => {
    const page = await site.openPage();
    for (const [link, heading, path] of [
      ['About', 'About Spearyx Jobs', '/about'],
      ['API', 'The API of Spearyx Jobs', '/about/api'],
    ]) {
      await page.goto('/');
      await hydrated(page);
      await page.getByRole('contentinfo').getByRole('link', { name: link, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      assert.equal(new URL(page.url()).pathname, path);
      await assertAccessible(page);
      assert.match(await (await fetch(site.url + path)).text(), new RegExp(`<h1>${heading}</h1>`));
    }
    await page.getByText('GET /api/v3/jobs', { exact: true }).waitFor();
    await page.finish();
  });

  test('leaves /api, feeds and the sitemap to the core', async () => {
    const types = {
      '/api/v3/categories': 'application/json',
      '/feed.xml': 'application/rss+xml',
      '/sitemap.xml': 'application/xml',
    };
    for (const [path, type] of Object.entries(types)) {
      const response = await fetch(site.url + path);
      assert.equal(response.status, 200, path);
      assert.match(response.headers.get('content-type'), new RegExp(type.replace('+', '\\+')), path);
    }
  });

  test('says 404 where there is nothing, with a way on', async () => {
    const page = await site.openPage();
    const response = await page.goto('/nothing/here');
    assert.equal(response.status(), 404);
    await page.getByRole('link', { name: 'All jobs', exact: true }).waitFor();
    await hydrated(page);
    await assertAccessible(page);
    await page.finish();
  });

  test('names hashed files that may be kept for ever', async () => {
    const [, path] =
      /src="(\/assets\/[^"]+\.js)"/.exec((await (await fetch(site.url)).text()).replaceAll('\\', '')) ?? [];
    assert.ok(path);
    const response = await fetch(site.url + path);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  });
});

describe('a page under test', () => {
  test('may ask no other host', async () => {
    const page = await site.openPage();
    await assert.rejects(page.goto('http://other.example/x'));
    await assert.rejects(page.finish(), ({ actual }) => actual.includes('asked http://other.example/x'));
  });
});

describe('the theme', () => {
  const background = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('is the system’s, until the switch says otherwise, and is remembered', async () => {
    const page = await site.openPage({ colorScheme: 'dark' });
    await page.goto('/');
    await hydrated(page);
    const dark = await background(page);
    await page.getByRole('button', { name: /Change to Light/ }).click();
    const light = await background(page);
    assert.notEqual(light, dark);

    // The server draws it: nothing flashes before scripts run.
    const answer = await page.request.get('/');
    assert.match(await answer.text(), /<html[^>]*data-theme="light"/);
    await page.reload();
    assert.equal(await background(page), light);
    await hydrated(page);

    await page.getByRole('button', { name: /Change to Dark/ }).click();
    assert.equal(await background(page), dark);
    await page.getByRole('button', { name: /Change to System/ }).click();
    assert.doesNotMatch(await (await page.request.get('/')).text(), /data-theme/);
    await page.finish();
  });
});

describe('what a page loads', () => {
  test('is at most 150 KiB of scripts, gzipped', async () => {
    const page = await site.openPage();
    const scripts = new Set();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.add(new URL(response.url()).pathname);
    });
    await page.goto('/');
    await hydrated(page);
    await page.waitForLoadState('networkidle');
    const sizes = [...scripts].map(
      (path) => gzipSync(readFileSync(join(projectRoot, 'build/web/client', path))).length,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(scripts.size > 0);
    assert.ok(total <= 150 * 1024, `${total} bytes`);
    await page.finish();
  });
});
