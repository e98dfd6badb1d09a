/** The picture of a posting that is shown where somebody shares its address. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { crc32, inflateSync } from 'node:zlib';
import { daysAgo, enterPostings } from './support/postings.mjs';
import { useSite } from './support/use-site.mjs';

const POSTINGS = {
  full: { title: 'Lock Keeper', company: 'Inland Waters', pay_range: '£30,000–£41,500 a year', remote_scope: '["GB","IE"]' },
  chinese: { title: '工程师'.repeat(100), company: '株式会社' },
  korean: { title: '백엔드 개발자', company: '카카오' },
  emoji: { title: '🚀🚀🚀' },
  long: { title: 'x'.repeat(10_000), company: 'y'.repeat(1_000), location: 'z'.repeat(1_000), remote_scope: '[]' },
  markup: { title: '"><img src=x onerror=alert(1)>', company: '\u202Eevil' },
  closed: { title: 'Bargee', closed_at: daysAgo(3) },
};
const GONE = { title: 'Raftsman', closed_at: daysAgo(40), created_at: daysAgo(90) };

let ids;

const site = useSite({
  async fill(db) {
    const entered = await enterPostings(db, ...Object.values(POSTINGS), GONE);
    ids = Object.fromEntries([...Object.keys(POSTINGS), 'gone'].map((name, index) => [name, entered[index]]));
  },
});

const addressOf = (name) => `${site.url}/jobs/${ids[name]}/preview.png`;

/** The chunks of a PNG by type, the pixels' rows unpacked. */
function readPng(bytes) {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const chunks = {};
  for (let at = 8; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
    assert.equal(bytes.readUInt32BE(at + size + 8), crc32(bytes.subarray(at + 4, at + size + 8)));
    chunks[bytes.toString('latin1', at + 4, at + 8)] = bytes.subarray(at + 8, at + 8 + size);
    at += size + 12;
  }
  const [width, height] = [chunks.IHDR.readUInt32BE(0), chunks.IHDR.readUInt32BE(4)];
  return { width, height, rows: inflateSync(chunks.IDAT), colours: chunks.PLTE.length / 3 };
}

async function pictureOf(name) {
  const response = await fetch(addressOf(name));
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'image/png');
  const bytes = Buffer.from(await response.arrayBuffer());
  return { ...readPng(bytes), size: bytes.length };
}

describe('the preview of a posting', () => {
  /** The tags of a page that name its picture. */
  async function tagsOf(path) {
    const html = await (await fetch(site.url + path)).text();
    return Object.fromEntries([...html.matchAll(/<meta (?:property|name)="((?:og:image|twitter:card)[\w:]*)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]));
  }
  const SIZE_AND_CARD = { 'og:image:width': '1200', 'og:image:height': '630', 'twitter:card': 'summary_large_image' };

  test('is named by its page, under an address that changes with it', async () => {
    const { 'og:image': address, ...others } = await tagsOf(`/jobs/${ids.full}`);
    assert.match(address, new RegExp(`^${addressOf('full')}\\?of=\\d{13}$`));
    assert.deepEqual(others, { ...SIZE_AND_CARD, 'og:image:alt': 'Lock Keeper at Inland Waters' });
    assert.equal((await fetch(address)).status, 200);
  });

  test('is the site’s own picture where a page is of no posting', async () => {
    for (const path of ['/', '/companies', '/about']) {
      assert.deepEqual(await tagsOf(path), { ...SIZE_AND_CARD, 'og:image': `${site.url}/og.png`, 'og:image:alt': 'Spearyx Jobs' });
    }
  });

  for (const name of Object.keys(POSTINGS)) {
    test(`is a picture of 1200 × 630 pixels: ${name}`, async () => {
      const { width, height, rows, colours, size } = await pictureOf(name);
      assert.deepEqual([width, height, rows.length], [1200, 630, 1201 * 630]);
      assert.ok(rows.every((pixel) => pixel < colours));
      assert.ok(size < 60_000, `${size} bytes`);
    });
  }

  test('has the characters of the fallback font', async () => {
    const inked = ({ rows }) => rows.filter((pixel) => pixel > 0).length;
    const [chinese, korean, emoji] = await Promise.all(['chinese', 'korean', 'emoji'].map(pictureOf));
    assert.ok(inked(chinese) > 2 * inked(emoji), `${inked(chinese)} and ${inked(emoji)} pixels`);
    assert.ok(inked(korean) > inked(emoji) + 5_000, `${inked(korean)} and ${inked(emoji)} pixels`);
  });

  test('is kept by others as long as the answer that it shows', async () => {
    const head = await fetch(addressOf('full'), { method: 'HEAD' });
    assert.equal(head.headers.get('cache-control'), 'public, max-age=60');
    assert.equal(await head.text(), '');
    const known = await fetch(addressOf('full'), { headers: { 'if-none-match': head.headers.get('etag') } });
    assert.deepEqual([known.status, await known.text()], [304, '']);
  });

  test('is gone with its posting', async () => {
    assert.equal((await fetch(addressOf('gone'))).status, 410);
  });

  test('comes with the licences of its fonts', async () => {
    for (const [name, licence] of [['inter', /SIL OPEN FONT LICENSE/i], ['fallback', /Apache/]]) {
      assert.match(await (await fetch(`${site.url}/fonts/${name}-licence.txt`)).text(), licence);
    }
  });

  test('is there for postings only', async () => {
    for (const id of ['999999', '0', '01', 'x', '99999999999']) {
      assert.equal((await fetch(`${site.url}/jobs/${id}/preview.png`)).status, 404, id);
    }
    assert.equal((await fetch(addressOf('full'), { method: 'POST' })).status, 405);
  });
});
