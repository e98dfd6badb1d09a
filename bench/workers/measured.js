/*
 * The harness of both workers in the benchmark: a door in front of D1 that counts, records, or answers
 * at once with what was recorded, and a fetch handler through which the benchmark calls for syncs.
 */

/**
 * A statement, as D1 has it. Both workers' statements pass as batches, of one where need be.
 */
class Statement {
  constructor(ask, sql, binds = []) {
    Object.assign(this, { ask, sql, binds });
  }

  bind(...binds) {
    return new Statement(this.ask, this.sql, binds);
  }

  async all() {
    const [result] = await this.ask([this]);
    return result;
  }

  run() {
    return this.all();
  }

  async raw() {
    const { results } = await this.all();
    return results.map(Object.values);
  }
}

const databaseOf = (ask) => ({ prepare: (sql) => new Statement(ask, sql), batch: ask });

/** A database that passes everything on to D1, counts what D1 counts, and keeps the answers. */
function countingDoor(db) {
  const counts = { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, bytesToD1: 0 };
  const answers = [];
  const ask = async (statements) => {
    const results = await db.batch(statements.map(({ sql, binds }) => db.prepare(sql).bind(...binds)));
    counts.roundTrips += 1;
    counts.statements += statements.length;
    for (const { binds } of statements) for (const bind of binds) counts.bytesToD1 += String(bind ?? '').length;
    for (const { meta } of results) {
      counts.rowsRead += meta.rows_read;
      counts.rowsWritten += meta.rows_written;
    }
    answers.push(JSON.stringify(results));
    return results;
  };
  return { database: databaseOf(ask), counts, answers };
}

/** Replaces the recorded request window, which has passed by now, by another one. */
function renewWindows(results) {
  for (const { results: rows } of results) {
    for (const row of rows) if (row.end_ms) row.end_ms = Date.now() + 60_000;
  }
}

/**
 * A database that answers at once, in the order of the recording. The work of D1's client in the isolate
 * remains: the statements become JSON, the answers come as JSON.
 */
function instantDoor(answers) {
  let next = 0;
  const ask = async (statements) => {
    JSON.stringify(statements.map(({ sql, binds }) => ({ sql, params: binds })));
    const results = JSON.parse(answers[next]);
    next += 1;
    renewWindows(results);
    return results;
  };
  return databaseOf(ask);
}

// Waiting for a turn to ask is no work: whoever waits goes on at once.
const realSetTimeout = globalThis.setTimeout;
globalThis.setTimeout = (wake) => realSetTimeout(wake, 0);

let lastMemory;
const RealInstance = WebAssembly.Instance;
WebAssembly.Instance = function Instance(...args) {
  const instance = new RealInstance(...args);
  lastMemory = instance.exports.memory;
  return instance;
};

/**
 * Makes a worker that syncs when asked to:
 *   /count?source&slug                     once, on D1; answers what it cost and what D1 answered;
 *                                          without a slug, what is due, as cron has it
 *   /load?as=NAME                          takes such answers
 *   /instant?source&slug&as=NAME&times=N   so often in a row, on those answers
 *   /receive?url&times=N                   fetches and drops a body, which all have to do
 *
 * @param {{sync: (env: object, source: string, slug: string) => Promise<unknown>, tick: (env: object) => Promise<unknown>}} worker
 */
export function measured({ sync, tick }) {
  const recordings = new Map();
  const run = (env, { source, slug }) => (slug ? sync(env, source, slug) : tick(env));
  const routes = {
    async '/count'(env, what) {
      const { database, counts, answers } = countingDoor(env.DB);
      await run({ ...env, DB: database }, what);
      return { counts, answers };
    },
    async '/load'(_env, { as }, request) {
      recordings.set(as, await request.json());
      return {};
    },
    async '/instant'(env, { as, times, ...what }) {
      for (let i = 0; i < Number(times); ++i) await run({ ...env, DB: instantDoor(recordings.get(as)) }, what);
      return { wasmBytes: lastMemory?.buffer.byteLength };
    },
    async '/receive'(_env, { url, times }) {
      for (let i = 0; i < Number(times); ++i) await (await fetch(url)).arrayBuffer();
      return {};
    },
  };
  return {
    async fetch(request, env) {
      const { pathname, searchParams } = new URL(request.url);
      return Response.json(await routes[pathname](env, Object.fromEntries(searchParams), request));
    },
  };
}
