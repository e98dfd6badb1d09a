/*
 * The workers as `npm start` runs them: workerd itself opens the connections, and the database survives
 * a restart. For what a stubbed fetch cannot show.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { applyMigrations } from '../../../tools/start/database.mjs';
import { startRuntime } from '../../../tools/start/runtime.mjs';
import { bundle, loadWorker } from '../../../tools/start/workers.mjs';
import { projectRoot } from '../../../tools/setup/processes.mjs';
import { leapingEntry } from './harness.mjs';

/**
 * A sync worker that begins in a file of its own.
 * @param {string} name ats, aggregator or discovery
 * @param {string} [main] one that never waits unless another is given
 */
export async function loadSync(name, main = leapingEntry(name)) {
  const worker = await loadWorker(join(projectRoot, `wrangler.${name}.toml`));
  return { ...worker, options: { ...worker.options, modules: await bundle(main), modulesRoot: dirname(main) } };
}

/**
 * A worker that asks another for ticks as the API does: through a service binding.
 * @param {import('../../../tools/start/workers.mjs').Worker} worker
 */
export function callerOf({ name, database, migrationsFolder, options: { compatibilityDate, d1Databases } }) {
  const modules = [{ type: 'ESModule', path: join(import.meta.dirname, 'caller.js') }];
  const serviceBindings = { SYNC: { name, entrypoint: 'Sync' } };
  const options = { name: 'caller', compatibilityDate, modules, d1Databases, serviceBindings };
  return { name: 'caller', database, migrationsFolder, options };
}

/**
 * Starts workers on a migrated database of their own.
 * @param {import('../../../tools/start/workers.mjs').Worker[]} workers
 * @param {Record<string, string>} variables
 */
export async function startLocally(workers, variables) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'spearyx-jobs-'));
  const runtime = await startRuntime({ workers, variables, dataFolder });
  await applyMigrations(await runtime.database(), workers[0].migrationsFolder);
  return {
    ...runtime,
    async close() {
      await runtime.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
