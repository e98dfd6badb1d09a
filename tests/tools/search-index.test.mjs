/** The full-text index goes and comes back as it was, and stays true afterwards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMigratedDatabase } from '../../tools/migrated-database.mjs';
import { searchIndexSql } from '../../tools/search-index.mjs';

const addJob = (db, id, title) =>
  db.exec(`INSERT INTO jobs (source_name, board, external_id, title, company, source_url, content_hash)
    VALUES ('lever', 'moss', '${id}', '${title}', 'Mossy Lane', 'https://a.example/${id}', 'x')`);

const schemaOf = (db) => db.prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'jobs_fts_%' OR type = 'trigger' ORDER BY name").all();
const find = (db, words) => db.prepare('SELECT count(*) AS n FROM jobs_fts WHERE jobs_fts MATCH ?').get(words).n;

test('is taken out without a rest, and put back as it was', () => {
  const db = createMigratedDatabase();
  addJob(db, 1, 'Gardener');
  const before = schemaOf(db);

  db.exec(searchIndexSql('drop'));
  db.exec(searchIndexSql('drop'));
  assert.deepEqual(schemaOf(db).filter(({ sql }) => /CREATE VIRTUAL|jobs_fts/.test(sql)), []);
  addJob(db, 2, 'Gardener of roses');

  db.exec(searchIndexSql('create'));
  db.exec(searchIndexSql('create'));
  assert.deepEqual(schemaOf(db), before);
  assert.equal(find(db, 'gardener'), 2);
  db.exec("UPDATE jobs SET title = 'Weeder' WHERE external_id = '1'");
  db.exec("DELETE FROM jobs WHERE external_id = '2'");
  assert.deepEqual([find(db, 'gardener'), find(db, 'weeder')], [0, 1]);
});
