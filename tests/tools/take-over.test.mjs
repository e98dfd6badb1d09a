/**
 * A database of the original, made up by its tables, becomes ours: everything told apart, nothing twice.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMigratedDatabase } from '../../tools/migrated-database.mjs';
import { SetUpError } from '../../tools/setup/processes.mjs';
import { takeOver } from '../../tools/take-over.mjs';
import { ORIGINAL } from './support/original.mjs';

describe('taking over a database of the original', () => {
  const { sql, counts, lost } = takeOver(ORIGINAL);
  const db = createMigratedDatabase();
  const seeds = db.prepare('SELECT count(*) AS n FROM potential_companies').get().n;
  db.exec(sql);
  const all = (query) => db.prepare(query).all().map((row) => Object.values(row).join('|'));

  test('makes one job of each posting, first seen when it was', () => {
    assert.deepEqual(counts, { jobs: 5, companies: 3, candidates: 2 });
    assert.deepEqual(all('SELECT source_name, board, external_id, title, category_id, created_at, updated_at FROM jobs ORDER BY 1, 3'), [
      'greenhouse|mossylane|4001|Head gardener|1|1764000000|1764200000',
      "greenhouse|mossylane|4002|It's a job|17|1764000000|1764000000",
      'himalayas||https://himalayas.app/companies/wren/jobs/mower|Mower|1|1764000000|1764000000',
      'lever|Blue-Heron|0a1b2c3d-0000-4000-8000-000000000001|Weeder|8|1764000000|1764000000',
      'remoteok||77|Sower|1|1764000000|1764000000',
    ]);
  });

  test('says which jobs it had to leave', () => assert.deepEqual(lost, ['https://elsewhere.example/']));

  test('takes over no date of 1970, and no description that a statement cannot hold', () => {
    const query = "SELECT post_date, expires_at, description_raw FROM jobs WHERE external_id LIKE 'https%'";
    assert.deepEqual(all(query), [`|${1764000000 + 60 * 86_400}|`]);
    assert.deepEqual(all("SELECT description_raw, pay_range FROM jobs WHERE source_name = 'lever'"), ['<p>raw</p>|€40k']);
  });

  test('enters the boards, due at once, and the candidates', () => {
    assert.deepEqual(all('SELECT source, slug, name, status, next_sync_at FROM discovered_companies ORDER BY 1, 2'), [
      'greenhouse|mossylane|Mossy Lane|active|0',
      'lever|Blue-Heron||active|0',
      'lever|redfox||active|0',
    ]);
    assert.deepEqual(all("SELECT slug, status FROM potential_companies WHERE slug IN ('greyowl', 'redfox') ORDER BY 1"), ['greyowl|pending']);
    assert.ok(db.prepare('SELECT count(*) AS n FROM potential_companies').get().n > seeds);
  });

  test('changes nothing the second time', () => {
    const before = all('SELECT id, title, created_at, updated_at, content_hash FROM jobs');
    db.exec(sql);
    assert.deepEqual(all('SELECT id, title, created_at, updated_at, content_hash FROM jobs'), before);
  });

  test('keeps the search index true', () => {
    assert.equal(all("SELECT count(*) FROM jobs_fts WHERE jobs_fts MATCH 'weeder'").join(), '1');
  });

  test('says when the file is something else', () => {
    assert.throws(() => takeOver('CREATE TABLE x (y);'), SetUpError);
    assert.throws(() => takeOver('Hello'), SetUpError);
  });
});
