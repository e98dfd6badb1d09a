/**
 * Runs statements as one D1 batch, which is one transaction. Never rejects.
 *
 * @param {D1Database} db
 * @param {{sql: string, binds: (string | number | null)[]}[]} statements
 * @returns {Promise<string>} D1's results as JSON, or `{"failure": message}`
 */
export async function performQuery(db, statements) {
  try {
    const prepared = statements.map(({ sql, binds }) => db.prepare(sql).bind(...binds));
    return JSON.stringify(await db.batch(prepared));
  } catch (error) {
    return JSON.stringify({ failure: String(error?.message ?? error) });
  }
}
