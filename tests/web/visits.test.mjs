import './support/resolve.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { lastNew, nameOfVisit, visitAt } = await import('../../web/src/lib/visits.ts');

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-27T14:00:00');

describe('a visit', () => {
  for (const [name, stored, visit] of [
    ['the first', undefined, { at: NOW }],
    ['the same, some minutes later', { before: 5, at: NOW - 29 * MINUTE }, { before: 5, at: NOW }],
    ['another one after a pause', { before: 5, at: NOW - 31 * MINUTE }, { before: NOW - 31 * MINUTE, at: NOW }],
    ['after a clock that went wrong', { before: 5, at: NOW + HOUR }, { at: NOW }],
  ]) {
    test(`is ${name}`, () => assert.deepEqual(visitAt(NOW, stored), visit));
  }
});

describe('what is new since', () => {
  const job = (id, hours) => ({
    id,
    postDate: new Date(NOW - hours * HOUR).toISOString(),
    createdAt: new Date(NOW - (id % 2) * HOUR).toISOString(),
  });
  const jobs = [job(1, 1), job(2, 2), job(3, 9), job(4, 10)];
  const before = NOW - 5 * HOUR;
  for (const [name, search, since, id] of [
    ['ends before the first older one', {}, before, 2],
    ['is nothing at the first visit', {}, undefined, undefined],
    ['is nothing where all are older', {}, NOW, undefined],
    ['is nothing to be told where all are newer', {}, 0, undefined],
    ['is nothing in the order of a search', { search: 'x' }, before, undefined],
    ['is told in a search by date', { search: 'x', sortBy: 'newest' }, before, 2],
    ['is nothing by pay', { sortBy: 'salary' }, before, undefined],
    ['goes by when they were added, where the order does', { sortBy: 'recently-added' }, NOW - HOUR / 2, undefined],
  ]) {
    test(name, () => assert.equal(lastNew(search, jobs, since), id));
  }

  for (const [hours, text] of [
    [3, '11:00'],
    [48, 'Wednesday'],
    [24 * 10, '17 November'],
  ]) {
    test(`is “New since ${text}”`, () => assert.equal(nameOfVisit(NOW - hours * HOUR, NOW), text));
  }
});
