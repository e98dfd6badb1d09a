/*
 * clang-tidy over the core, as .clang-tidy has it, in minutes: nearly all it costs is the headers of the
 * libraries, and a checked unit is many files that share them. Which files fit together it tells from
 * their names: an anonymous namespace is one for all files of a unit. A unit that was found clean is not
 * checked again, in any checkout of the machine, until something it depends on has changed.
 *
 * `node tools/run.mjs tools/tidy.mjs wasm/normalize/words.cc` checks one file; the preset “tidy” of CMake every
 * file by itself.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { configureOnly } from './build.mjs';
import { cacheHome } from './setup/cache.mjs';
import { SetUpError, isMain, outputOf, projectRoot, runProgram } from './setup/processes.mjs';

const CLANG_TIDY = 'clang-tidy-22';

const USAGE = `node tools/run.mjs tools/tidy.mjs [FILE…]

Checks these sources of the core with clang-tidy, or all of them.
`;

/** Units of about this many bytes: few enough to be fast, several to keep all processors busy to the end. */
const UNIT_BYTES = 150_000;

/** What a unit can be made of. */
export class Source {
  /**
   * @param {string} file relative to wasm/
   * @param {string} code
   */
  constructor(file, code) {
    this.file = file;
    this.folder = dirname(file);
    this.code = code;
    this.size = code.length;
    this.words = new Set(code.replaceAll(/"[^"\n]*"|\/\/.*/g, '').match(/\b[A-Za-z_]\w*/g));
    this.declared = declaredNames(code);
  }

  /** Whether a name that one of the two keeps to itself would be seen by the other. */
  clashesWith(other) {
    if (!this.declared.macros.isDisjointFrom(other.words) || !other.declared.macros.isDisjointFrom(this.words)) return true;
    if (this.folder !== other.folder) return false;
    return !this.declared.names.isDisjointFrom(other.words) || !other.declared.names.isDisjointFrom(this.words);
  }
}

/** The names of a file's macros, and those at the beginning of a line in its anonymous namespaces. */
function declaredNames(code) {
  const macros = new Set([...code.matchAll(/^#define (\w+)/gm)].map(([, name]) => name));
  const names = new Set();
  for (const [, inside] of code.matchAll(/^namespace \{$(.*?)^\} +\/\/ namespace$/gms)) {
    for (const [line] of inside.matchAll(/^[A-Za-z].*/gm)) {
      const type = /^(?:struct|class|enum class|enum|using) (\w+)/.exec(line)?.[1];
      const called = /(\w+)\s*(?:[({=;[]|$)/.exec(line)?.[1];
      for (const name of [type, called, ...(line.match(/\bk[A-Z]\w*/g) ?? [])]) if (name) names.add(name);
    }
  }
  return { macros, names };
}

/**
 * Puts files into units in which no name clashes.
 * @param {Source[]} sources
 */
export function groupIntoUnits(sources) {
  /** @type {{size: number, sources: Source[]}[]} */
  const units = [];
  for (const source of sources) {
    const fits = (unit) => unit.size + source.size <= UNIT_BYTES && !unit.sources.some((other) => source.clashesWith(other));
    let unit = units.find(fits);
    if (!unit) units.push((unit = { size: 0, sources: [] }));
    unit.size += source.size;
    unit.sources.push(source);
  }
  return units.map((unit) => unit.sources);
}

/** How the core is compiled, without what is of one file. */
function compilerFlags(buildFolder) {
  const commands = JSON.parse(readFileSync(join(buildFolder, 'compile_commands.json'), 'utf8'));
  const { command } = commands.find(({ file }) => file.startsWith(join(projectRoot, 'wasm/')));
  const words = command.split(' ');
  return words.slice(words.findIndex((word) => word.startsWith('-')), words.indexOf('-o'));
}

/**
 * A hash of all that a finding depends on but the sources: clang-tidy's version, its checks, the flags and every header.
 * @param {string[]} flags
 * @param {string} [root] the checkout
 */
export function circumstances(flags, root = projectRoot) {
  const headers = globSync('wasm/**/*.h', { cwd: root }).sort();
  const hash = createHash('sha256').update(outputOf(CLANG_TIDY, ['--version']) ?? '');
  // Where the libraries really lie tells their versions; where the checkout lies is of no matter.
  hash.update(realpathSync(join(root, '.toolchain', 'deps'))).update(flags.join(' ').replaceAll(root, ''));
  for (const file of ['.clang-tidy', ...headers]) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** The file that says that these sources were found clean under these circumstances, in whatever checkout. */
export function stampOf(sources, under) {
  const hash = createHash('sha256').update(under);
  for (const { file, code } of sources) hash.update(file).update(code);
  return join(cacheHome(), 'clang-tidy', hash.digest('hex'));
}

/** @returns {Promise<string>} what clang-tidy found in a file, or nothing */
async function findings(file, flags) {
  const args = ['--quiet', `--config-file=${join(projectRoot, '.clang-tidy')}`, file, '--', ...flags];
  const child = spawn(CLANG_TIDY, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [found, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return code === 0 ? '' : found || `${CLANG_TIDY} failed with exit code ${code}\n`;
}

/**
 * Checks the files of a unit together, and each by itself where something is found: it could be that they
 * do not go together, which costs minutes, and so is told.
 */
async function check(sources, name, folder, flags) {
  const unit = join(folder, `${name}.cc`);
  await writeFile(unit, sources.map(({ file }) => `#include "${file}"\n`).join(''));
  const together = await findings(unit, flags);
  if (!together) return '';
  let apart = '';
  for (const { file } of sources) apart += await findings(join(projectRoot, 'wasm', file), flags);
  if (!apart) console.warn(`clang-tidy: ${unit} had to be checked file by file, for its files clash:\n${together}`);
  return apart;
}

const coreFiles = () => globSync('**/*.cc', { cwd: join(projectRoot, 'wasm') }).filter((file) => !file.startsWith('boundary/'));

/** @param {string} name of a file, as seen from where the command was given */
function coreFile(name) {
  const file = relative(join(projectRoot, 'wasm'), resolve(name));
  if (!coreFiles().includes(file)) throw new SetUpError(`${name} is no source of the core; one is wasm/api/jobs.cc.\n\n${USAGE}`);
  return file;
}

/**
 * @param {string[]} [files] relative to wasm/; all of the core unless told
 * @throws {SetUpError} naming what clang-tidy found in them
 */
export async function tidy(files = coreFiles()) {
  const buildFolder = await configureOnly('tidy');
  const flags = compilerFlags(buildFolder);
  const folder = join(buildFolder, 'units');
  for (const each of [folder, join(cacheHome(), 'clang-tidy')]) await mkdir(each, { recursive: true });
  const sources = files.sort().map((file) => new Source(file, readFileSync(join(projectRoot, 'wasm', file), 'utf8')));
  const under = circumstances(flags);
  const waiting = [...groupIntoUnits(sources).entries()].filter(([, unit]) => !existsSync(stampOf(unit, under)));
  let found = '';
  const checkNext = async ([name, unit]) => {
    const stamp = stampOf(unit, under);
    const foundHere = await check(unit, name, folder, flags);
    found += foundHere;
    if (!foundHere) await writeFile(stamp, '');
  };
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await checkNext(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  if (found) throw new SetUpError(`clang-tidy:\n${found}`);
}

async function main(args) {
  if (args.includes('--help')) return void process.stdout.write(USAGE);
  await tidy(args.length > 0 ? args.map(coreFile) : undefined);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
