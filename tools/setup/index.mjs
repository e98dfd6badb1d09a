import { existsSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheHome, linkTo } from './cache.mjs';
import { openArchive } from './debian-archive.mjs';
import { debianRelease, installPackages, missingPackages } from './debian-packages.mjs';
import * as emscripten from './emscripten.mjs';
import * as headerLibraries from './header-libraries.mjs';
import { withLock } from './lock.mjs';
import { SetUpError, findOnPath, isMain, projectRoot, runProgram } from './processes.mjs';

/*
 * Makes a fresh checkout buildable. What it provides lies in .toolchain/, which the CMake presets
 * and nothing else refer to:
 *   emscripten          the Emscripten root: emcc, em++
 *   emscripten.config   for EM_CONFIG
 *   emscripten.cmake    includes the toolchain file where it really lies: Emscripten's programs know no
 *                       blank in their path, and a checkout's may have one
 *   deps                a prefix with the header-only libraries
 */

/**
 * What can be set up: the Debian packages of each part, those that only make it faster, and elsewhere the programs they bring.
 */
const PARTS = {
  wasm: {
    purpose: 'the WebAssembly build',
    packages: ['cmake', 'ninja-build', 'python3'],
    helpful: ['ccache'],
    programs: ['cmake', 'ninja', 'python3'],
    provides: ['deps', 'emscripten'],
  },
  native: {
    purpose: 'the native build and its tests',
    packages: [
      ...['clang-19', 'libc++-19-dev', 'libc++abi-19-dev', 'lld-19', 'libclang-rt-19-dev'],
      ...[
        'clang-tidy-22',
        'clang-format-19',
        'ninja-build',
        'cmake',
        'libsqlite3-dev',
        'googletest',
      ],
    ],
    helpful: ['ccache'],
    programs: ['clang++-19', 'ld.lld-19', 'clang-tidy-22', 'clang-format-19', 'ninja', 'cmake'],
    provides: ['deps'],
  },
  browser: {
    purpose: 'the browser tests',
    packages: ['chromium-headless-shell', 'fonts-liberation'],
    helpful: [],
    programs: ['chromium'],
    provides: [],
  },
};

/** @typedef {'wasm' | 'native' | 'browser'} Part */

/** What .toolchain/ can hold: the version of its recipe, whether it is whole, how to provide it. */
const PROVISIONS = {
  deps: {
    recipe: headerLibraries.RECIPE,
    isWhole: (folder) => headerLibraries.hasHeaders(join(folder, 'deps')),
    provide: async (folder, options) =>
      linkTo(await headerLibraries.provideHeaderLibraries(options), join(folder, 'deps')),
  },
  emscripten: {
    recipe: emscripten.RECIPE,
    isWhole: (folder) =>
      emscripten.isEmscriptenRoot(join(folder, 'emscripten')) &&
      existsSync(join(folder, 'emscripten.config')) &&
      existsSync(join(folder, 'emscripten.cmake')),
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
 * What the parts need and this machine or checkout lacks.
 * @param {Part[]} parts
 * @param {string} root
 */
export function findMissing(parts, root = projectRoot) {
  const wanted = parts.map((part) => PARTS[part]);
  // Nobody is asked to install what is not needed.
  const helpful = process.getuid() === 0 ? wanted.map((part) => part.helpful) : [];
  const folder = join(root, '.toolchain');
  const onDebian = Boolean(debianRelease());
  return {
    packages: onDebian ? missingPackages(unique([...wanted.map((part) => part.packages), ...helpful])) : [],
    programs: onDebian
      ? []
      : unique(wanted.map((part) => part.programs)).filter((name) => !findOnPath(name)),
    provisions: unique(wanted.map((part) => part.provides)).filter(
      (name) => !isProvided(folder, name),
    ),
  };
}

async function provideAll(names, root, log) {
  const folder = join(root, '.toolchain');
  let opened;
  const archive = () => (opened ??= openArchive({ log }));
  try {
    for (const name of names) {
      await PROVISIONS[name].provide(folder, { archive, log });
      // Last, since it vouches for the rest.
      await writeAtOnce(recipeFile(folder, name), PROVISIONS[name].recipe);
    }
  } finally {
    await (await opened?.catch(() => undefined))?.close();
  }
}

/**
 * Sets up what the parts need; what is in place already is left alone.
 * @param {Part[]} parts
 * @param {{log?: (line: string) => void, root?: string}} [options] `log` gets a line per step
 * @returns {Promise<boolean>} whether there was something to do
 * @throws {SetUpError} that says what the user has to install
 */
export async function setUp(parts, { log = logStep, root = projectRoot } = {}) {
  const { packages, programs, provisions } = findMissing(parts, root);
  if (programs.length > 0) {
    throw new SetUpError(
      `Missing programs: ${programs.join(', ')}.\n` +
        'Install them so that they are on PATH, and run this again.',
    );
  }
  if (packages.length > 0) {
    const install = async () => {
      const stillMissing = findMissing(parts, root).packages;
      if (stillMissing.length > 0) await installPackages(stillMissing, { log });
    };
    const onWait = () => log('waiting: another process installs Debian packages');
    await withLock(join(cacheHome(), 'debian-packages.lock'), install, onWait);
  }
  if (provisions.length > 0) await provideAll(provisions, root, log);
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
