import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { migrationFile, readCandidates, toMigration } from '../../tools/seed-candidates/main.mjs';

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

  it('is what the migration enters', () => {
    assert.equal(readFileSync(migrationFile, 'utf8'), toMigration(candidates));
  });
});
