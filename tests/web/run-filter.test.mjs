import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const { isFiltered, labelOfType, readRunFilter } = await import('../../web/src/dashboard/run-filter.ts');

const given = (filter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

test('a filter of runs is read from an address; what is malformed counts as absent', () => {
  const all = { type: 'ats', source: 'lever', status: 'failed', trigger: 'cron', company: 'tin', errors: true, sort: 'duration' };
  assert.deepEqual(given(readRunFilter({ ...all, company: ' tin ', errors: 'on', page: '7' })), all);
  for (const raw of [{}, { type: 'x', source: 'monster', status: 7, company: '  ', errors: 'no', sort: 7 }, { company: ['tin'] }]) {
    assert.deepEqual(given(readRunFilter(raw)), {}, JSON.stringify(raw));
    assert.equal(isFiltered(readRunFilter(raw)), false);
  }
  assert.equal(readRunFilter({ company: 'x'.repeat(200) }).company.length, 100);
  assert.ok(isFiltered({ errors: true }));
  assert.equal(isFiltered({ sort: 'duration' }), false, 'an order lets all through');
  assert.equal(isFiltered({ cursor: '7' }), false, 'a place in the list lets all through');
});

test('a type of runs has a name', () => {
  assert.equal(labelOfType('discovery'), 'Discovery');
  assert.equal(labelOfType('unheard-of'), 'unheard-of');
});
