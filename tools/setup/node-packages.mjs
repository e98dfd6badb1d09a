import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { SetUpError, findOnPath, outputOf, run } from './processes.mjs';
import { isAtLeast } from './version.mjs';

/** The least Node for wrangler and the web site, and the first that reads TypeScript, as tests of the site have it. */
export const MINIMUM_NODE = '22.18';

/**
 * The node of the dev dependency `node`, for where the system's is too old; npm links it into .bin only if
 * install scripts may run.
 */
export function bundledNode(root) {
  return join(root, 'node_modules', 'node', 'bin', 'node');
}

function hashOfLockFile(root) {
  const file = join(root, 'package-lock.json');
  if (!existsSync(file)) throw new SetUpError(`${file} is missing.`);
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

// In node_modules, so that it goes when that goes; written last, so that it vouches for the rest.
const stampOf = (root) => join(root, 'node_modules', '.installed-lock-hash');

const isNewEnough = (version) => isAtLeast(version, MINIMUM_NODE);

/**
 * Whether node_modules holds exactly what package-lock.json says, from an installation that was
 * carried through, and a Node where the one at work is too old.
 * @param {string} root
 * @param {string} [version] of the Node at work
 */
export function nodePackagesAreInstalled(root, version = process.versions.node) {
  const stamp = stampOf(root);
  if (!existsSync(stamp) || !(isNewEnough(version) || existsSync(bundledNode(root)))) return false;
  return readFileSync(stamp, 'utf8') === hashOfLockFile(root);
}

async function install(root, { log, lock }) {
  if (!findOnPath('npm')) throw new SetUpError('npm is missing. Install it together with Node.');
  const hash = hashOfLockFile(root);
  log('installing npm packages (npm ci)');
  const args = [
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--no-update-notifier',
  ];
  await run('npm', args, { cwd: root, lock });
  if (!isNewEnough(process.versions.node) && !isNewEnough(outputOf(bundledNode(root), ['--version']) ?? '')) {
    // The package `node` gets its program by an install script, and npm may be told to run none.
    log(`installing Node ${MINIMUM_NODE} or later`);
    const cwd = join(root, 'node_modules', 'node');
    await run(process.execPath, ['installArchSpecificPackage'], { cwd, lock });
  }
  writeFileSync(stampOf(root), hash);
}

/**
 * Brings node_modules up to date with package-lock.json.
 * @param {string} root
 * @param {{log: (line: string) => void}} options
 */
export async function installNodePackages(root, { log }) {
  if (nodePackagesAreInstalled(root)) return;
  const installOnce = async (lock) => {
    if (!nodePackagesAreInstalled(root)) await install(root, { log, lock });
  };
  const onWait = () => log('waiting: another process installs the npm packages');
  await withLock(join(root, '.toolchain', 'npm.lock'), installOnce, onWait);
}
