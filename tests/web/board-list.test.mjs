import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const { currentOf, listOf } = await import('../../web/src/lib/board-list.ts');
const { NOTHING } = await import('../../web/src/lib/kept-format.ts');

const job = (id, company = 'Oakum') => ({ id, title: `Role ${id}`, company, companyId: company.toLowerCase(), location: null, role: { places: [] } });
const idsOf = (jobs) => jobs.map(({ id }) => id);
const FOUND = [job(1), job(2, 'Hemp'), job(3), job(4)];
const pages = [FOUND.slice(0, 3), FOUND.slice(3)].map((jobs) => ({ jobs, meta: {} }));

describe('the list of the board', () => {
  for (const [name, search, kept, readBefore, shown] of [
    ['is what the server has found', {}, {}, [], [1, 2, 3, 4]],
    ['leaves out what is hidden', {}, { hidden: [job(3)], hiddenCompanies: [{ id: 'hemp', name: 'Hemp' }] }, [], [1, 4]],
    ['leaves out what was read, where asked for', { unread: true }, { viewed: [1, 4] }, [1], [2, 3, 4]],
    ['is what is saved, though it is hidden', { view: 'saved' }, { saved: [job(7), job(8)], hidden: [job(7)] }, [], [7, 8]],
    ['is what is saved and let through', { view: 'saved', search: '8' }, { saved: [job(7), job(8)] }, [], [8]],
  ]) {
    test(name, () => {
      const list = listOf(search, pages, { ...NOTHING, ...kept }, new Set(readBefore));
      assert.deepEqual(idsOf(list.shown), shown);
    });
  }
});

describe('the posting beside the list', () => {
  const shown = (...ids) => ({ listed: FOUND, shown: FOUND.filter(({ id }) => ids.includes(id)) });
  for (const [name, list, chosen, current] of [
    ['is the first', shown(1, 2, 3, 4), undefined, 1],
    ['is the first that is not hidden', shown(3, 4), undefined, 3],
    ['is none where there is none', shown(), undefined, undefined],
    ['is the chosen one', shown(1, 2, 3, 4), 3, 3],
    ['is the chosen one, though no list has it', shown(1), 99, 99],
    ['is the next one where the chosen one is hidden', shown(1, 3, 4), 2, 3],
    ['is the last one where nothing follows', shown(1, 2), 4, 2],
    ['is none where all are hidden', shown(), 4, undefined],
  ]) {
    test(name, () => assert.equal(currentOf(list, chosen), current));
  }
});
