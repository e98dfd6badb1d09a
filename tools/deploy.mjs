/*
 * npm run deploy, deploy:workers, deploy:ats, …: puts workers on Cloudflare with wrangler, after a look
 * at what would make that fail.
 */
import { join } from 'node:path';
import { build } from './build.mjs';
import { SetUpError, isMain, outputOf, projectRoot, readArguments, run, runProgram } from './setup/processes.mjs';

const PLACEHOLDER_ID = '00000000-0000-0000-0000-000000000000';
const WRANGLER = join(projectRoot, 'node_modules', '.bin', 'wrangler');

// Workers that others bind to come first, the web site last.
const ORDER = ['ats', 'aggregator', 'discovery', 'web'];
const GROUPS = { workers: ORDER.slice(0, -1), all: ORDER };

const USAGE = `node tools/run.mjs tools/deploy.mjs ${[...ORDER, ...Object.keys(GROUPS)].join('|')} [--dry-run]

  --dry-run   build and bundle, print the sizes, send nothing
`;

/** The wrangler files of the workers that a name stands for, as far as they are there. */
function configsOf(name, configs) {
  const names = GROUPS[name] ?? [name];
  const known = names.filter((one) => configs.has(one));
  if (known.length === 0) throw new SetUpError(`There is no worker “${name}”.\n\n${USAGE}`);
  return known.map((one) => [one, configs.get(one)]);
}

const isLoggedIn = () => Boolean(process.env.CLOUDFLARE_API_TOKEN) || outputOf(WRANGLER, ['whoami', '--json']) !== undefined;

/**
 * The steps that have to be done by hand first; none when the way is free.
 * @param {[string, string][]} configs names and wrangler files
 * @param {{readConfig: typeof import('wrangler').unstable_readConfig, isLoggedIn: () => boolean}} account
 * @returns {string[]}
 */
export function findObstacles(configs, { readConfig, isLoggedIn }) {
  const unnamed = configs
    .filter(([, config]) => readConfig({ config }).d1_databases.some((db) => db.database_id === PLACEHOLDER_ID))
    .map(([name]) => name);
  const obstacles = [];
  if (unnamed.length > 0) {
    obstacles.push(
      `The configuration of ${unnamed.join(', ')} names no database. Create one with ` +
        '`npm run wrangler -- d1 create spearyx-jobs` and put the id it prints into `database_id` of every wrangler file.',
    );
  }
  if (!isLoggedIn()) {
    obstacles.push('Nobody is logged in. Run `npm run wrangler -- login`, or set CLOUDFLARE_API_TOKEN.');
  }
  return obstacles;
}

async function main(args) {
  const flag = { type: 'boolean', default: false };
  const options = { 'dry-run': flag, help: flag };
  const { values, positionals } = readArguments({ args, allowPositionals: true, options }, USAGE);
  if (values.help) return void process.stdout.write(USAGE);
  if (positionals.length !== 1) throw new SetUpError(USAGE);
  // Not before it is needed, since it loads wrangler.
  const { findConfigs } = await import('./start/workers.mjs');
  const { unstable_readConfig: readConfig } = await import('wrangler');
  const configs = configsOf(positionals[0], findConfigs(projectRoot));
  const dryRun = values['dry-run'];
  const obstacles = dryRun ? [] : findObstacles(configs, { readConfig, isLoggedIn });
  if (obstacles.length > 0) throw new SetUpError(obstacles.map((text) => `• ${text}`).join('\n'));
  await build(configs.some(([name]) => name === 'web') ? 'web' : 'wasm');
  for (const [name, config] of configs) {
    console.log(`\n── ${name}`);
    const outdir = join(projectRoot, 'build', 'deploy', name);
    const extra = dryRun ? ['--dry-run', '--outdir', outdir] : [];
    const env = { WRANGLER_SEND_METRICS: 'false' };
    await run(WRANGLER, ['deploy', '-c', config, ...extra], { cwd: projectRoot, env });
  }
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
