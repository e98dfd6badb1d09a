/*
 * The built site in workerd, with a door before its database and a cache of its own.
 */
import { join } from 'node:path';
import { projectRoot } from '../../../tools/setup/processes.mjs';
import { TOKEN, seedPostings, tickWorkers } from './api.mjs';
import { startWorkers, workerConfig } from './harness.mjs';

/**
 * @typedef {{statements: number, sessions: string[]}} Passed what has passed the door since it was last asked
 *
 * @typedef {object} Site
 * @property {D1Database} db
 * @property {(path: string, init?: RequestInit) => Promise<{status: number, headers: Headers, text: string}>} ask a path of jobs.example, or a whole address
 * @property {(state?: {failure?: string, delayMs?: number, laterS?: number}) => Promise<Passed>} door
 * @property {() => string} logs
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Site>} with a few postings */
export async function startSite() {
  const { assets: _, ...config } = workerConfig('jobs', {
    main: join(projectRoot, 'tests/worker/support/doored-site.js'),
    vars: { SYNC_TOKEN: TOKEN },
  });
  const { db, getWorker, logs, close } = await startWorkers(config, ...tickWorkers());
  await seedPostings(db, 40);
  const worker = getWorker();
  const at = (path) => (path.startsWith('/') ? `https://jobs.example${path}` : path);
  return {
    db,
    logs,
    close,
    async ask(path, init) {
      const response = await worker.fetch(at(path), { redirect: 'manual', ...init });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    async door(state) {
      const init = state ? { method: 'PUT', body: JSON.stringify(state) } : {};
      return (await worker.fetch(at('/.door'), init)).json();
    },
  };
}
