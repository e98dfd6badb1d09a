/** The picture of a posting that is shown where somebody shares its address. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { daysAgo, enterPostings } from './support/postings.mjs';
import { useSite } from './support/use-site.mjs';

const POSTINGS = {
  full: { title: 'Lock Keeper', company: 'Inland Waters', pay_range: '£30,000–£41,500 a year', remote_scope: '["GB","IE"]' },
  chinese: { title: '工程师'.repeat(100), company: '株式会社' },
  emoji: { title: '🚀🚀🚀' },
  markup: { title: '"><img src=x onerror=alert(1)>', company: '\u202Eevil' },
  closed: { title: 'Bargee', closed_at: daysAgo(3) },
};

let ids;

const site = useSite({
  async fill(db) {
    const entered = await enterPostings(db, ...Object.values(POSTINGS));
    ids = Object.fromEntries(Object.keys(POSTINGS).map((name, index) => [name, entered[index]]));
  },
});

const addressOf = (name) => `${site.url}/jobs/${ids[name]}/preview.png`;

/** The chunks of a PNG by type, the pixels' rows unpacked. */
function readPng(bytes) {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  const chunks = {};
  for (let at = 8; at < bytes.length; ) {
    const size = bytes.readUInt32BE(at);
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
  test('is named by its page, under an address that changes with it', async () => {
    const html = await (await fetch(`${site.url}/jobs/${ids.full}`)).text();
    const meta = Object.fromEntries([...html.matchAll(/<meta property="(og:image[\w:]*)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]));
    assert.match(meta['og:image'], new RegExp(`^${addressOf('full')}\\?of=\\d{13}$`));
    assert.deepEqual([meta['og:image:width'], meta['og:image:height'], meta['og:image:alt']], ['1200', '630', 'Lock Keeper at Inland Waters']);
    assert.equal((await fetch(meta['og:image'])).status, 200);
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
    const [chinese, emoji] = [await pictureOf('chinese'), await pictureOf('emoji')];
    assert.ok(inked(chinese) > 2 * inked(emoji), `${inked(chinese)} and ${inked(emoji)} pixels`);
  });

  test('is kept by others as long as the answer that it shows', async () => {
    const head = await fetch(addressOf('full'), { method: 'HEAD' });
    assert.equal(head.headers.get('cache-control'), 'public, max-age=60');
    assert.equal(await head.text(), '');
  });

  test('is there for postings only', async () => {
    for (const id of ['999999', '0', '01', 'x', '99999999999']) {
      assert.equal((await fetch(`${site.url}/jobs/${id}/preview.png`)).status, 404, id);
    }
    assert.equal((await fetch(addressOf('full'), { method: 'POST' })).status, 405);
  });
});
