import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { jobPostingMarkup } = await import('../../web/src/lib/job-posting-markup.ts');

const NOW = Date.parse('2026-11-23T00:00:00Z');
const JOB = {
  ...{ id: 7, title: 'Lock Keeper', company: 'Inland Waters', content: '<p>Open it.</p>', remoteScope: ['EU', 'IE'] },
  ...{ salaryMin: null, salaryMax: null, salaryCurrency: 'EUR', salaryPeriod: 'year' },
  ...{ postDate: '2026-11-20T00:00:00Z', expiresAt: null, closedAt: null },
  attribution: { allowsJobPostingMarkup: true },
  role: { id: 7 },
};
const markup = (changes) => jobPostingMarkup({ ...JOB, ...changes }, 'https://jobs.example/7', NOW);

describe('what Google Jobs gets', () => {
  test('names countries, not regions', () => {
    assert.deepEqual(markup().applicantLocationRequirements, [{ '@type': 'Country', name: 'IE' }]);
  });

  for (const [name, changes] of [
    ['the source forbids', { attribution: { allowsJobPostingMarkup: false } }],
    ['is a copy', { role: { id: 8 } }],
    ['is closed', { closedAt: '2026-11-22T00:00:00Z' }],
    ['has expired', { expiresAt: '2026-11-22T00:00:00Z' }],
    ['has no text', { content: '' }],
    ['has no date', { postDate: null }],
    ['names no country', { remoteScope: ['WORLD'] }],
  ]) {
    test(`is nothing of what ${name}`, () => assert.equal(markup(changes), undefined));
  }

  for (const [name, pay, value] of [
    ['a range', { salaryMin: 1, salaryMax: 2 }, { minValue: 1, maxValue: 2 }],
    ['one amount twice', { salaryMin: 2, salaryMax: 2 }, { value: 2 }],
    ['at most', { salaryMax: 2 }, { value: 2 }],
  ]) {
    test(`states pay: ${name}`, () =>
      assert.deepEqual(markup(pay).baseSalary.value, { '@type': 'QuantitativeValue', ...value, unitText: 'YEAR' }));
  }

  for (const [name, pay] of [
    ['an amount', {}],
    ['a currency', { salaryMin: 1, salaryCurrency: null }],
    ['a period', { salaryMin: 1, salaryPeriod: null }],
  ]) {
    test(`states no pay without ${name}`, () => assert.equal(markup(pay).baseSalary, undefined));
  }
});
