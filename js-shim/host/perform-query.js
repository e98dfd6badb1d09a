/**
 * Runs statements as one D1 batch, which is one transaction. Never rejects.
 *
 * @param {D1Database | D1DatabaseSession} db
 * @param {{sql: string, binds: (string | number | null)[]}[]} statements
 * @returns {Promise<{text: string, rowsWritten: number}>} the rows of each statement as JSON, or
 *   `{"failure": message}`, and how many rows D1 says were written
 */
export async function performQuery(db, statements) {
  try {
    const prepared = statements.map(({ sql, binds }) => db.prepare(sql).bind(...binds));
    const answers = await db.batch(prepared);
    const rowsWritten = answers.reduce((sum, { meta }) => sum + (meta.rows_written ?? 0), 0);
    return { text: JSON.stringify(answers.map(({ results }) => results ?? [])), rowsWritten };
  } catch (error) {
    return { text: JSON.stringify({ failure: String(error?.message ?? error) }), rowsWritten: 0 };
  }
}
