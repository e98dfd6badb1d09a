import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheHome } from './cache.mjs';
import { claimName, isAlive } from './lock.mjs';
import { parsePackages } from './package-index.mjs';
import { SetUpError, outputOf, run } from './processes.mjs';

/*
 * Packages of a newer Debian than the machine's, unpacked into folders of our own. apt gets a
 * private area with its own sources, index and cache, so that neither root nor a change to the
 * machine is needed; it verifies every download against the archive's signature.
 */

const SUITE = 'forky';
const QUIETLY = { env: { LC_ALL: 'C' }, onLine: () => {} };
const KEYRINGS = ['gpg', 'pgp'].map((end) => `/usr/share/keyrings/debian-archive-keyring.${end}`);

function aptOptions(area) {
  const options = {
    'Dir::Etc::SourceList': join(area, 'suite.sources'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'Dir::State::Lists': join(area, 'lists'),
    'Dir::State::status': join(area, 'status'),
    'Dir::Cache': join(area, 'cache'),
    'APT::Default-Release': '',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
    'Acquire::AllowInsecureRepositories': 'false',
    'Acquire::AllowDowngradeToInsecureRepositories': 'false',
    'APT::Get::AllowUnauthenticated': 'false',
  };
  // apt's unprivileged user cannot write into a folder below root's home.
  if (process.getuid() === 0) options['APT::Sandbox::User'] = 'root';
  return Object.entries(options).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

/** Makes a folder for this process; the folders of processes that were killed go. */
async function newArea() {
  const areas = join(cacheHome(), 'apt');
  const area = join(areas, claimName());
  await mkdir(area, { recursive: true });
  for (const name of (await readdir(areas)).filter((each) => !isAlive(each))) {
    await rm(join(areas, name), { recursive: true, force: true });
  }
  return area;
}

async function layOut(area, mirror) {
  await mkdir(join(area, 'lists', 'partial'), { recursive: true });
  await mkdir(join(area, 'cache', 'archives', 'partial'), { recursive: true });
  await writeFile(join(area, 'status'), '');
  const source = {
    Types: 'deb',
    URIs: mirror,
    Suites: SUITE,
    Components: 'main',
    Architectures: outputOf('dpkg', ['--print-architecture']).trim(),
    Targets: 'Packages',
    'Signed-By': KEYRINGS.find(existsSync) ?? KEYRINGS[0],
  };
  const lines = Object.entries(source).map(([field, value]) => `${field}: ${value}\n`);
  await writeFile(join(area, 'suite.sources'), lines.join(''));
}

async function update(area, options = []) {
  const args = [...aptOptions(area), ...options, '-q', '--error-on=any', 'update'];
  await run('apt-get', args, QUIETLY);
}

/** Reads one mirror's index; one that is only old, as a frozen mirror's is, still serves. */
async function updateFrom(mirror, area, log) {
  await layOut(area, mirror);
  try {
    await update(area);
  } catch (error) {
    if (!/is expired/.test(error.message)) throw error;
    log(`the mirror's index of Debian ${SUITE} is old, though rightly signed; going on with it`);
    await update(area, ['-o', 'Acquire::Check-Valid-Until=false']);
  }
}

const complaintsOf = (error) => {
  const complaints = error.message.split('\n').filter((line) => /^[EW]:/.test(line));
  return complaints.length > 0 ? complaints.join('\n') : error.message;
};

/**
 * Debian's mirrors among those that apt asks, the likeliest first. Others may use Debian's names for their releases: in the end
 * it is Debian's key that tells, by which the index has to be signed.
 * @param {string} uris lines that `apt-get update --print-uris` prints
 * @param {string} codename of the machine's release, as 'bookworm'
 * @returns {string[]} URIs
 */
export function debianMirrors(uris, codename) {
  const releases = [codename, 'stable', 'oldstable', 'testing', 'unstable', 'sid'];
  const found = [...uris.matchAll(/^'(?!cdrom:)(\S+)\/dists\/([^/']+)\/InRelease'/gm)].filter(([, , suite]) => releases.includes(suite));
  const mirrors = [...new Set(found.map(([, mirror]) => mirror))];
  return mirrors.sort((a, b) => Number(b.endsWith('/debian')) - Number(a.endsWith('/debian')));
}

async function readIndex(area, codename, log) {
  const failures = [];
  for (const mirror of debianMirrors(outputOf('apt-get', ['update', '--print-uris']) ?? '', codename)) {
    try {
      return await updateFrom(mirror, area, log);
    } catch (error) {
      failures.push(`From ${mirror}:\n${complaintsOf(error)}`);
    }
  }
  const why = failures.join('\n') || 'No Debian mirror among the sources in /etc/apt.';
  throw new SetUpError(`The package index of Debian ${SUITE} cannot be read.\n${why}`);
}

/**
 * Reads the suite's package index from the machine's own mirror into a private area.
 * @param {{codename: string, log: (line: string) => void}} options the codename of the machine's own release
 */
export async function openArchive({ codename, log }) {
  const area = await newArea();
  const close = () => rm(area, { recursive: true, force: true });
  log(`reading the package index of Debian ${SUITE}`);
  await readIndex(area, codename, log).catch(async (error) => {
    await close();
    throw error;
  });

  /** @param {string[]} names */
  const describe = (names) =>
    parsePackages(
      outputOf('apt-cache', [...aptOptions(area), 'show', ...names], { evenIfFailed: true }) ?? '',
    );

  /** Unpacks packages into `root`, with nothing configured or run. */
  const unpack = async (packages, root) => {
    const debs = await mkdtemp(join(area, 'debs.'));
    const files = packages.map(({ name, version }) => `${name}=${version}`);
    await run('apt-get', [...aptOptions(area), '-q', 'download', ...files], {
      cwd: debs,
      ...QUIETLY,
    });
    await mkdir(root, { recursive: true });
    for (const deb of await readdir(debs)) {
      await run('dpkg-deb', ['--extract', join(debs, deb), root], QUIETLY);
    }
    await rm(debs, { recursive: true });
  };

  return { describe, unpack, close };
}
