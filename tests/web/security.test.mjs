import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newNonce, secure } from '../../web/src/security.ts';

test('a nonce is of 16 bytes, another each time', () => {
  const nonces = new Set(Array.from({ length: 100 }, newNonce));
  assert.equal(nonces.size, 100);
  for (const nonce of nonces) assert.equal(Buffer.from(nonce, 'base64').length, 16);
});

test('a page runs what carries its nonce, and keeps its status and its own rules for caches', async () => {
  const page = new Response('gone', { status: 410, headers: { 'cache-control': 'no-store', 'x-own': 'yes' } });
  const secured = secure(page, 'n0nce');
  assert.equal(secured.status, 410);
  assert.equal(await secured.text(), 'gone');
  const policy = secured.headers.get('content-security-policy');
  assert.match(policy, /default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'/);
  assert.doesNotMatch(policy, /'unsafe-|\*|https?:/);
  assert.equal(secured.headers.get('cache-control'), 'no-store');
  assert.equal(secured.headers.get('x-own'), 'yes');
  assert.equal(secure(new Response(''), 'n').headers.get('cache-control'), 'private, no-cache');
});
