import './support/resolve.mjs';
import './support/sources.mjs';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

let copies = 0;

/** The module as a page has it that has just been opened, on a storage that holds this text. */
async function open(stored) {
  const storage = { text: stored };
  globalThis.localStorage = {
    getItem: () => storage.text ?? null,
    setItem(key, text) {
      if (key === 'spearyx-jobs') storage.text = text;
      else storage.first = text;
    },
  };
  const module = await import(`../../web/src/lib/kept.ts?${(copies += 1)}`);
  return { ...module, kept: () => JSON.parse(storage.text), first: () => JSON.parse(storage.first) };
}

const job = (id, company = 'Oakum') => ({ id, title: `Role ${id}`, company, companyId: `${company.toLowerCase()}~lever~x`, sourceName: 'lever' });
const idsOf = (jobs) => jobs.map(({ id }) => id);

describe('what readers keep', () => {
  test('is the newest first, each once, without what no list shows', async () => {
    const { toggleJob, kept } = await open();
    toggleJob('saved', { ...job(1), description: 'long' });
    toggleJob('saved', job(2));
    assert.deepEqual(idsOf(kept().saved), [2, 1]);
    assert.ok(!('description' in kept().saved[1]));
    toggleJob('saved', job(1));
    assert.deepEqual(idsOf(kept().saved), [2]);
    assert.deepEqual(kept().hidden, []);
  });

  test('tells of what is hidden, not of what is shown again, and brings it back step by step', async () => {
    const { kept, onHide, toggleCompany, toggleJob, undoHiding } = await open();
    const hidden = [];
    const end = onHide((hiding) => hidden.push(hiding?.name));
    toggleJob('hidden', job(1));
    toggleJob('hidden', job(1));
    toggleJob('saved', job(2));
    toggleJob('hidden', job(3));
    toggleCompany('hiddenCompanies', { id: 'oakum', name: 'Oakum' });
    assert.deepEqual(hidden, ['Role 1', 'Role 3', 'Oakum']);
    undoHiding();
    assert.deepEqual([idsOf(kept().hidden), kept().hiddenCompanies], [[3], []]);
    undoHiding();
    assert.deepEqual(idsOf(kept().hidden), []);
    end();
    toggleJob('hidden', job(4));
    assert.deepEqual(hidden, ['Role 1', 'Role 3', 'Oakum', undefined, undefined]);
  });

  test('hides the jobs of a hidden company at every source, however its name is written', async () => {
    const { isHidden, kept, toggleCompany } = await open();
    toggleCompany('hiddenCompanies', { id: 'oakum~lever~oakum-inc', name: 'Oakum, Inc.' });
    for (const companyId of ['oakum', 'oakum~greenhouse~oakum', 'oakum~remoteok~']) {
      assert.ok(isHidden(kept(), { ...job(1, 'Oåkum Ltd'), companyId }), companyId);
    }
    assert.ok(!isHidden(kept(), job(1, 'Oakum Labs')));
    toggleCompany('hiddenCompanies', { id: 'oakum', name: 'oakum' });
    assert.deepEqual(kept().hiddenCompanies, []);
  });

  test('has what was applied for, with a note', async () => {
    const { kept, noteApplied, toggleApplied } = await open();
    toggleApplied(job(1));
    noteApplied(1, 'by mail');
    const [applied] = kept().applied;
    assert.deepEqual([applied.id, applied.note], [1, 'by mail']);
    assert.ok(Math.abs(Date.parse(applied.appliedAt) - Date.now()) < 10_000);
    toggleApplied(job(1));
    assert.deepEqual(kept().applied, []);
  });

  test('leaves for the first paint of the next page what that must not show', async () => {
    const { first, markViewed, toggleCompany, toggleJob } = await open();
    toggleJob('hidden', job(7));
    toggleCompany('hiddenCompanies', { id: 'oakum "& sons"] {}~lever~x', name: 'Oakum' });
    markViewed(9);
    assert.deepEqual(first(), { hidden: '[data-job="7"],[data-company="oakum \\"& sons\\"] {}"]', read: '[data-job="9"]' });
  });

  test('knows what was read, the latest first, each once', async () => {
    const { kept, markViewed } = await open();
    for (const id of [1, 2, 1, 1, 3]) markViewed(id);
    assert.deepEqual(kept().viewed, [3, 1, 2]);
  });

  test('follows a search under its name, and anew', async () => {
    const { followSearch, kept, unfollowSearch } = await open();
    followSearch({ name: 'boats', filter: { search: 'boat' } });
    followSearch({ name: 'boats', filter: { search: 'boats' } });
    assert.deepEqual(kept().searches.map(({ name, filter }) => [name, filter]), [['boats', { search: 'boats' }]]);
    unfollowSearch('boats');
    assert.deepEqual(kept().searches, []);
  });

  test('goes into a file and comes out of it elsewhere, and nothing is lost', async () => {
    const one = await open();
    one.toggleJob('saved', job(1));
    one.markViewed(1);
    const file = one.exportKept();
    const other = await open();
    other.toggleJob('saved', job(2));
    assert.equal(other.importKept(file), true);
    assert.equal(other.importKept(file), true);
    assert.deepEqual([idsOf(other.kept().saved), other.kept().viewed], [[2, 1], [1]]);
    for (const broken of ['', 'x', 'null', '7']) assert.equal(other.importKept(broken), false, broken);
    assert.deepEqual(idsOf(other.kept().saved), [2, 1]);
  });

  test('is there again in the next page', async () => {
    const { setUsesKeys, toggleJob } = await open('{"saved": [{"id": 1, "title": "Role 1"}], "usesKeys": true}');
    setUsesKeys(false);
    toggleJob('saved', job(2));
    const next = await open(globalThis.localStorage.getItem());
    next.toggleJob('hidden', job(3));
    assert.deepEqual([idsOf(next.kept().saved), idsOf(next.kept().hidden), next.kept().usesKeys], [[2, 1], [3], false]);
  });

  for (const broken of ['{"saved": 7, "hidden": [null', '{"saved": 7, "hidden": [null]}', 'null', '[]', '']) {
    test(`begins anew where its storage holds ${broken || 'nothing'}`, async () => {
      const { kept, toggleJob } = await open(broken);
      toggleJob('saved', job(1));
      assert.deepEqual([idsOf(kept().saved), kept().hidden, kept().usesKeys], [[1], [], true]);
    });
  }

  test('lasts as long as the page where storage is forbidden', async () => {
    const { onHide, toggleJob } = await open();
    const forbidden = () => {
      throw new Error('forbidden');
    };
    globalThis.localStorage = { getItem: forbidden, setItem: forbidden };
    const hidden = [];
    onHide(({ name }) => hidden.push(name));
    // The second time takes it out again, the third puts it back.
    for (let i = 0; i < 3; i += 1) toggleJob('hidden', job(1));
    assert.deepEqual(hidden, ['Role 1', 'Role 1']);
  });
});
