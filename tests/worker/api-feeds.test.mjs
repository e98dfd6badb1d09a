/*
 * Feeds, sitemap and robots.txt against the rules of those who read them: RSS 2.0 (rssboard.org), JSON
 * Feed 1.1 (jsonfeed.org), the sitemap protocol (sitemaps.org) and RFC 9309; with titles that try to be
 * more than text.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { seedPostings, startApi } from './support/api.mjs';
import { parseXml } from './support/xml.mjs';

const HOSTILE = [
  'A & B <C> "D" \'E\'',
  '<script>alert(1)</script>',
  ']]></title><item>',
  '&lt;b&gt; &#0; &bogus;',
  'Control \u0001\u0008\u000b\u001f and \u007f\u0085 and \ufffe\uffff',
  'Emoji 🦀, right-to-left ‮abc, combining é',
  '  spaces\tand\nlines  ',
];

let api;

before(async () => {
  api = await startApi();
  await seedPostings(api.db, 40);
  const insert = api.db.prepare(
    `INSERT INTO jobs (source_name, board, external_id, title, company, source_url, description, category_id, post_date, content_hash)
     VALUES ('greenhouse', 'odd', ?1, ?2, ?2, ?3, ?2, 3, unixepoch() + 60, 'h')`,
  );
  await api.db.batch(HOSTILE.map((title, i) => insert.bind(`odd${i}`, title, `https://example.com/?a=1&b=${encodeURIComponent(title)}`)));
});
after(() => api.close());

/** What XML 1.0 can carry of a text; the rest is blanked. */
const carried = (text) => text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');

const isAddress = (text) => new URL(text).origin === 'https://jobs.example';

/** The part of a page's address that its title has no part in. */
const identityOf = (link) => link.match(/^https:\/\/jobs\.example\/jobs\/\d+/)[0];

describe('the RSS feed', () => {
  let rss;
  let channel;
  before(async () => {
    const { status, headers, text } = await api.call('/feed.xml?category=design&limit=20');
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), 'application/rss+xml; charset=utf-8');
    rss = parseXml(text);
    [channel] = rss.all('channel');
  });

  test('is RSS 2.0 with what a channel needs', () => {
    assert.equal(rss.name, 'rss');
    assert.equal(rss.attributes.version, '2.0');
    assert.equal(rss.children.length, 1);
    for (const name of ['title', 'link', 'description']) assert.equal(channel.all(name).length, 1, name);
    assert.ok(isAddress(channel.text('link')));
  });

  test('names itself, with its filter', () => {
    const [self] = channel.all('link', 'http://www.w3.org/2005/Atom');
    assert.deepEqual(self.attributes, { rel: 'self', type: 'application/rss+xml', href: 'https://jobs.example/feed.xml?category=design&limit=20' });
  });

  test('has items with title, link, date, and an address as identity', () => {
    const items = channel.all('item');
    const allowed = ['title', 'link', 'description', 'author', 'category', 'comments', 'enclosure', 'guid', 'pubDate', 'source'];
    assert.ok(items.length > HOSTILE.length);
    for (const item of items) {
      for (const { name } of item.children) assert.ok(allowed.includes(name), name);
      assert.ok(item.text('title') !== '');
      assert.ok(isAddress(item.text('link')));
      assert.equal(item.text('guid'), identityOf(item.text('link')));
      assert.equal(item.all('guid')[0].attributes.isPermaLink, 'true');
      const date = item.text('pubDate');
      assert.match(date, /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/);
      assert.equal(new Date(date).toUTCString(), date, 'the day of the week is right');
      assert.ok(new URL(item.all('source')[0].attributes.url));
    }
    const links = items.map((item) => item.text('link'));
    assert.equal(new Set(links).size, links.length);
    const dates = items.map((item) => Date.parse(item.text('pubDate')));
    assert.deepEqual(dates, dates.toSorted((a, b) => b - a), 'newest first');
  });

  test('carries hostile texts as texts', () => {
    const items = channel.all('item');
    for (const title of HOSTILE) {
      const item = items.find((candidate) => candidate.text('title') === carried(`${title} at ${title}`));
      assert.ok(item, JSON.stringify(title));
      // Readers take it for HTML.
      const html = carried(title).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
      assert.equal(item.text('description'), `<p>Design</p>${html}`);
    }
  });
});

describe('a feed', () => {
  const titlesOf = async (query) => {
    const rss = parseXml((await api.call(`/feed.xml${query}`)).text);
    return [rss.all('channel')[0].text('title'), (await api.call(`/feed.json${query}`)).body.title];
  };

  for (const [query, title] of [
    ['', 'Spearyx Jobs'],
    ['?category=design&remote=DE,EU&search=motion', 'Spearyx Jobs: motion, design, DE,EU'],
    ['?salaryMin=50000&currency=EUR&worldwide=true', 'Spearyx Jobs: worldwide, from 50000 EUR a year'],
    ['?salaryMin=50000&limit=3&source=lever', 'Spearyx Jobs: lever, from 50000 USD a year'],
    ['?search=%3Cb%3E%26', 'Spearyx Jobs: <b>&'],
  ]) {
    test(`is called “${title}”`, async () => assert.deepEqual(await titlesOf(query), [title, title]));
  }

  test('tells of each posting what one decides by', async () => {
    await api.db
      .prepare("UPDATE jobs SET location = 'Bergen & Oslo', pay_range = '€90,000 a year', category_id = 13 WHERE id = 7")
      .run();
    const facts = 'Bergen & Oslo · €90,000 a year · Legal';
    const item = (await api.call('/feed.json?category=legal')).body.items.find(({ id }) => id.endsWith('/7'));
    assert.ok(item.content_text.startsWith(`${facts}\n\n`), item.content_text);
    assert.equal(item.tags[0], 'Legal');
    const rss = parseXml((await api.call('/feed.xml?category=legal')).text);
    const inRss = rss.all('channel')[0].all('item').find((one) => one.text('guid').endsWith('/7'));
    assert.ok(inRss.text('description').startsWith('<p>Bergen &amp; Oslo · €90,000 a year · Legal</p>'));
    assert.equal(inRss.text('category'), 'Legal');
  });
});

describe('the JSON feed', () => {
  test('is JSON Feed 1.1', async () => {
    const { headers, body } = await api.call('/feed.json?category=design&limit=20');
    assert.equal(headers.get('content-type'), 'application/feed+json; charset=utf-8');
    assert.equal(body.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(body.feed_url, 'https://jobs.example/feed.json?category=design&limit=20');
    assert.ok(isAddress(body.home_page_url));
    for (const item of body.items) {
      assert.equal(item.id, identityOf(item.url));
      assert.ok(isAddress(item.url));
      assert.equal(typeof item.content_text, 'string');
      for (const name of ['date_published', 'date_modified']) {
        assert.match(item[name], /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      }
      for (const author of item.authors) assert.equal(typeof author.name, 'string');
      assert.ok(item.tags.every((tag) => typeof tag === 'string'));
    }
    const titles = body.items.map(({ title }) => title);
    for (const title of HOSTILE) assert.ok(titles.includes(`${title} at ${title}`), JSON.stringify(title));
  });
});

describe('the sitemap', () => {
  const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
  const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

  function readUrls(text) {
    const root = parseXml(text);
    assert.deepEqual([root.name, root.uri], ['urlset', namespace]);
    return root.all('url').map((url) => {
      const lastmod = url.all('lastmod');
      assert.ok(lastmod.every((element) => date.test(element.content)));
      return url.text('loc');
    });
  }

  test('lists the site and every open posting, once', async () => {
    await api.db.prepare('UPDATE jobs SET closed_at = 1780000000 WHERE id = 9').run();
    const { headers, text } = await api.call('/sitemap.xml');
    assert.equal(headers.get('content-type'), 'application/xml; charset=utf-8');
    const addresses = readUrls(text);
    assert.ok(addresses.every(isAddress));
    assert.equal(new Set(addresses).size, 1 + 40 + HOSTILE.length - 1);
    assert.ok(!addresses.includes('https://jobs.example/jobs/9'));
  });

  test('is split where it is large, and its parts hold all', async () => {
    await api.db.prepare('UPDATE jobs SET id = 25000 WHERE id = 40').run();
    const root = parseXml((await api.call('/sitemap.xml')).text);
    assert.deepEqual([root.name, root.uri], ['sitemapindex', namespace]);
    const parts = root.all('sitemap').map((element) => element.text('loc'));
    assert.deepEqual(parts.map((part) => new URL(part).search), ['?part=1', '?part=3'], 'no part is empty');
    assert.equal((await api.call('/sitemap.xml?part=2')).status, 404);
    const addresses = [];
    for (const part of parts) {
      const { pathname, search } = new URL(part);
      const { text } = await api.call(pathname + search);
      assert.ok(Buffer.byteLength(text) < 50 * 2 ** 20);
      addresses.push(...readUrls(text));
    }
    assert.equal(new Set(addresses).size, 1 + 40 + HOSTILE.length - 1);
    assert.equal(addresses.length, new Set(addresses).size);
  });
});

test('robots.txt names the sitemap and keeps robots from the API', async () => {
  const { headers, text } = await api.call('/robots.txt');
  assert.equal(headers.get('content-type'), 'text/plain; charset=utf-8');
  const rules = text.trim().split('\n').filter(Boolean).map((line) => /^([\w-]+): (.+)$/.exec(line)?.slice(1));
  assert.ok(rules.every(Boolean), text);
  assert.deepEqual(rules[0], ['User-agent', '*']);
  const sitemap = rules.find(([name]) => name === 'Sitemap')[1];
  assert.equal((await api.call(new URL(sitemap).pathname)).status, 200);
});
