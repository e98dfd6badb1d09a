/*
 * The built site with a door before its database: it counts statements, notes where sessions begin, can fail or
 * tarry, and moves the clock. Tests speak to it at /.door.
 */
import { env, withEnv } from 'cloudflare:workers';
import site from '../../../build/web/server/index.js';

const CALM = { failure: '', delayMs: 0, laterS: 0 };
let state = { ...CALM };
let seen = { statements: 0, sessions: [] };

const now = Date.now.bind(Date);
Date.now = () => now() + state.laterS * 1000;

const doored = (db) => ({
  prepare: (sql) => db.prepare(sql),
  withSession(start) {
    seen.sessions.push(start);
    return doored(db.withSession(start));
  },
  getBookmark: () => db.getBookmark(),
  async batch(statements) {
    seen.statements += statements.length;
    if (state.delayMs > 0) await new Promise((wake) => setTimeout(wake, state.delayMs));
    if (state.failure) throw new Error(state.failure);
    return db.batch(statements);
  },
});

/** PUT changes what it does; any request is told what has passed since the last. */
async function speak(request) {
  if (request.method === 'PUT') state = { ...CALM, ...(await request.json()) };
  const since = seen;
  seen = { statements: 0, sessions: [] };
  return Response.json(since);
}

export default {
  fetch(request, given, context) {
    if (new URL(request.url).pathname === '/.door') return speak(request);
    return withEnv({ ...given, DB: doored(env.DB) }, () => site.fetch(request, given, context));
  },
};
