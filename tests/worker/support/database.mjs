/* The statements by which tests fill and read the database. */

/** @param {D1Database} db */
export async function enterCompany(db, source, slug, name = '') {
  const sql = 'INSERT INTO discovered_companies (source, slug, name) VALUES (?1, ?2, ?3)';
  await db.prepare(sql).bind(source, slug, name).run();
}

/** Makes a company due at once. */
export async function makeDue(db, slug) {
  await db.prepare('UPDATE discovered_companies SET next_sync_at = 0 WHERE slug = ?1').bind(slug).run();
}

/** @returns {Promise<object>} the row of discovered_companies */
export function companyOf(db, slug) {
  return db.prepare('SELECT * FROM discovered_companies WHERE slug = ?1').bind(slug).first();
}

/** @returns {Promise<object[]>} the company's runs, oldest first, with their receipts */
export async function runsOf(db, slug) {
  const sql = 'SELECT * FROM sync_history WHERE company = ?1 ORDER BY id';
  const { results } = await db.prepare(sql).bind(slug).all();
  return results.map((run) => ({ ...run, stats: JSON.parse(run.stats), logs: JSON.parse(run.logs) }));
}

/** @returns {Promise<Map<string, object>>} the board's jobs by external id */
export async function jobsOf(db, board) {
  const { results } = await db.prepare('SELECT * FROM jobs WHERE board = ?1').bind(board).all();
  return new Map(results.map((job) => [job.external_id, job]));
}

/** @returns {Promise<string[]>} the external ids of the board's open jobs, sorted */
export async function openIdsOf(db, board) {
  const jobs = await jobsOf(db, board);
  return [...jobs.values()].filter((job) => job.closed_at === null).map((job) => job.external_id).sort();
}

/** Every posting of a listing is accounted for once. */
export function balances({ fetched, added, updated, unchanged, filtered, rejected, duplicate }) {
  return fetched === added + updated + unchanged + filtered + rejected + duplicate;
}
