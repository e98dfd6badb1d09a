import { SetUpError, outputOf, run } from './processes.mjs';

/**
 * The wanted packages that are not (fully) installed.
 * @param {string[]} wanted
 * @param {string} statuses lines of `package<TAB>status`, the status being ${db:Status-Status}
 * @returns {string[]}
 */
export function missingFrom(wanted, statuses) {
  const lines = statuses.split('\n').map((line) => line.split('\t'));
  const installed = new Set(
    lines.filter(([, status]) => status === 'installed').map(([name]) => name),
  );
  return wanted.filter((name) => !installed.has(name));
}

/**
 * The wanted packages that this machine lacks.
 * @param {string[]} wanted
 */
export function missingPackages(wanted) {
  if (wanted.length === 0) return [];
  const format = '${Package}\\t${db:Status-Status}\\n';
  // dpkg-query fails when it does not know one of the names, and still answers for the others.
  const statuses = outputOf('dpkg-query', ['-W', '-f', format, ...wanted], { evenIfFailed: true });
  return missingFrom(wanted, statuses ?? '');
}

function knowsAll(packages) {
  const known = new Set(outputOf('apt-cache', ['pkgnames'])?.split('\n'));
  return packages.every((name) => known.has(name));
}

const quietly = { env: { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }, onLine: () => {} };

function aptGet(...args) {
  return run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=600', ...args], quietly);
}

/** Puts apt in order: a killed dpkg leaves work half done, an old index names files long gone. */
async function repairApt() {
  // A failure here is either put right by the next step or reported by the installation itself.
  await run('dpkg', ['--configure', '-a'], quietly).catch(() => {});
  await aptGet('update').catch(() => {});
  await aptGet('install', '--fix-broken').catch(() => {});
}

/**
 * Installs packages from the machine's own sources.
 * @param {string[]} packages
 * @param {{log: (line: string) => void}} options
 * @throws {SetUpError} when not root, with the command to run; or when apt fails
 */
export async function installPackages(packages, { log }) {
  const install = ['install', '--no-install-recommends', ...packages];
  if (process.getuid() !== 0) {
    throw new SetUpError(
      `Missing Debian packages: ${packages.join(' ')}\n` +
        'Install them, then run this again:\n' +
        `  sudo apt-get update && sudo apt-get -y ${install.join(' ')}`,
    );
  }
  log(`installing Debian packages: ${packages.join(' ')}`);
  if (!knowsAll(packages)) await aptGet('update');
  await aptGet(...install).catch(async () => {
    log('that did not work; once more after putting apt in order');
    await repairApt();
    await aptGet(...install);
  });
}
