import { readFileSync, readdirSync } from 'node:fs';
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

/**
 * Applies the migrations that have not been applied yet, each with its mark in one transaction.
 * @param {D1Database} db
 * @param {string} folder
 * @returns {Promise<string[]>} their names
 */
export async function applyMigrations(db, folder) {
  await db.prepare(createMigrationsTable).run();
  const { results } = await db.prepare('SELECT name FROM d1_migrations').all();
  const applied = new Set(results.map(({ name }) => name));
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && !applied.has(name))
    .sort();
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
 * Ends the leases that a stopped process left behind. Only for who knows that nobody is at work: it
 * spares the wait until they end by themselves, no more.
 * @param {D1Database} db
 */
export async function endLeases(db) {
  await db.prepare('UPDATE batch_state SET lease_until = 0 WHERE lease_until > 0').run();
}

/**
 * What is stored by now.
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
