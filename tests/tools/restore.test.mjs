/** A database goes out through D1's own export and comes back whole, within the limits of D1. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Miniflare, NoOpLog, convertV4MiniflareOptions } from 'miniflare';
import { unstable_splitSqlQuery as split } from 'wrangler';
import { restoreSql } from '../../tools/restore.mjs';
import { searchIndexSql } from '../../tools/search-index.mjs';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { applyMigrations } from '../../tools/start/database.mjs';

const MOST_BYTES = 100_000;

let miniflare;
let original;
let restored;
let backup;

before(async () => {
  const d1Databases = { ORIGINAL: 'original', RESTORED: 'restored' };
  const script = 'export default {}';
  const options = { modules: true, script, d1Databases, cf: false, telemetry: { enabled: false }, log: new NoOpLog() };
  miniflare = new Miniflare(convertV4MiniflareOptions(options));
  original = await miniflare.getD1Database('ORIGINAL');
  restored = await miniflare.getD1Database('RESTORED');
  await applyMigrations(original, join(projectRoot, 'migrations'));
  await addJob(1, '<p>We grow.</p>');
  await addJob(2, LONG);
  await addJob(3, LONG.slice(0, 70_000), LONG);
  await original.prepare('DELETE FROM potential_companies').run();
  await execute(original, split(searchIndexSql('drop')));
  backup = await exported(original);
});
after(() => miniflare.dispose());

// Quotes, line breaks and characters of all lengths.
const LONG = `<p>It's “grass”,\r\nnot 草\u2028or 🌿.</p>\n`.repeat(9_000).slice(0, 200_000);

const addJob = (id, raw, summary = 'We grow.') =>
  original
    .prepare(
      `INSERT INTO jobs (id, source_name, board, external_id, title, company, source_url, content_hash, description_raw, description)
       VALUES (?1, 'lever', 'moss', ?1, 'Gardener', 'Mossy Lane', 'https://a.example/' || ?1, 'x', ?2, ?3)`,
    )
    .bind(id, raw, summary)
    .run();

/** All or nothing. */
const execute = (db, statements) => db.batch(statements.map((sql) => db.prepare(sql)));

/** What `wrangler d1 export --local` writes. */
async function exported(db) {
  const [lines] = await db.prepare('PRAGMA miniflare_d1_export(?,?,?);').bind(0, 0).raw();
  return lines.join('\n');
}

async function restoreOf(text) {
  let sql = '';
  for await (const lines of restoreSql([text])) sql += lines;
  return sql;
}

const jobsOf = async (db) => (await db.prepare('SELECT * FROM jobs ORDER BY id').all()).results;

describe('a backup with rows that are longer than a statement may be', () => {
  test('is refused as it is', async () => {
    assert.ok(backup.split('\n').some((line) => Buffer.byteLength(line) > MOST_BYTES));
    await assert.rejects(execute(restored, split(backup)), /too long|TOOBIG/i);
  });

  test('comes back whole, with its index', async () => {
    const statements = split(await restoreOf(backup));
    assert.deepEqual(statements.filter((sql) => Buffer.byteLength(sql) > MOST_BYTES), []);
    await execute(restored, statements);
    assert.deepEqual(await jobsOf(restored), await jobsOf(original));
    const found = await restored.prepare("SELECT count(*) AS n FROM jobs_fts WHERE jobs_fts MATCH 'gardener'").first('n');
    assert.equal(found, 3);
    await execute(restored, split(searchIndexSql('drop')));
    assert.equal(await exported(restored), backup);
  });
});

test('what needs no pieces stays as it is', async () => {
  const text = 'PRAGMA defer_foreign_keys=TRUE;\nCREATE TABLE a (b);\nINSERT INTO "a" ("b") VALUES(1);';
  assert.equal(await restoreOf(text), `${text}\n${searchIndexSql('create')}`);
});
