/** The migration of docs/adding-a-source.md changes who may be a source, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createMigratedDatabase } from '../../tools/migrated-database.mjs';
import { projectRoot } from '../../tools/setup/processes.mjs';

const migration = readFileSync(join(projectRoot, 'docs/adding-a-source/free_the_sources.sql'), 'utf8');

const rowsOf = (db, sql) => db.prepare(sql).all();
const find = (db, words) => rowsOf(db, `SELECT count(*) AS n FROM jobs_fts WHERE jobs_fts MATCH '${words}'`)[0].n;

function fillDatabase() {
  const db = createMigratedDatabase();
  db.exec(`PRAGMA foreign_keys = ON;
    INSERT INTO discovered_companies (source, slug, name, etag) VALUES ('lever', 'moss', 'Moss', 'x'), ('greenhouse', 'fern', '', '');`);
  const add = db.prepare(`INSERT INTO jobs (source_name, board, external_id, title, company, source_url, content_hash,
    description, salary_max, salary_period, remote_scope, post_date, closed_at, last_seen_at)
    VALUES ('lever', 'moss', ?1, ?2, 'Moss', 'https://moss.example/' || ?1, 'h', 'We grow.', ?1, 'year', '["US"]', 1780000000 + ?1, ?3, 5)`);
  for (let id = 1; id <= 100; id += 1) add.run(id, `Gardener ${id}`, id % 5 ? null : 1790000000);
  db.exec("DELETE FROM jobs WHERE id BETWEEN 40 AND 60; UPDATE jobs SET title = 'Weeder' WHERE id = 3");
  return db;
}

const TABLES = ['jobs', 'job_documents', 'job_changes', 'jobs_terms', 'discovered_companies', 'company_counts', 'source_state'];
function contentOf(db) {
  const select = (table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`);
  const readAll = (statement) => (statement.setReadBigInts(true), statement.all());
  return TABLES.map((table) => readAll(select(table)));
}
const columnsOf = (db) => ['jobs', 'discovered_companies'].map((table) => rowsOf(db, `SELECT * FROM pragma_table_xinfo('${table}')`));
/** But for the two tables, and however their text is spaced. */
const schemaOf = (db) =>
  rowsOf(db, "SELECT type, name, sql FROM sqlite_master WHERE name NOT IN ('jobs', 'discovered_companies') ORDER BY name")
    .map((one) => ({ ...one, sql: one.sql?.replace(/\s+/g, ' ') }));

test('rows, ids, columns, indexes, triggers and the search index stay', () => {
  const db = fillDatabase();
  const before = [contentOf(db), columnsOf(db), schemaOf(db)];
  db.exec(migration);
  const after = [contentOf(db), columnsOf(db), schemaOf(db)];
  assert.equal(before[0][0].length, 79);
  assert.deepEqual(after, before);
  assert.deepEqual(rowsOf(db, 'PRAGMA integrity_check'), [{ __proto__: null, integrity_check: 'ok' }]);
  assert.deepEqual(rowsOf(db, 'PRAGMA foreign_key_check'), []);

  assert.deepEqual([find(db, 'gardener'), find(db, 'weeder')], [78, 1]);
  db.exec("UPDATE jobs SET title = 'Potter' WHERE id = 3; DELETE FROM jobs WHERE id = 4");
  assert.deepEqual([find(db, 'gardener'), find(db, 'weeder'), find(db, 'potter')], [77, 0, 1]);
  assert.equal(rowsOf(db, 'SELECT count(*) AS n FROM job_changes WHERE job_id = 4')[0].n, 1);
});

test('a source is then a row of source_state', () => {
  const db = fillDatabase();
  const company = "INSERT INTO discovered_companies (source, slug) VALUES ('newcomer', 'green-stem')";
  db.exec(migration);
  assert.throws(() => db.exec(company), /FOREIGN KEY/);
  db.exec("INSERT OR IGNORE INTO source_state (source) VALUES ('newcomer')");
  db.exec(company);
  db.exec(`INSERT INTO jobs (source_name, external_id, title, company, source_url, content_hash)
    VALUES ('newcomer', '1', 'Gardener', 'Green Stem', 'https://green.example/1', 'h')`);
  assert.throws(() => db.exec("INSERT INTO discovered_companies (source, slug) VALUES ('remoteok', 'x')"), /CHECK/);
});
