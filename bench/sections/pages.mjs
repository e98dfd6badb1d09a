/*
 * Measures the processor time of an answer when it is made, and when it is given again: the built site with its
 * database and its cache in one workerd, asked over HTTP.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedPostings } from '../../tests/worker/support/api.mjs';
import { applyMigrations } from '../../tools/start/database.mjs';
import { startRuntime } from '../../tools/start/runtime.mjs';
import { findConfigs, loadWorker } from '../../tools/start/workers.mjs';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { cpuMs, withPidOfWorkerd } from '../measure/process.mjs';
import { spread } from '../measure/statistics.mjs';

const POSTINGS = 500;
const REQUESTS = 20;

/** The addresses to measure. A static file shows the cost of HTTP itself; the worker does not see it. */
const ADDRESSES = {
  file: '/favicon.svg',
  board: '/',
  posting: '/jobs/7/',
  list: '/api/v3/jobs?facets=true',
  document: '/api/v3/jobs/7',
};

let asked = 0;
/** The same content under an address that nobody has asked for. */
const unasked = (path) => `${path}${path.includes('?') ? '&' : '?'}n=${(asked += 1)}`;

async function ask(url) {
  const response = await fetch(url, { redirect: 'manual' });
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`);
  await response.arrayBuffer();
}

/** Processor time of a request, on average over many of them. */
async function meanCpuMs(pid, base, pathOf) {
  const start = cpuMs(pid);
  for (let i = 0; i < REQUESTS; ++i) await ask(new URL(pathOf(), base));
  return (cpuMs(pid) - start) / REQUESTS;
}

async function startSite(dataFolder) {
  const workers = await Promise.all([...findConfigs(projectRoot).values()].map(loadWorker));
  const { started, pid } = await withPidOfWorkerd(() => startRuntime({ workers, variables: {}, dataFolder }));
  const db = await started.database();
  await applyMigrations(db, workers[0].migrationsFolder);
  await seedPostings(db, POSTINGS);
  const { data } = await (await fetch(new URL(ADDRESSES.document, started.url))).json();
  return { ...started, pid, addresses: { ...ADDRESSES, posting: ADDRESSES.posting + data.slug } };
}

/** @param {{rounds: number, say: (line: string) => void}} options */
export async function measurePages({ rounds, say }) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'spearyx-bench-'));
  const site = await startSite(dataFolder);
  const times = Object.fromEntries(Object.keys(ADDRESSES).map((name) => [name, { first: [], again: [] }]));
  try {
    for (let round = 0; round <= rounds; ++round) {
      say(`pages: ${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}`);
      for (const [name, path] of Object.entries(site.addresses)) {
        const first = await meanCpuMs(site.pid, site.url, () => unasked(path));
        const again = await meanCpuMs(site.pid, site.url, () => path);
        if (round === 0) continue;
        times[name].first.push(first);
        times[name].again.push(again);
      }
    }
  } finally {
    await site.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  return Object.entries(times).map(([name, { first, again }]) => ({ name, firstCpuMs: spread(first), againCpuMs: spread(again) }));
}
