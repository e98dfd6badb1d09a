import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COUNTRIES, REGIONS, USUAL_COUNTRIES, isCountry, isScope, nameOfScope } from '../../web/src/lib/scopes.ts';

describe('a scope', () => {
  for (const [code, name] of [
    ['WORLD', 'Worldwide'],
    ['EU', 'European Union'],
    ['GB', 'United Kingdom'],
    ['TR', 'Türkiye'],
    ['NP', 'Nepal'],
    ['CD', 'DR Congo'],
    ['<b>', '<b>'],
    ['constructor', 'constructor'],
    ['', ''],
  ]) {
    test(`“${code}” is called “${name}”`, () => assert.equal(nameOfScope(code), name));
  }

  test('is a region or a country, not both', () => {
    for (const code of Object.keys(REGIONS)) assert.deepEqual([isScope(code), isCountry(code)], [true, false], code);
    for (const code of Object.keys(USUAL_COUNTRIES)) assert.deepEqual([isScope(code), isCountry(code)], [true, true], code);
    for (const code of ['de', 'DEU', '', 'toString', 'D1']) assert.equal(isScope(code), false, code);
  });
});

test('a country to live in is one of ISO 3166, each once', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const code of COUNTRIES) assert.ok(isCountry(code) && names.of(code), code);
  for (const code of ['DE', 'US', 'BR', 'NG', 'NZ']) assert.ok(COUNTRIES.includes(code), code);
  assert.ok(!COUNTRIES.includes('EU'));
  assert.equal(new Set(COUNTRIES).size, COUNTRIES.length);
});
