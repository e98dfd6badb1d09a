import './support/resolve.mjs';
import './support/sources.mjs';
import './support/rates.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { categoryOptions, labelOfAge, labelOfSalary, salariesIn, scopeOptions, sortsOf, sourceOptions } = await import(
  '../../web/src/lib/filter-options.ts'
);

const facets = { category: { 3: 2 }, source: { lever: 1 }, remote: { NP: 4, EU: 1 } };
const optionOf = (options, value) => options.find((option) => option.value === value);

test('each choice has its count, where they are counted', () => {
  assert.deepEqual(optionOf(categoryOptions(facets), 'design'), { value: 'design', label: 'Design', count: 2 });
  assert.equal(optionOf(categoryOptions(facets), 'legal').count, 0);
  assert.equal(optionOf(sourceOptions(facets), 'lever').count, 1);
  assert.equal(optionOf(sourceOptions(undefined), 'lever').count, undefined);
});

test('a rare country is offered where postings name it or it is chosen, once', () => {
  const codes = (search) => scopeOptions(facets, search).map(({ value }) => value);
  assert.equal(codes({}).filter((code) => code === 'NP').length, 1);
  assert.ok(!codes({}).includes('ZW'));
  assert.ok(codes({ remote: 'ZW,NP' }).includes('ZW'));
  assert.equal(codes({}).filter((code) => code === 'EU').length, 1);
});

test('orders, ages and pay are named in words', () => {
  assert.ok(!sortsOf({}).includes('newest'));
  assert.ok(sortsOf({ search: 'x' }).includes('newest'));
  assert.deepEqual([labelOfAge(1), labelOfAge(14)], ['Last day', 'Last 14 days']);
  assert.equal(labelOfSalary(60_000), 'From $60,000 a year');
  assert.equal(labelOfSalary(60_000, 'EUR'), 'From €60,000 a year');
});

test('pay to choose from is about the same in any currency, in round numbers', () => {
  assert.deepEqual(salariesIn('USD'), [30_000, 50_000, 75_000, 100_000, 150_000, 200_000]);
  assert.deepEqual(salariesIn('EUR'), [25_000, 45_000, 70_000, 90_000, 150_000, 200_000]);
  assert.deepEqual(salariesIn('JPY').slice(0, 3), [4_500_000, 7_500_000, 10_000_000]);
  assert.deepEqual(salariesIn('CHF'), salariesIn('USD'), 'of an unknown rate');
});
