import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { andList, formatAge, formatCount, formatDate, formatPay, formatPlaces, formatScope, orList, pageAddress } =
  await import('../../web/src/lib/format.ts');
const { formatBytes } = await import('../../web/src/inspect/format-bytes.ts');

test('a count has its noun, one or many', () => {
  assert.equal(formatCount(1, 'job', 'jobs'), '1 job');
  assert.equal(formatCount(0, 'job', 'jobs'), '0 jobs');
  assert.equal(formatCount(1_234, 'job', 'jobs'), '1,234 jobs');
});

test('a list ends in “and” or “or”', () => {
  assert.equal(andList.format(['a', 'b', 'c']), 'a, b and c');
  assert.equal(orList.format(['a', 'b']), 'a or b');
});

test('of many places a few are named', () => {
  assert.equal(formatPlaces(['Berlin']), undefined);
  assert.equal(formatPlaces(['Berlin', 'Paris']), 'Berlin · Paris');
  assert.equal(formatPlaces(['Berlin', 'Paris', 'Rome', 'Oslo']), 'Berlin · Paris · 2 more');
});

test('a date is that of UTC', () => {
  assert.equal(formatDate('2026-11-23T23:59:59Z'), '23 November 2026');
  assert.equal(formatDate('2026-11-23T00:00:00Z'), '23 November 2026');
});

describe('an age', () => {
  const now = Date.parse('2026-11-23T00:30:00Z');
  for (const [date, age] of [
    ['2026-11-24T01:00:00Z', 'today'],
    ['2026-11-23T00:10:00Z', 'today'],
    ['2026-11-22T23:50:00Z', 'yesterday'],
    ['2026-11-21T00:00:00Z', '2 days ago'],
    ['2026-10-24T00:00:00Z', '30 days ago'],
    ['2026-10-23T00:00:00Z', '23 Oct'],
    ['2025-11-23T00:00:00Z', 'November 2025'],
  ]) {
    test(`of ${date} is “${age}”`, () => assert.equal(formatAge(date, now), age));
  }
});

describe('pay', () => {
  const nothing = { payRange: null, salaryMin: null, salaryMax: null, salaryCurrency: null, salaryPeriod: null };
  for (const [name, stated, text] of [
    ['nothing', {}, undefined],
    ['words of the source', { payRange: 'plenty', salaryMin: 1 }, 'plenty'],
    ['a range', { salaryMin: 76_000, salaryMax: 110_000, salaryCurrency: 'USD', salaryPeriod: 'year' }, '$76,000–$110,000 a year'],
    ['one amount twice', { salaryMin: 50, salaryMax: 50, salaryCurrency: 'EUR', salaryPeriod: 'hour' }, '€50 an hour'],
    ['at most', { salaryMax: 12.5, salaryCurrency: 'GBP', salaryPeriod: 'hour' }, '£12.50 an hour'],
    ['without a currency', { salaryMin: 1_000, salaryPeriod: 'month' }, '1,000 a month'],
    ['without a period', { salaryMin: 0, salaryCurrency: 'USD' }, '$0'],
    ['in what is no currency', { salaryMin: 1_000, salaryCurrency: 'gold' }, 'gold 1,000'],
  ]) {
    test(`stated as ${name}`, () => assert.equal(formatPay({ ...nothing, ...stated }), text));
  }
});

describe('where one may work from', () => {
  for (const [remoteScope, location, text] of [
    [[], 'Oslo', 'Oslo'],
    [[], null, 'Remote'],
    [['DE', 'FR'], 'Oslo', 'Germany, France'],
    [['DE', 'FR', 'EMEA', 'US', 'NP'], null, 'Germany, France, EMEA +2'],
  ]) {
    test(`is “${text}”`, () => assert.equal(formatScope({ remoteScope, location }), text));
  }
});

test('an address leads to a page and nowhere else', () => {
  for (const url of ['https://a.example/x', 'http://a.example']) assert.equal(pageAddress(url), url);
  for (const url of ['javascript:alert(1)', 'JavaScript:x', 'data:text/html,x', 'mailto:a@a.example', '/x', '', '//a.example']) {
    assert.equal(pageAddress(url), undefined, url);
  }
});

test('a size is in units of 1,000', () => {
  const sizes = [1, 812, 1_000, 12_400, 999_400, 20_100_000].map(formatBytes);
  assert.deepEqual(sizes, ['1 byte', '812 bytes', '1 KB', '12 KB', '999 KB', '20.1 MB']);
});
