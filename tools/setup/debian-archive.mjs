import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debianMirrors, readAptSources } from './apt-sources.mjs';
import { parseDeb822 } from './deb822.mjs';
import { debianRelease } from './debian-packages.mjs';
import { SetUpError, outputOf, run } from './processes.mjs';

/*
 * Packages of a newer Debian than the machine's, unpacked into folders of our own. apt gets a
 * private area with its own sources, index and cache, so that neither root nor a change to the
 * machine is needed; it verifies every download against the archive's signature.
 */

const SUITE = 'forky';
const KEYRINGS = ['gpg', 'pgp'].map((end) => `/usr/share/keyrings/debian-archive-keyring.${end}`);

/**
 * A package of the suite.
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {number} size bytes to download
 * @property {string[]} depends names, the first of each group of alternatives
 */

/**
 * The packages that `apt-cache show` describes.
 * @param {string} text
 * @returns {Map<string, Package>} by name
 */
export function parsePackages(text) {
  const packages = parseDeb822(text).map((stanza) => ({
    name: stanza.get('package'),
    version: stanza.get('version'),
    size: Number(stanza.get('size')),
    depends: (stanza.get('depends') ?? '')
      .split(',')
      .map((group) => group.trim().split(/[\s:(|]/)[0])
      .filter(Boolean),
  }));
  return new Map(packages.map((entry) => [entry.name, entry]));
}

const isSharedLibrary = (name) => /^lib(?!.*-dev$)/.test(name) || name === 'zlib1g';

/**
 * The given packages and the shared libraries they need, directly or not.
 * @param {string[]} roots
 * @param {(names: string[]) => Map<string, Package>} describe
 * @returns {Package[]}
 */
export function withSharedLibraries(roots, describe) {
  const found = new Map();
  let next = roots;
  while (next.length > 0) {
    for (const [name, entry] of describe(next)) found.set(name, entry);
    const needed = next.flatMap((name) => found.get(name)?.depends ?? []).filter(isSharedLibrary);
    next = [...new Set(needed)].filter((name) => !found.has(name));
  }
  return [...found.values()];
}

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

async function readIndex(area) {
  const mirrors = debianMirrors(readAptSources(), debianRelease().codename);
  const failures = [];
  for (const mirror of mirrors) {
    await layOut(area, mirror);
    try {
      const update = [...aptOptions(area), '-q', '--error-on=any', 'update'];
      return await run('apt-get', update, { onLine: () => {} });
    } catch (error) {
      failures.push(error.message);
    }
  }
  const why = failures.join('\n') || 'No Debian mirror among the sources in /etc/apt.';
  throw new SetUpError(`The package index of Debian ${SUITE} cannot be read.\n${why}`);
}

/**
 * Reads the suite's package index from the machine's own mirror into a private area.
 * @param {{log: (line: string) => void}} options
 */
export async function openArchive({ log }) {
  const area = await mkdtemp(join(tmpdir(), 'spearyx-apt-'));
  log(`reading the package index of Debian ${SUITE}`);
  await readIndex(area);

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
      onLine: () => {},
    });
    await mkdir(root, { recursive: true });
    for (const deb of await readdir(debs)) {
      await run('dpkg-deb', ['--extract', join(debs, deb), root], { onLine: () => {} });
    }
    await rm(debs, { recursive: true });
  };

  return { describe, unpack, close: () => rm(area, { recursive: true, force: true }) };
}
