/** The table of exchange rates is renewed from a file, whole or not at all. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { renewed } from '../../tools/exchange-rates.mjs';

const table = readFileSync(new URL('../../wasm/normalize/pay/exchange_rates_table.h', import.meta.url), 'utf8');
const rates = Object.fromEntries([...table.matchAll(/\{"([A-Z]{3})", ([\d.]+)\}/g)].map(([, code, rate]) => [code.toLowerCase(), Number(rate)]));
const date = '2031-02-03';

test('takes the date and each rate, to five digits, and leaves the rest', () => {
  const usd = Object.fromEntries(Object.entries(rates).map(([code, rate]) => [code, rate * 1.1]));
  const after = renewed(table, { date, usd: { ...usd, eur: 0.912345678, btc: 0.00001 } });
  assert.match(after, /kExchangeRatesDate = "2031-02-03"/);
  assert.match(after, /\{"EUR", 0\.91235\}/);
  assert.doesNotMatch(after, /BTC/);
  const bare = (text) => text.replaceAll(/[\d.]+\}|"\d{4}-[^"]*"/g, '');
  assert.equal(bare(after), bare(table));
});

test('the same rates give the same table', () => {
  const [, known] = /kExchangeRatesDate = "([^"]*)"/.exec(table);
  assert.equal(renewed(table, { date: known, usd: rates }), table);
});

for (const [what, usd, message] of [
  ['lacks a currency', { ...rates, sek: undefined }, /no rate of SEK/],
  ['has a rate of nought', { ...rates, sek: 0 }, /no rate of SEK/],
  ['has a rate that is no number', { ...rates, sek: 'many' }, /no rate of SEK/],
  ['moves one tenfold', { ...rates, sek: rates.sek * 10 }, /SEK was/],
  ['moves one to a tenth', { ...rates, sek: rates.sek / 10 }, /SEK was/],
  ['has no rates', undefined, /no rate of AED/],
])
  test(`a file that ${what} is refused`, () => assert.throws(() => renewed(table, { date, usd }), message));

test('a file without a date is refused', () => assert.throws(() => renewed(table, { date: 'today', usd: rates }), /no date/));
