import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { isFiltered, isSameFilter, labelOfType, readRunFilter } = await import('../../web/src/dashboard/run-filter.ts');

const given = (filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

test('a filter of runs is read from an address; what is malformed counts as absent', () => {
  const all = { type: 'ats', source: 'lever', status: 'failed', company: 'tin', errors: true };
  assert.deepEqual(readRunFilter({ ...all, company: ' tin ', errors: 'on', page: '7' }), all);
  for (const raw of [{}, { type: 'x', source: 'monster', status: 7, company: '  ', errors: 'no' }, { company: ['tin'] }]) {
    assert.deepEqual(given(readRunFilter(raw)), {}, JSON.stringify(raw));
    assert.equal(isFiltered(readRunFilter(raw)), false);
  }
  assert.equal(readRunFilter({ company: 'x'.repeat(200) }).company.length, 100);
  assert.ok(isFiltered({ errors: true }));
});

test('two filters of runs are the same where the same runs get through', () => {
  assert.ok(isSameFilter({ source: 'lever', errors: true }, { errors: true, source: 'lever' }));
  assert.ok(!isSameFilter({ source: 'lever' }, { source: 'greenhouse' }));
});

test('a type of runs has a name', () => {
  assert.equal(labelOfType('discovery'), 'Discovery');
  assert.equal(labelOfType('unheard-of'), 'unheard-of');
});
