/*
 * The two workers that are compared, each in a workerd of its own, with a D1 of its own.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unstable_splitSqlQuery } from 'wrangler';
import { projectRoot } from '../tools/setup/processes.mjs';
import { applyMigrations } from '../tools/start/database.mjs';
import { startRuntime } from '../tools/start/runtime.mjs';
import { bundle } from '../tools/start/workers.mjs';
import { withPidOfWorkerd } from './measure/process.mjs';

/** The company whose board is synced, where it is one. */
const SLUG = 'bench';
const run = (db, statements) => db.batch(statements.map((sql) => db.prepare(sql)));

/** The particulars of each subject: its entry, its tables, and the way back to its beginning. */
const KINDS = {
  ours: {
    entry: 'bench/workers/ours.js',
    flags: [],
    prepare: (db) => applyMigrations(db, join(projectRoot, 'migrations')),
    forget: (db, companies) =>
      run(db, [
        'DELETE FROM jobs',
        'DELETE FROM job_changes',
        'DELETE FROM sync_history',
        'DELETE FROM discovered_companies',
        // A feed has no companies.
        ...companies
          .filter(({ source }) => source !== 'remoteok')
          .map(({ source, slug }) => `INSERT INTO discovered_companies (source, slug) VALUES ('${source}', '${slug}')`),
      ]),
    // RemoteOK's tags come in turn; the benchmark's is the first.
    rewind: (db) =>
      run(db, [
        "UPDATE batch_state SET cursor = '{}'",
        'UPDATE source_state SET next_slot_ms = 0',
        'UPDATE discovered_companies SET next_sync_at = 0',
      ]),
    openJobs: 'SELECT external_id FROM jobs WHERE closed_at IS NULL ORDER BY external_id',
  },
  plain: {
    entry: 'bench/workers/plain.js',
    flags: ['nodejs_compat'],
    prepare: (db) => run(db, unstable_splitSqlQuery(readFileSync(join(projectRoot, 'bench/plain/schema.sql'), 'utf8'))),
    forget: (db, companies) =>
      run(db, [
        'DELETE FROM jobs',
        'DELETE FROM sync_history',
        'DELETE FROM companies',
        ...companies.map(({ source, slug }) => `INSERT INTO companies (source, slug, name) VALUES ('${source}', '${slug}', 'Bench')`),
      ]),
    rewind: (db) => run(db, ['UPDATE companies SET next_sync_at = 0']),
    openJobs: 'SELECT external_id FROM jobs WHERE closed_at IS NULL ORDER BY external_id',
  },
  nothing: { entry: 'bench/workers/nothing.js', flags: [], prepare: () => {}, forget: () => {}, rewind: () => {} },
};

export const workerOf = async (name) => ({
  name,
  database: 'DB',
  options: {
    name,
    modules: await bundle(join(projectRoot, KINDS[name].entry)),
    modulesRoot: projectRoot,
    compatibilityDate: '2026-07-01',
    compatibilityFlags: KINDS[name].flags,
    d1Databases: { DB: `bench-${name}` },
  },
});

/**
 * The companies to sync.
 * @param {Synced} what
 */
const companiesOf = ({ source, boards }) =>
  Array.from({ length: boards ?? 1 }, (_, i) => ({ source, slug: boards ? `${SLUG}-${i}` : SLUG }));

/**
 * The request for one named company, or for all that are due.
 * @param {Synced} what
 */
const questionOf = ({ source, boards }) => (boards ? {} : { source, slug: SLUG });

/**
 * @typedef {{source: string, boards?: number}} Synced one company of a source, or so many in one tick
 * @typedef {Awaited<ReturnType<typeof startSubject>>} Subject
 *
 * @param {'ours' | 'plain' | 'nothing'} name
 * @param {string} [sourceUrl]
 */
export async function startSubject(name, sourceUrl = '') {
  const kind = KINDS[name];
  const dataFolder = mkdtempSync(join(tmpdir(), 'spearyx-bench-'));
  const variables = { GREENHOUSE_API: sourceUrl, LEVER_API: sourceUrl, REMOTEOK_API: sourceUrl };
  const workers = [await workerOf(name)];
  const { started: runtime, pid } = await withPidOfWorkerd(() => startRuntime({ workers, variables, dataFolder }));
  const db = await runtime.database();
  await kind.prepare(db);
  const ask = async (path, parameters, request) => {
    const response = await fetch(`${new URL(path, runtime.url)}?${new URLSearchParams(parameters)}`, request);
    if (!response.ok) throw new Error(`${name} ${path}: ${await response.text()}`);
    return response.json();
  };
  return {
    name,
    pid,
    /** Syncs once on D1, or runs a tick; returns D1's counts and answers. */
    count: (what) => ask('/count', questionOf(what)),
    /** Stores D1's answers under a name. */
    load: (as, answers) => ask('/load', { as }, { method: 'POST', body: JSON.stringify(answers) }),
    /** Syncs so often on the stored answers. */
    instant: (what, as, times) => ask('/instant', { ...questionOf(what), as, times }),
    /** Fetches the served body so often, and drops it. */
    receive: (times) => ask('/receive', { url: `${sourceUrl}/`, times }),
    forget: (what) => kind.forget(db, companiesOf(what)),
    rewind: () => kind.rewind(db),
    openJobs: async () => (await db.prepare(kind.openJobs).all()).results.map(({ external_id: id }) => id),
    async close() {
      await runtime.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
