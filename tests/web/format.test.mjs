import './support/rates.mjs';
import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const {
  andList,
  daysBetween,
  formatAge,
  formatCount,
  formatDate,
  formatPay,
  formatPayIn,
  formatPlaces,
  formatScope,
  formatTime,
  isSaidByScope,
  orList,
  pageAddress,
} = await import('../../web/src/lib/format.ts');
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
    ['2026-11-23T00:30:40Z', 'just now'],
    ['2026-11-23T00:10:00Z', '20 min ago'],
    ['2026-11-22T23:50:00Z', '40 min ago'],
    ['2026-11-22T01:00:00Z', '23 h ago'],
    ['2026-11-22T00:20:00Z', 'yesterday'],
    ['2026-11-23T00:00:00Z', 'today'],
    ['2026-11-22T00:00:00Z', 'yesterday'],
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
    ['a text alone', { payRange: 'plenty' }, 'plenty'],
    ['the text of its amounts', { payRange: '$1k', salaryMin: 1_000, salaryCurrency: 'USD', salaryPeriod: 'year' }, '$1k'],
    ['a range', { salaryMin: 76_000, salaryMax: 110_000, salaryCurrency: 'USD', salaryPeriod: 'year' }, '$76,000–$110,000 a year'],
    ['one amount twice', { salaryMin: 50, salaryMax: 50, salaryCurrency: 'EUR', salaryPeriod: 'hour' }, '€50 an hour'],
    ['at most', { salaryMax: 12.5, salaryCurrency: 'GBP', salaryPeriod: 'hour' }, '£12.50 an hour'],
    ['without a currency', { salaryMin: 1_000, salaryPeriod: 'month' }, '1,000 a month (currency not stated)'],
    ['without a period', { salaryMin: 0, salaryCurrency: 'USD' }, '$0 (period not stated)'],
    ['a bare number', { salaryMin: 22, salaryMax: 31 }, '22–31 (currency and period not stated)'],
    ['in what is no currency', { salaryMin: 1_000, salaryCurrency: 'gold', salaryPeriod: 'day' }, 'gold 1,000 a day'],
  ]) {
    test(`stated as ${name}`, () => assert.equal(formatPay({ ...nothing, ...stated }), text));
  }
  for (const [name, stated, text, currency = 'USD'] of [
    ['another currency', { salaryUsdYear: 34_400, salaryCurrency: 'INR', salaryPeriod: 'year' }, '≈ $34K a year'],
    ['another period', { salaryUsdYear: 104_000, salaryCurrency: 'USD', salaryPeriod: 'hour' }, '≈ $104K a year'],
    ['dollars a year', { salaryUsdYear: 104_000, salaryCurrency: 'USD', salaryPeriod: 'year' }, undefined],
    ['in the reader’s currency', { salaryUsdYear: 104_000, salaryCurrency: 'USD', salaryPeriod: 'year' }, '≈ €94K a year', 'EUR'],
    ['his own currency', { salaryUsdYear: 104_000, salaryCurrency: 'EUR', salaryPeriod: 'year' }, undefined, 'EUR'],
    ['in millions', { salaryUsdYear: 104_000, salaryCurrency: 'USD', salaryPeriod: 'year' }, '≈ ¥16M a year', 'JPY'],
    ['of an unknown rate', { salaryUsdYear: 104_000, salaryCurrency: 'USD', salaryPeriod: 'year' }, undefined, 'CHF'],
    ['what cannot be compared', { salaryUsdYear: null, salaryCurrency: null, salaryPeriod: 'year' }, undefined],
  ]) {
    test(`compared: ${name}`, () => assert.equal(formatPayIn({ ...nothing, ...stated }, currency), text));
  }
});

describe('where one may work from', () => {
  for (const [remoteScope, location, text] of [
    [[], 'Oslo', 'Oslo'],
    [[], null, 'Remote'],
    [['DE', 'FR'], 'Oslo', 'France, Germany'],
    [['DE', 'FR', 'EMEA', 'US', 'NP'], null, 'EMEA, France, Germany +2'],
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

test('a time is that of UTC, and says so', () => {
  assert.equal(formatTime('2026-11-23T14:05:09Z'), '23 November 2026, 14:05 UTC');
});

test('days between two times are whole, and never less than none', () => {
  assert.equal(daysBetween('2026-11-01T12:00:00Z', Date.parse('2026-11-23T11:59:00Z')), 21);
  assert.equal(daysBetween('2026-11-23T12:00:00Z', Date.parse('2026-11-23T11:59:00Z')), 0);
});

describe('a place', () => {
  for (const [location, scope, isSaid] of [
    ['Argentina; Brazil', ['AR', 'BR'], true],
    ['germany or austria', ['DE', 'AT', 'CH'], true],
    ['Remote (UK or Ireland)', ['GB', 'IE'], true],
    ['Remote, US', ['US'], true],
    ['Remote, US', ['DE'], false],
    ['Berlin, Germany', ['DE'], false],
    ['Anywhere', [], true],
  ]) {
    test(`“${location}” is ${isSaid ? '' : 'not '}said by ${scope.join(', ') || 'no scope'}`, () =>
      assert.equal(isSaidByScope(location, scope), isSaid));
  }
});
