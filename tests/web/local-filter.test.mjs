import './support/resolve.mjs';
import './support/rates.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { filterJobs } = await import('../../web/src/lib/local-filter.ts');

const NOW = Date.parse('2026-11-23T12:00:00Z');

const job = (id, properties) => ({
  ...{ id, title: 'Boat Builder', company: 'Oakum Yard', location: 'Oslo', sourceName: 'lever', categoryId: 1 },
  ...{ remoteScope: ['NO'], salaryUsdYear: null, postDate: '2026-11-20T00:00:00Z', createdAt: '2026-11-21T00:00:00Z' },
  role: { id, postings: 1, places: [] },
  ...properties,
});

const idsOf = (jobs) => jobs.map(({ id }) => id);

const JOBS = [
  job(1),
  job(2, { title: 'Kelp Designer', categoryId: 3, remoteScope: ['WORLD', 'US'], salaryUsdYear: 90_000 }),
  job(3, { title: 'C++ Engineer', company: 'Łąka Ltd', sourceName: 'remoteok', postDate: null, salaryUsdYear: 120_000 }),
];

describe('a filter over what the browser keeps', () => {
  for (const [name, filter, ids] of [
    ['nothing', {}, [1, 2, 3]],
    ['beginnings of words, in any order', { search: 'build BOAT' }, [1]],
    ['words of the company and the place', { search: 'oakum oslo' }, [1, 2]],
    ['signs of a word', { search: 'c++' }, [3]],
    ['marks that nobody types', { search: 'łaka' }, [3]],
    ['words of which one is missing', { search: 'boat designer' }, []],
    ['categories', { category: 'design,legal' }, [2]],
    ['sources', { source: 'remoteok' }, [3]],
    ['where one may work from', { remote: 'DE,WORLD' }, [2]],
    ['a company', { company: 'oakum-yard' }, [1, 2]],
    ['pay, of which the unknown is never enough', { salaryMin: 90_000 }, [2, 3]],
    ['pay in another currency', { salaryMin: 90_000, currency: 'EUR' }, [3]],
    ['pay in a currency of an unknown rate', { salaryMin: 1, currency: 'CHF' }, []],
    ['age, by the day of its source or else ours', { postedWithin: 3 }, [3]],
    ['several at once', { search: 'kelp', salaryMin: 100_000 }, []],
    ['an order', { sortBy: 'salary' }, [3, 2, 1]],
    ['titles from the end', { sortBy: 'title-desc' }, [2, 3, 1]],
    ['dates', { sortBy: 'newest' }, [3, 1, 2]],
  ]) {
    test(`by ${name}`, () => assert.deepEqual(idsOf(filterJobs(JOBS, filter, undefined, NOW)), ids));
  }

  for (const [name, filter, openTo, ids] of [
    ['where one lives', { livesIn: 'NO' }, ['NO', 'EUROPE', 'EMEA', 'WORLD'], [1, 2, 3]],
    ['the world only', { worldwide: true }, ['WORLD'], [2]],
    ['where one lives, or what does not tell', { livesIn: 'US', placeUnknown: 'include' }, ['US', 'WORLD'], [2, 4]],
  ]) {
    const jobs = [...JOBS, job(4, { remoteScope: [] })];
    test(`by ${name}`, () => assert.deepEqual(idsOf(filterJobs(jobs, filter, openTo, NOW)), ids));
  }
});
