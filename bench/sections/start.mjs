/*
 * What it takes until a worker has done its first work, and how large it is.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { makeBody } from '../bodies.mjs';
import { cpuMs } from '../measure/process.mjs';
import { spread } from '../measure/statistics.mjs';
import { startSourceServer } from '../source-server.mjs';
import { startSubject } from '../subjects.mjs';

/** What is deployed for a sync: the scripts as wrangler minifies them, and the modules they import. */
const BUNDLES = {
  'spearyx-sync-ats': ['js-shim/ats.js', ['ats.wasm']],
  'spearyx-sync-aggregator': ['js-shim/aggregator.js', ['aggregator.wasm']],
  'spearyx-sync-discovery': ['js-shim/discovery.js', ['discovery.wasm']],
  'API of spearyx-jobs': ['js-shim/api.js', ['api.wasm']],
  'plain worker': ['bench/plain/worker.ts', []],
  'plain worker, with sanitize-html': ['bench/plain/worker-with-view.ts', []],
};

const sizes = (bytes) => ({ bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });

async function sizeOfScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*', '*.wasm'],
    write: false,
  });
  return sizes(outputFiles[0].contents);
}

export async function measureSizes() {
  const rows = [];
  for (const [name, [entry, modules]] of Object.entries(BUNDLES)) {
    const wasm = modules.map((file) => sizes(readFileSync(join(projectRoot, 'build/wasm-release', basename(file)))));
    rows.push({ name, script: await sizeOfScript(entry), wasm: wasm[0] ?? null });
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
