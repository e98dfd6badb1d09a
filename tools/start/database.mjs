import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { unstable_splitSqlQuery } from 'wrangler';

/*
 * Prepares a local database. Every function may be called again on one that is prepared already.
 */

// The table that `wrangler d1 migrations apply` keeps, so that both know what the other did.
const createMigrationsTable = `
CREATE TABLE IF NOT EXISTS d1_migrations (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT UNIQUE,
  applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

const namesOfTables = `
SELECT name FROM sqlite_master
WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'`;

/** A database that the migrations of this checkout cannot bring up to date. */
export class SchemaError extends Error {}

/**
 * Applies the migrations that have not been applied yet, each with its mark in one transaction.
 * @param {D1Database} db
 * @param {string} folder
 * @returns {Promise<string[]>} their names
 * @throws {SchemaError} where the database was made by other migrations, or by a part of them
 */
export async function applyMigrations(db, folder) {
  await db.prepare(createMigrationsTable).run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all();
  const applied = new Set(results.map(({ name }) => name));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !applied.has(name))
    .sort();
  await refuseOtherSchema(db, folder, applied);
  for (const name of names) {
    const statements = unstable_splitSqlQuery(readFileSync(join(folder, name), 'utf8'));
    await db.batch([
      ...statements.map((sql) => db.prepare(sql)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name),
    ]);
  }
  return names;
}

/**
 * Refuses a database of another schema: with tables but no migration, or with migrations that this checkout
 * does not have.
 */
async function refuseOtherSchema(db, folder, applied) {
  const unknown = [...applied].filter((name) => !existsSync(join(folder, name)));
  if (unknown.length > 0) throw new SchemaError(`It has the schema of another version, with ${unknown.join(', ')}`);
  if (applied.size > 0) return;
  const { results } = await db.prepare(namesOfTables).all();
  if (results.length === 0) return;
  throw new SchemaError(`It has tables (${results.map(({ name }) => name).join(', ')}), but no migration that was applied to its end`);
}

/**
 * Enters companies that are not known yet; they are due at once.
 * @param {D1Database} db
 * @param {Record<string, {slug: string, name: string}[]>} companies by source
 */
export async function enterCompanies(db, companies) {
  const rows = Object.entries(companies).flatMap(([source, list]) => list.map(({ slug, name }) => [source, slug, name]));
  await db
    .prepare(
      `INSERT OR IGNORE INTO discovered_companies (source, slug, name)
       SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?1)`,
    )
    .bind(JSON.stringify(rows))
    .run();
}

/**
 * Lets the leases of a stopped process lapse, so that the next ticks clear away its work. Call it only when
 * nobody is at work; it merely saves the wait until the leases lapse by themselves.
 * @param {D1Database} db
 */
export async function endLeases(db) {
  await db.prepare('UPDATE batch_state SET lease_until = 1 WHERE lease_until > 0').run();
}

/**
 * The numbers of stored companies and postings.
 * @param {D1Database} db
 * @returns {Promise<{companies: number, postings: number}>}
 */
export function countStored(db) {
  return db
    .prepare(
      `SELECT (SELECT count(*) FROM discovered_companies) AS companies,
              (SELECT count(*) FROM jobs WHERE closed_at IS NULL) AS postings`,
    )
    .first();
}
