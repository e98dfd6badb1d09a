/*
 * The cost of a worker's start until it has done its first work, and its size.
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { bundle } from '../../tools/start/workers.mjs';
import { makeBody } from '../bodies.mjs';
import { cpuMs } from '../measure/process.mjs';
import { spread } from '../measure/statistics.mjs';
import { startSourceServer } from '../source-server.mjs';
import { startSubject } from '../subjects.mjs';

/** The deployed workers, by their entries. */
const ENTRIES = {
  'spearyx-sync-ats': 'js-shim/ats.js',
  'spearyx-sync-aggregator': 'js-shim/aggregator.js',
  'spearyx-sync-discovery': 'js-shim/discovery.js',
  'API of spearyx-jobs': 'js-shim/api.js',
  'plain worker': 'bench/plain/worker.ts',
  'plain worker, with sanitize-html': 'bench/plain/worker-with-view.ts',
};

function sizes({ contents }) {
  const bytes = Buffer.from(contents);
  return { bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

export async function measureSizes() {
  const rows = [];
  for (const [name, entry] of Object.entries(ENTRIES)) {
    const [script, wasm] = await bundle(join(projectRoot, entry));
    rows.push({ name, script: sizes(script), wasm: wasm ? sizes(wasm) : null });
  }
  return rows;
}

/** Processor time of workerd from its start to the end of the first answer. */
async function startOnce(name, server) {
  const start = performance.now();
  const subject = await startSubject(name, server.url);
  try {
    await subject.forget({ source: 'greenhouse' });
    const ready = cpuMs(subject.pid);
    if (name === 'nothing') await subject.receive(1);
    else await subject.count({ source: 'greenhouse' });
    return { totalCpuMs: cpuMs(subject.pid), firstCpuMs: cpuMs(subject.pid) - ready, wallMs: performance.now() - start };
  } finally {
    await subject.close();
  }
}

/** @param {{rounds: number, say: (line: string) => void}} options */
export async function measureStart({ rounds, say }) {
  const server = await startSourceServer();
  server.serve(makeBody('greenhouse', 10));
  const figures = { nothing: [], ours: [], plain: [] };
  try {
    for (let round = 0; round < rounds; ++round) {
      say(`start: round ${round + 1} of ${rounds}`);
      for (const name of Object.keys(figures)) figures[name].push(await startOnce(name, server));
    }
  } finally {
    await server.close();
  }
  const spreadOf = (list, field) => spread(list.map((one) => one[field]));
  return Object.entries(figures).map(([name, list]) => ({
    name,
    totalCpuMs: spreadOf(list, 'totalCpuMs'),
    firstCpuMs: spreadOf(list, 'firstCpuMs'),
  }));
}
