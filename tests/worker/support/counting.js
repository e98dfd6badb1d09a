/*
 * A sync worker that never waits, with a counter at its D1 binding: what passes there is what Cloudflare
 * limits and bills.
 */
import { leapingWorker } from './timed.js';

/** @param {WebAssembly.Module} module */
export function countingWorker(module) {
  const { handlers } = leapingWorker(module);
  const nothing = { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, bytesBound: 0 };
  const encoder = new TextEncoder();
  let counts = { ...nothing };

  /** @param {D1Database} db */
  const counted = (db) => ({
    prepare: (sql) => ({
      bind(...values) {
        for (const value of values) counts.bytesBound += encoder.encode(String(value ?? '')).length;
        return db.prepare(sql).bind(...values);
      },
    }),
    async batch(statements) {
      const results = await db.batch(statements);
      counts.roundTrips += 1;
      counts.statements += statements.length;
      for (const { meta } of results) {
        counts.rowsRead += meta.rows_read;
        counts.rowsWritten += meta.rows_written;
      }
      return results;
    },
  });

  return {
    scheduled: (controller, env) => handlers.scheduled(controller, { ...env, DB: counted(env.DB) }),

    /** The counts since the last time they were asked for. */
    fetch() {
      const since = counts;
      counts = { ...nothing };
      return Response.json(since);
    },
  };
}
