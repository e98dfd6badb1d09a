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
    setItem(_, text) {
      storage.text = text;
    },
  };
  const module = await import(`../../web/src/lib/kept.ts?${(copies += 1)}`);
  return { ...module, kept: () => JSON.parse(storage.text) };
}

const job = (id, company = 'Oakum') => ({ id, title: `Role ${id}`, company, sourceName: 'lever' });
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

  test('tells of what is hidden, not of what is shown again', async () => {
    const { onHide, toggleJob } = await open();
    const hidden = [];
    const end = onHide(({ id }) => hidden.push(id));
    toggleJob('hidden', job(1));
    toggleJob('hidden', job(1));
    toggleJob('saved', job(2));
    end();
    toggleJob('hidden', job(3));
    assert.deepEqual(hidden, [1]);
  });

  test('hides the jobs of a hidden company, however its name is written', async () => {
    const { isHidden, kept, toggleCompany } = await open();
    toggleCompany('hiddenCompanies', { source: 'lever', name: 'OAKUM' });
    assert.ok(isHidden(kept(), job(1)));
    assert.ok(!isHidden(kept(), { ...job(1), sourceName: 'greenhouse' }));
    toggleCompany('hiddenCompanies', { source: 'lever', name: 'oakum' });
    assert.deepEqual(kept().hiddenCompanies, []);
  });

  test('is there again in the next page', async () => {
    const { setUsesKeys, toggleJob } = await open('{"saved": [{"id": 1}], "usesKeys": true}');
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
    onHide(({ id }) => hidden.push(id));
    // The second time takes it out again, the third puts it back.
    for (let i = 0; i < 3; i += 1) toggleJob('hidden', job(1));
    assert.deepEqual(hidden, [1, 1]);
  });
});
