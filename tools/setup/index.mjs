import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheHome, linkTo } from './cache.mjs';
import { openArchive } from './debian-archive.mjs';
import { installPackages, missingPackages } from './debian-packages.mjs';
import * as emscripten from './emscripten.mjs';
import * as headerLibraries from './header-libraries.mjs';
import { howToInstall } from './how-to-install.mjs';
import { withLock } from './lock.mjs';
import { thisMachine } from './machine.mjs';
import { SetUpError, findBrowser, findOnPath, isMain, projectRoot, runProgram } from './processes.mjs';

/*
 * Makes a fresh checkout buildable. What it provides lies in .toolchain/, which the CMake presets
 * and nothing else refer to:
 *   emscripten          the Emscripten root: emcc, em++
 *   emscripten.config   for EM_CONFIG
 *   emscripten.cmake    includes the toolchain file where it really lies: Emscripten's programs know no
 *                       blank in their path, and a checkout's may have one
 *   deps                a prefix with the header-only libraries
 */

/** The parts of the set-up: the Debian packages of each, those that only make it faster, and the programs and files they bring. */
const PARTS = {
  wasm: {
    purpose: 'the WebAssembly build',
    packages: ['cmake', 'ninja-build', 'python3'],
    helpful: ['ccache'],
    things: ['cmake', 'ninja', 'python3'],
    provides: ['deps', 'emscripten'],
  },
  native: {
    purpose: 'the native build and its tests',
    packages: [
      ...['clang-19', 'libc++-19-dev', 'libc++abi-19-dev', 'lld-19', 'libclang-rt-19-dev'],
      ...['clang-tidy-22', 'clang-format-19', 'ninja-build', 'cmake', 'libsqlite3-dev', 'googletest'],
    ],
    helpful: ['ccache'],
    things: ['clang++-19', 'ld.lld-19', 'clang-tidy-22', 'clang-format-19', 'ninja', 'cmake', 'GoogleTest', 'SQLite'],
    provides: ['deps'],
  },
  browser: {
    purpose: 'the browser tests',
    packages: ['chromium-headless-shell', 'fonts-liberation'],
    helpful: [],
    things: ['Chromium'],
    provides: [],
  },
};

/** Whether a thing of the parts is here, where that is not a program of its name on PATH. */
const IS_HERE = {
  GoogleTest: () => existsSync('/usr/src/googletest/CMakeLists.txt'),
  SQLite: () => existsSync('/usr/include/sqlite3.h'),
  Chromium: () => Boolean(findBrowser()),
};

const isHere = (thing) => (IS_HERE[thing] ? IS_HERE[thing]() : Boolean(findOnPath(thing)));

/** @typedef {'wasm' | 'native' | 'browser'} Part */

/**
 * The contents of .toolchain/: the version of each recipe, whether it is whole, the things that a machine other
 * than Debian lacks of it, and how to provide them.
 */
const PROVISIONS = {
  deps: {
    recipe: headerLibraries.RECIPE,
    isWhole: (folder) => headerLibraries.hasHeaders(join(folder, 'deps')),
    missing: headerLibraries.missingLibraries,
    provide: async (folder, { machine, ...options }) => {
      const deps = join(folder, 'deps');
      if (machine.system !== 'debian') return headerLibraries.linkLibraries(deps, machine);
      return linkTo(await headerLibraries.provideHeaderLibraries(options), deps);
    },
  },
  emscripten: {
    recipe: emscripten.RECIPE,
    isWhole: (folder) =>
      emscripten.isEmscriptenRoot(join(folder, 'emscripten')) &&
      existsSync(join(folder, 'emscripten.config')) &&
      existsSync(join(folder, 'emscripten.cmake')),
    missing: () => (emscripten.rootOnPath() ? [] : ['Emscripten']),
    provide: async (folder, options) => {
      const config = join(folder, 'emscripten.config');
      const { root, configText, check } = await emscripten.provideEmscripten(options);
      await linkTo(root, join(folder, 'emscripten'));
      await writeAtOnce(config, configText);
      await writeAtOnce(join(folder, 'emscripten.cmake'), `include("${join(root, emscripten.TOOLCHAIN_FILE)}")\n`);
      await check(config);
    },
  },
};

const recipeFile = (folder, name) => join(folder, `${name}.recipe`);

function isProvided(folder, name) {
  const { recipe, isWhole } = PROVISIONS[name];
  const file = recipeFile(folder, name);
  return existsSync(file) && readFileSync(file, 'utf8') === recipe && isWhole(folder);
}

async function writeAtOnce(file, text) {
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, text);
  await rename(temporary, file);
}

const unique = (lists) => [...new Set(lists.flat())];

/**
 * The Debian packages that the parts need and this machine lacks; only root is asked to install those that
 * merely help.
 */
function missingPackagesOf(parts) {
  const helpful = process.getuid() === 0 ? parts.map((part) => part.helpful) : [];
  return missingPackages(unique([...parts.map((part) => part.packages), ...helpful]));
}

/**
 * Everything that the parts need and this machine or checkout lacks.
 * @param {Part[]} names
 * @param {{root?: string, machine?: import('./machine.mjs').Machine}} [options]
 * @returns {{packages: string[], things: string[], provisions: string[]}} packages on Debian, things elsewhere
 */
export function findMissing(names, { root = projectRoot, machine = thisMachine() } = {}) {
  const parts = names.map((name) => PARTS[name]);
  const folder = join(root, '.toolchain');
  const provisions = unique(parts.map((part) => part.provides)).filter((name) => !isProvided(folder, name));
  if (machine.system === 'debian') return { packages: missingPackagesOf(parts), things: [], provisions };
  const things = unique(parts.map((part) => part.things)).filter((thing) => !isHere(thing));
  return { packages: [], things: [...things, ...provisions.flatMap((name) => PROVISIONS[name].missing(machine))], provisions };
}

async function provideAll(names, { root, machine, log }) {
  const folder = join(root, '.toolchain');
  let opened;
  const archive = () => (opened ??= openArchive({ codename: machine.codename, log }));
  try {
    for (const name of names) {
      await PROVISIONS[name].provide(folder, { archive, machine, log });
      // Last, since it vouches for the rest.
      await writeAtOnce(recipeFile(folder, name), PROVISIONS[name].recipe);
    }
  } finally {
    await (await opened?.catch(() => undefined))?.close();
  }
}

async function installMissing(parts, where, log) {
  const install = async () => {
    const { packages } = findMissing(parts, where);
    if (packages.length > 0) await installPackages(packages, { log });
  };
  const onWait = () => log('waiting: another process installs Debian packages');
  await withLock(join(cacheHome(), 'debian-packages.lock'), install, onWait);
}

/**
 * Sets up everything that the parts need, and leaves alone the things already in place.
 * @param {Part[]} parts
 * @param {object} [options]
 * @param {(line: string) => void} [options.log] gets a line per step
 * @param {string} [options.root] the checkout
 * @param {import('./machine.mjs').Machine} [options.machine]
 * @returns {Promise<boolean>} whether there was something to do
 * @throws {SetUpError} that says what the user has to install
 */
export async function setUp(parts, { log = logStep, root = projectRoot, machine = thisMachine() } = {}) {
  const { packages, things, provisions } = findMissing(parts, { root, machine });
  if (things.length > 0) throw new SetUpError(howToInstall(things, machine));
  if (packages.length > 0) await installMissing(parts, { root, machine }, log);
  if (provisions.length > 0) await provideAll(provisions, { root, machine, log });
  return packages.length + provisions.length > 0;
}

/** @param {string} line */
export function logStep(line) {
  console.log(`Set-up: ${line}`);
}

function usage() {
  const parts = Object.entries(PARTS).map(
    ([name, { purpose }]) => `  ${name.padEnd(9)}${purpose}\n`,
  );
  return (
    'Usage: node tools/setup/index.mjs [--check] [part…]\n\n' +
    `${parts.join('')}  all      everything, also without a name\n\n` +
    '  --check  only say what is missing\n'
  );
}

function report(missing) {
  for (const [kind, names] of Object.entries(missing)) {
    if (names.length > 0) logStep(`missing ${kind}: ${names.join(' ')}`);
  }
  return Object.values(missing).some((names) => names.length > 0) ? 1 : 0;
}

async function main(args) {
  if (args.includes('--help')) return void console.log(usage());
  const named = args.filter((arg) => arg !== '--check' && arg !== 'all');
  const unknown = named.find((name) => !Object.hasOwn(PARTS, name));
  if (unknown) throw new SetUpError(`There is no part “${unknown}”.\n\n${usage()}`);
  const parts = named.length > 0 && !args.includes('all') ? named : Object.keys(PARTS);
  if (args.includes('--check') && report(findMissing(parts)) !== 0) return 1;
  const changed = !args.includes('--check') && (await setUp(parts));
  logStep(changed ? 'done' : 'everything is in place');
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
