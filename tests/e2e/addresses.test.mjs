/*
 * A posting has one address: what the sitemap and the feeds name answers at once, and says of itself
 * that it is the one.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '../worker/support/xml.mjs';
import { enterPostings, manyPostings } from './support/postings.mjs';
import { useSite } from './support/use-site.mjs';

const TITLES = ['Lock Keeper (m/f/d)', 'C++ & C# Développeur', '船大工', '🦀', `Very ${'long '.repeat(40)}title`, '%2f../x?y#z'];

const site = useSite({ fill: (db) => enterPostings(db, ...TITLES.map((title) => ({ title })), ...manyPostings(10)) });

const read = async (path) => (await fetch(site.url + path)).text();

async function expectPage(address) {
  const response = await fetch(address, { redirect: 'manual' });
  assert.equal(response.status, 200, address);
  const page = await response.text();
  if (new URL(address).pathname === '/') return;
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(page)?.[1];
  assert.equal(canonical, address);
  const [, markup] = /<script[^>]*type="application\/ld\+json"[^>]*>(.*?)<\/script>/s.exec(page);
  assert.equal(JSON.parse(markup).url, address);
}

const count = TITLES.length + 10;

test('of the sitemap', async () => {
  const addresses = parseXml(await read('/sitemap.xml')).all('url').map((url) => url.text('loc'));
  assert.equal(addresses.length, count + 1);
  for (const address of addresses) await expectPage(address);
});

test('of the RSS feed', async () => {
  const [channel] = parseXml(await read('/feed.xml')).all('channel');
  const items = channel.all('item');
  assert.equal(items.length, count);
  for (const item of items) await expectPage(item.text('link'));
});

test('of the JSON feed', async () => {
  const { items, home_page_url: home } = JSON.parse(await read('/feed.json'));
  assert.equal(items.length, count);
  for (const { url } of items) await expectPage(url);
  await expectPage(home);
});

test('of the API', async () => {
  const { data } = JSON.parse(await read('/api/v3/jobs'));
  assert.equal(data.jobs.length, count);
  for (const { id, slug } of data.jobs) await expectPage(`${site.url}/jobs/${id}/${slug}`);
});

test('of the links in the list', async () => {
  const links = [...(await read('/')).matchAll(/href="(\/jobs\/\d+[^"]*)"/g)].map(([, path]) => path);
  assert.ok(links.length >= count);
  for (const path of new Set(links)) await expectPage(site.url + path);
});
