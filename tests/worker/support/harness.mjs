/*
 * The built workers in real workerd with a real D1, through wrangler's own test harness. What they
 * fetch goes through this process's `globalThis.fetch`, which sources.mjs stubs.
 */
import { join } from 'node:path';
import { createTestHarness, experimental_readRawConfig } from 'wrangler';
import { projectRoot } from '../../../tools/setup/processes.mjs';

// Neither what a request from Cloudflare would carry is looked up, nor usage told.
Object.assign(process.env, { CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' });

/**
 * The configuration under which a worker is deployed, with changes; without its build, which the test
 * runner has done.
 * @param {string} worker ats, aggregator, discovery, or jobs: the API's
 * @param {object} [changes]
 */
export function workerConfig(worker, { vars, ...changes } = {}) {
  const file = worker === 'jobs' ? 'wrangler.toml' : `wrangler.${worker}.toml`;
  const { rawConfig } = experimental_readRawConfig({ config: join(projectRoot, file) });
  const { build: _, ...config } = rawConfig;
  return { ...config, ...changes, vars: { ...config.vars, ...vars } };
}

/** The entry of a sync worker that never waits; timed.js says how. */
export const leapingEntry = (worker) => join(projectRoot, 'tests/worker/support', `leaping-${worker}.js`);

/**
 * The configuration of the ATS worker, which does not wait.
 * @param {object} [changes]
 */
export const atsConfig = (changes) => workerConfig('ats', { main: leapingEntry('ats'), ...changes });

/**
 * @typedef {object} Workers
 * @property {D1Database} db
 * @property {() => Promise<{outcome: string}>} tick delivers a cron event to the first worker
 * @property {(name?: string) => object} getWorker wrangler's handle of a worker
 * @property {() => string} logs what the workers have logged since the last call
 * @property {() => Promise<void>} close
 */

/**
 * Starts workers on a fresh database.
 * @param {...object} configs wrangler configurations; the first is the worker under test
 * @returns {Promise<Workers>}
 */
export async function startWorkers(...configs) {
  const workers = configs.map((config) => ({ config }));
  const harness = createTestHarness({ root: projectRoot, workers });
  await harness.listen();
  const worker = harness.getWorker(configs[0].name);
  await worker.applyD1Migrations('DB');
  const { DB: db } = await worker.getEnv();
  // Jobicy has a turn an hour, and so few of the turns that tests count.
  await db.prepare("INSERT INTO source_state (source, cooldown_until) VALUES ('jobicy', unixepoch() + 86400)").run();
  return {
    db,
    tick: () => worker.scheduled({ cron: configs[0].triggers.crons[0] }),
    getWorker: (name = configs[0].name) => harness.getWorker(name),
    logs() {
      const messages = harness.getLogs().map(({ message }) => message);
      harness.clearLogs();
      return messages.join('\n');
    },
    close: () => harness.close(),
  };
}
