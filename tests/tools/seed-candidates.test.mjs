import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMigratedDatabase } from '../../tools/migrated-database.mjs';
import { readCandidates, toMigration, withoutMigration } from '../../tools/seed-candidates/main.mjs';

describe('the seed list', () => {
  const candidates = readCandidates();

  it('has some hundred candidates that a board may be called after', () => {
    assert.ok(candidates.length >= 300, `${candidates.length} candidates`);
    for (const candidate of candidates) assert.match(candidate, /^[A-Za-z0-9][A-Za-z0-9 _-]{0,99}$/);
  });

  it('is sorted and names nobody twice', () => {
    const keys = candidates.map((candidate) => candidate.toUpperCase());
    assert.deepEqual(keys, [...keys].sort());
    const spellings = keys.map((key) => key.replaceAll(/[ _-]/g, ''));
    assert.equal(new Set(spellings).size, spellings.length);
  });

  it('is entered by the migrations', () => {
    assert.deepEqual(withoutMigration(candidates), []);
  });

  it('has a migration of its own for what is added', () => {
    const added = withoutMigration([...candidates, "Wren's Nest", 'zinnia']);
    assert.deepEqual(added, ["Wren's Nest", 'zinnia']);
    const db = createMigratedDatabase();
    const count = () => db.prepare('SELECT count(*) AS n FROM potential_companies').get().n;
    const before = count();
    db.exec(toMigration([candidates[0], ...added]));
    assert.equal(count(), before + 2);
    assert.deepEqual({ ...db.prepare("SELECT status, next_check_at FROM potential_companies WHERE slug = 'zinnia'").get() }, { status: 'pending', next_check_at: 1 });
  });
});
