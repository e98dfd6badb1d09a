/* The API worker as deployed, except that its answers tell what D1 counted for them. */
import worker from '../../../js-shim/api.js';

function counting(db, counts) {
  return {
    prepare: (sql) => db.prepare(sql),
    withSession: (start) => counting(db.withSession(start), counts),
    getBookmark: () => db.getBookmark(),
    async batch(statements) {
      const results = await db.batch(statements);
      counts.statements += statements.length;
      for (const { meta } of results) counts.rowsRead += meta.rows_read;
      return results;
    },
  };
}

export default {
  async fetch(request, env) {
    const counts = { rowsRead: 0, statements: 0 };
    const response = await worker.fetch(request, { ...env, DB: counting(env.DB, counts) });
    const headers = new Headers(response.headers);
    headers.set('x-rows-read', String(counts.rowsRead));
    headers.set('x-statements', String(counts.statements));
    return new Response(response.body, { status: response.status, headers });
  },
};
