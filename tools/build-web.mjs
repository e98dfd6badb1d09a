import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './setup/lock.mjs';
import { projectRoot, run } from './setup/processes.mjs';
import { makeOnce } from './setup/stamp.mjs';

/** The files that the built site is made of: its own, the API it answers with, and their tools. */
const SOURCES = [
  'web/{public,src}/**/*',
  'web/*.{ts,json}',
  'wasm/sources/*/sample.json',
  'docs/errors.md',
  'js-shim/**/*.js',
  'build/wasm-release/*.wasm',
  'package-lock.json',
  'wrangler.toml',
];

// Written by the build itself.
const GENERATED = 'routeTree.gen.ts';

function fingerprint() {
  const entries = globSync(SOURCES, { cwd: projectRoot, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== GENERATED);
  const hash = createHash('sha256');
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

async function runVite(lock) {
  console.log('Build: the web site');
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
  // Its output tells of every file; a failure shows the end of it.
  const options = { cwd: projectRoot, onLine: () => {}, tailLines: 40, lock };
  await run(process.execPath, [vite, 'build', 'web', '--config', 'web/vite.config.ts'], options);
}

/**
 * Brings build/web up to date: the worker of the web site and the files it serves. The WebAssembly
 * modules are there already.
 * @throws {SetUpError} with Vite's message
 */
export async function buildWeb() {
  const buildOnce = (lock) => makeOnce(join(projectRoot, 'build', 'web', 'built'), fingerprint, () => runVite(lock));
  const onWait = () => console.log('Build: waiting for another build of the web site');
  await withLock(join(projectRoot, 'build', 'web.lock'), buildOnce, onWait);
}
