import './support/rates.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { CURRENCIES, dayOfRates, ratesForPage, unitsPerDollar } = await import('../../web/src/lib/rates.ts');

test('rates are those of the API, and unknown beyond', () => {
  assert.equal(dayOfRates(), '2026-09-29');
  assert.deepEqual([unitsPerDollar('EUR'), unitsPerDollar('XXX')], [0.9, Number.NaN]);
});

test('the browser finds in the page what it offers', async () => {
  globalThis.document = { documentElement: { dataset: { rates: ratesForPage() } } };
  const inBrowser = await import('../../web/src/lib/rates.ts?in-browser');
  delete globalThis.document;
  assert.equal(inBrowser.unitsPerDollar('JPY'), 150);
  assert.deepEqual(inBrowser.unitsPerDollar('AFN'), Number.NaN);
  assert.equal(inBrowser.ratesForPage(), ratesForPage());
});

test('a page that was drawn without rates compares nothing', async () => {
  globalThis.document = { documentElement: { dataset: {} } };
  const inBrowser = await import('../../web/src/lib/rates.ts?without');
  delete globalThis.document;
  assert.deepEqual(inBrowser.unitsPerDollar('USD'), Number.NaN);
});

test('currencies are codes that every browser can write, each once', () => {
  for (const currency of CURRENCIES) new Intl.NumberFormat('en-US', { style: 'currency', currency });
  assert.equal(new Set(CURRENCIES).size, CURRENCIES.length);
});
