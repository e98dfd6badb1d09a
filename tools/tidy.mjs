/*
 * clang-tidy over the core, as .clang-tidy has it, in minutes: nearly all it costs is the headers of the libraries, so it checks
 * files together, those that the compiler gets together. What was found clean is not checked again, in any checkout of the
 * machine, until something it depends on has changed.
 *
 * `node tools/run.mjs tools/tidy.mjs wasm/normalize/text/words.cc` checks one file.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { configureOnly } from './build.mjs';
import { cacheHome } from './setup/cache.mjs';
import { SetUpError, isMain, outputOf, projectRoot, runProgram } from './setup/processes.mjs';

const CLANG_TIDY = 'clang-tidy-22';

const USAGE = `node tools/run.mjs tools/tidy.mjs [FILE…]

Checks these sources of the core with clang-tidy, or all of them.
`;

/**
 * Reads how a build folder compiles the core.
 * @param {string} buildFolder
 * @returns {{flags: string[], units: string[]}} the flags of all its files, and these: sources, or lists of sources to include
 */
function compilationOf(buildFolder) {
  const commands = JSON.parse(readFileSync(join(buildFolder, 'compile_commands.json'), 'utf8'));
  const core = commands.filter(({ command }) => command.includes('CMakeFiles/core.dir/') && !command.includes('-x c++-header'));
  const words = core[0].command.split(' ');
  const flags = words.slice(words.findIndex((word) => word.startsWith('-')), words.indexOf('-o'));
  // Another compiler's precompiled header is of no use.
  const precompiled = flags.indexOf('-include-pch');
  return { flags: flags.toSpliced(precompiled, precompiled < 0 ? 0 : 2), units: core.map(({ file }) => file) };
}

/**
 * A hash of everything but the sources that a finding depends on: clang-tidy's version, its checks, the flags
 * and every header.
 * @param {string[]} flags
 * @param {string} [root] the checkout
 */
export function circumstances(flags, root = projectRoot) {
  const headers = globSync('wasm/**/*.h', { cwd: root }).sort();
  const hash = createHash('sha256').update(outputOf(CLANG_TIDY, ['--version']) ?? '');
  // The real place of the libraries tells their versions; the place of the checkout does not matter.
  hash.update(realpathSync(join(root, '.toolchain', 'deps'))).update(flags.join(' ').replaceAll(root, ''));
  for (const file of ['.clang-tidy', ...headers]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * The file that says that a unit was found clean under these circumstances, in whatever checkout.
 * @param {string} unit a source, or a list of sources to include
 * @param {string} under the circumstances
 * @param {string} [root] the checkout
 */
export function stampOf(unit, under, root = projectRoot) {
  const code = readFileSync(unit, 'utf8');
  const hash = createHash('sha256').update(under).update(code.replaceAll(root, ''));
  for (const [, file] of code.matchAll(/^#include "(.*\.cc)"$/gm)) hash.update(readFileSync(file));
  return join(cacheHome(), 'clang-tidy', hash.digest('hex'));
}

/** @returns {Promise<string>} the findings of clang-tidy in a unit, or nothing */
async function findings(unit, flags) {
  const args = ['--quiet', `--config-file=${join(projectRoot, '.clang-tidy')}`, unit, '--', ...flags];
  const child = spawn(CLANG_TIDY, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [found, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return code === 0 ? '' : found || `${CLANG_TIDY} failed with exit code ${code}\n`;
}

/** @param {string} name of a file of the core, as seen from where the command was given */
function coreFile(name) {
  const file = resolve(name);
  const [folder, inside] = relative(projectRoot, file).split(sep);
  if (folder !== 'wasm' || inside === 'boundary' || !file.endsWith('.cc') || !existsSync(file)) {
    throw new SetUpError(`${name} is no source of the core; one is wasm/api/jobs/jobs.cc.\n\n${USAGE}`);
  }
  return file;
}

/**
 * @param {string[]} [files] sources of the core; all of it unless told
 * @throws {SetUpError} naming what clang-tidy found in them
 */
export async function tidy(files) {
  const { flags, units } = compilationOf(await configureOnly('native'));
  await mkdir(join(cacheHome(), 'clang-tidy'), { recursive: true });
  const under = circumstances(flags);
  const waiting = (files ?? units).filter((unit) => !existsSync(stampOf(unit, under)));
  let found = '';
  const worker = async () => {
    for (let unit = waiting.shift(); unit; unit = waiting.shift()) {
      const foundHere = await findings(unit, flags);
      found += foundHere;
      if (!foundHere) await writeFile(stampOf(unit, under), '');
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (found) throw new SetUpError(`clang-tidy:\n${found}`);
}

async function main(args) {
  if (args.includes('--help')) return void process.stdout.write(USAGE);
  await tidy(args.length > 0 ? args.map(coreFile) : undefined);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
