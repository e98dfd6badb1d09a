import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMigratedDatabase } from '../../tools/migrated-database.mjs';
import { readSources } from '../../tools/source-table.mjs';
import { readCandidates, toMigration, withoutMigration } from '../../tools/seed-candidates/main.mjs';

describe('the seed list', () => {
  const candidates = readCandidates();

  it('has some hundred candidates that a board may be called after', () => {
    assert.ok(candidates.length >= 300, `${candidates.length} candidates`);
    for (const { slug } of candidates) assert.match(slug, /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/);
  });

  it('knows boards of every source that has boards and is not guessed, and of others', () => {
    const boardSources = readSources().filter(({ hasBoards }) => hasBoards).map(({ name }) => name);
    const stated = new Set(candidates.map(({ source }) => source).filter(Boolean));
    assert.ok(stated.has('workable') && stated.size >= 3);
    assert.deepEqual([...stated].filter((source) => !boardSources.includes(source)), []);
  });

  it('is sorted and names nobody twice', () => {
    const keys = candidates.map(({ slug }) => slug.toUpperCase());
    assert.deepEqual(keys, [...keys].sort());
    const spellings = keys.map((key) => key.replaceAll(/[ ._-]/g, ''));
    assert.equal(new Set(spellings).size, spellings.length);
  });

  it('is entered by the migrations', () => {
    assert.deepEqual(withoutMigration(candidates), []);
  });

  it('has a migration of its own for what is added', () => {
    const nest = { slug: "Wren's Nest", source: '' };
    const zinnia = { slug: 'zinnia', source: 'ashby' };
    const added = withoutMigration([...candidates, nest, zinnia]);
    assert.deepEqual(added, [nest, zinnia]);
    const db = createMigratedDatabase();
    const count = () => db.prepare('SELECT count(*) AS n FROM potential_companies').get().n;
    const before = count();
    db.exec(toMigration([candidates[0], ...added]));
    assert.equal(count(), before + 2);
    const row = db.prepare("SELECT source, status, next_check_at FROM potential_companies WHERE slug = 'zinnia'").get();
    assert.deepEqual({ ...row }, { source: 'ashby', status: 'pending', next_check_at: 1 });
  });
});
