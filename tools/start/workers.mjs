import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { unstable_getMiniflareWorkerOptions, unstable_readConfig } from 'wrangler';

/*
 * The workers of this checkout, as their wrangler files say: a worker is there when its file is.
 */

/**
 * @typedef {object} Worker
 * @property {string} name as deployed
 * @property {string[]} crons
 * @property {string} database its D1 binding
 * @property {string} migrationsFolder
 * @property {object} options what Miniflare is told: bindings, modules, dates
 */

/**
 * The wrangler files, by worker: "web" for wrangler.toml, else the middle of wrangler.<name>.toml.
 * @param {string} root
 * @returns {Map<string, string>} paths by name, the web site first
 */
export function findConfigs(root) {
  const named = readdirSync(root)
    .map((file) => /^wrangler(?:\.([\w-]+))?\.toml$/.exec(file))
    .filter(Boolean)
    .map(([file, name = 'web']) => [name, join(root, file)]);
  return new Map(named.sort(([a], [b]) => (b === 'web') - (a === 'web')));
}

/**
 * Bundles a worker as wrangler would. A `.wasm` import stays an import: Workers compile no
 * WebAssembly at run time.
 * @param {string} main
 */
export async function bundle(main) {
  const { outputFiles } = await build({
    entryPoints: [main],
    bundle: true,
    format: 'esm',
    keepNames: true,
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:*', 'node:*'],
    loader: { '.wasm': 'copy' },
    outdir: dirname(main),
    write: false,
  });
  const isCode = ({ path }) => path.endsWith('.js');
  // Miniflare takes the first module for the entry.
  return outputFiles
    .sort((a, b) => isCode(b) - isCode(a))
    .map((file) =>
      isCode(file)
        ? { type: 'ESModule', path: file.path, contents: file.text }
        : { type: 'CompiledWasm', path: file.path, contents: file.contents },
    );
}

/**
 * @param {string} configPath
 * @returns {Promise<Worker>}
 */
export async function loadWorker(configPath) {
  const config = unstable_readConfig({ config: configPath });
  const { workerOptions, main } = unstable_getMiniflareWorkerOptions(configPath);
  // Rules are for whoever looks for modules by himself; ours are given.
  const { modulesRules: _, ...options } = workerOptions;
  const [database] = config.d1_databases;
  return {
    name: config.name,
    crons: config.triggers.crons ?? [],
    database: database.binding,
    migrationsFolder: resolve(dirname(configPath), database.migrations_dir),
    options: { ...options, name: config.name, modules: await bundle(main), modulesRoot: dirname(main) },
  };
}
