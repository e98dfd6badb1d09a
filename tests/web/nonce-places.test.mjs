import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newNonce } from '../../web/src/security.ts';
import { fillIn, markPlaces } from '../../web/src/server/nonce-places.ts';

const textOf = (body) => new TextDecoder().decode(body);

/** Pages by what is around the nonce, which a dollar sign stands for. */
const PAGES = {
  'none': 'Hello',
  'nothing at all': '',
  'one': '<script nonce="$">1</script>',
  'several': '<script nonce="$">1</script><script nonce="$">2</script>',
  'side by side': '$$',
  'at both ends': '$ and $',
  'after bytes of other lengths': 'žluťoučký 工程师 🧭 <script nonce="$"></script> ß $',
};

for (const [name, page] of Object.entries(PAGES)) {
  test(`a page gets another nonce wherever it has its own: ${name}`, async () => {
    const [drawn, first] = [newNonce(), newNonce()];
    const marked = await markPlaces(new Response(page.replaceAll('$', drawn), { status: 200, headers: { 'x-own': '1' } }), drawn);
    assert.equal(marked.headers.get('x-own'), '1');
    const [one, other] = [marked.clone(), marked];
    assert.equal(textOf(await fillIn(one, first)), page.replaceAll('$', first));
    assert.equal(textOf(await fillIn(other, drawn)), page.replaceAll('$', drawn), 'the kept page stays as it was');
    assert.deepEqual([...one.headers.keys()].filter((header) => header.includes('nonce')), []);
  });
}

test('a bad byte of a page leaves the places where they are', async () => {
  const nonce = newNonce();
  const bytes = Buffer.concat([Buffer.from([0xff, 0x80, 0xc3]), Buffer.from(nonce), Buffer.from([0xf0])]);
  const marked = await markPlaces(new Response(bytes), nonce);
  const other = newNonce();
  assert.deepEqual(Buffer.from(await fillIn(marked, other)), Buffer.concat([bytes.subarray(0, 3), Buffer.from(other), bytes.subarray(-1)]));
});
