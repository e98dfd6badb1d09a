import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { projectRoot } from '../tools/setup/processes.mjs';

/** One of the plain worker's modules, as JavaScript. @param {string} name of a file in bench/plain */
export async function loadPlain(name) {
  const outfile = join(projectRoot, 'build', 'bench', `${name}.mjs`);
  const entryPoints = [join(projectRoot, 'bench/plain', `${name}.ts`)];
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  await build({ entryPoints, outfile, banner, bundle: true, format: 'esm', platform: 'node', target: 'es2024' });
  return import(pathToFileURL(outfile).href);
}
