/** A local database is brought up to date by the migrations, or told apart from those that they cannot bring there. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { Miniflare, NoOpLog, convertV4MiniflareOptions } from 'miniflare';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { SchemaError, applyMigrations } from '../../tools/start/database.mjs';

const folder = join(projectRoot, 'migrations');

describe('a local database', () => {
  let miniflare;
  let db;

  const isMigrated = async () => (await db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'jobs_fts'").first()).n === 1;

  beforeEach(async () => {
    const options = { modules: true, script: 'export default {}', d1Databases: ['DB'], cf: false, telemetry: { enabled: false }, log: new NoOpLog() };
    miniflare = new Miniflare(convertV4MiniflareOptions(options));
    db = await miniflare.getD1Database('DB');
  });
  afterEach(() => miniflare.dispose());

  test('that is empty gets every migration, and none twice', async () => {
    assert.deepEqual(await applyMigrations(db, folder), ['0001_create_schema.sql', '0002_seed_candidates.sql']);
    assert.ok(await isMigrated());
    assert.deepEqual(await applyMigrations(db, folder), []);
  });

  test('of an older schema is left as it is', async () => {
    await applyMigrations(db, folder);
    await db.exec("UPDATE d1_migrations SET name = '0001_create_tables.sql' WHERE id = 1");
    const failure = await applyMigrations(db, folder).catch((error) => error);
    assert.ok(failure instanceof SchemaError);
    assert.match(failure.message, /the schema of another version, with 0001_create_tables\.sql/);
  });

  test('in which a migration was applied by halves is left as it is', async () => {
    await db.exec('CREATE TABLE categories (id INTEGER PRIMARY KEY)');
    await assert.rejects(applyMigrations(db, folder), /It has tables \(categories\), but no migration that was applied to its end/);
    assert.ok(!(await isMigrated()));
  });

  test('in which only the second migration is missing gets that one', async () => {
    await applyMigrations(db, folder);
    await db.exec("DELETE FROM d1_migrations WHERE name LIKE '0002%'");
    assert.deepEqual(await applyMigrations(db, folder), ['0002_seed_candidates.sql']);
  });
});
