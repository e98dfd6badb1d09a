/*
 * The web site as `npm start` serves it: all workers in one process on a database of their own, which
 * the tests fill. Nothing is asked of a source: there is none where the workers look for them.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applyMigrations } from '../../../tools/start/database.mjs';
import { startRuntime } from '../../../tools/start/runtime.mjs';
import { findConfigs, loadWorker } from '../../../tools/start/workers.mjs';
import { projectRoot } from '../../../tools/setup/processes.mjs';

// Port 9 of this machine takes nothing.
const NOWHERE = Object.fromEntries(
  ['GREENHOUSE_API', 'LEVER_API', 'REMOTEOK_API', 'HIMALAYAS_API'].map((name) => [name, 'http://127.0.0.1:9']),
);

let loading;

/** The workers of this checkout, bundled once for all sites of this process. */
const loadWorkers = () => (loading ??= Promise.all([...findConfigs(projectRoot).values()].map(loadWorker)));

/**
 * Starts all workers on a database that is migrated and empty, or not even migrated.
 * @param {{variables?: Record<string, string>, isMigrated?: boolean}} [options]
 */
export async function startSite({ variables, isMigrated = true } = {}) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'spearyx-jobs-'));
  // Nothing is kept here, so that a test sees at once what it changes: tests/worker/edge has the cache.
  const workers = (await loadWorkers()).map((worker) => ({ ...worker, options: { ...worker.options, cacheAPI: false } }));
  const errors = [];
  const onLog = ({ level, message }) => level === 'error' && errors.push(message);
  const runtime = await startRuntime({ workers, variables: { ...NOWHERE, ...variables }, dataFolder, onLog });
  const db = await runtime.database();
  if (isMigrated) await applyMigrations(db, workers[0].migrationsFolder);
  return {
    url: runtime.url.href.replace(/\/$/, ''),
    db,
    /** The errors that the workers have logged. */
    errors,
    /** Delivers a cron event to a worker: `ats`, `aggregator` or `discovery`. */
    tick(name) {
      const worker = workers.find((one) => one.name === `spearyx-sync-${name}`);
      return runtime.fire(worker, worker.crons[0]);
    },
    async close() {
      await runtime.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
