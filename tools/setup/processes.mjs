import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, closeSync, constants, openSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** An error that the user can act on: its message says what to do, and no stack trace is shown. */
export class SetUpError extends Error {}

/** The folder of this checkout. */
export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function hasTerminal() {
  try {
    closeSync(openSync('/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits until `child` has ended and its output is read. Signals that arrive meanwhile are passed on
 * to it, and this process outlives it. A terminal delivers Ctrl-C to every process in front by
 * itself, so SIGINT is passed on only where there is none.
 * @param {import('node:child_process').ChildProcess} child
 * @returns how the child ended, and the first signal this process got
 */
export async function waitFor(child) {
  let received;
  const passOn = (signal) => {
    received ??= signal;
    if (signal !== 'SIGINT' || !hasTerminal()) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  try {
    const [code, signal] = await once(child, 'close');
    return { code, signal, received };
  } finally {
    for (const signal of SIGNALS) process.off(signal, passOn);
  }
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] added to this process's environment
 * @param {(line: string) => void} [options.onLine] gets the output instead of the terminal
 * @param {number} [options.tailLines] how much of that output a failure's message repeats
 * @param {import('./lock.mjs').Lock} [options.lock] kept by the command, should this process die
 * @throws {SetUpError} when the command cannot be started or fails
 */
export async function run(command, args, { cwd, env, onLine, tailLines = 30, lock } = {}) {
  const stdio = onLine ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio });
  const release = child.pid && lock?.share(child.pid);
  const tail = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(line);
      if (tail.length > tailLines) tail.shift();
      onLine(line);
    });
  }
  const { code, signal, received } = await waitFor(child)
    .catch((error) => {
      throw new SetUpError(`${command} cannot be started: ${error.message}`);
    })
    .finally(() => release?.());
  if (received) process.kill(process.pid, received);
  if (code === 0) return;
  const how = signal ? `ended by ${signal}` : `failed with exit code ${code}`;
  throw new SetUpError([`${command} ${args.join(' ')} ${how}`, ...tail].join('\n'));
}

/**
 * The output of a command, or undefined when it cannot be run or fails. For quick questions only.
 * @param {string} command
 * @param {string[]} args
 * @param {{env?: NodeJS.ProcessEnv, evenIfFailed?: boolean}} [options]
 * @returns {string | undefined}
 */
export function outputOf(command, args, { env, evenIfFailed = false } = {}) {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    return evenIfFailed && typeof error.stdout === 'string' ? error.stdout : undefined;
  }
}

/**
 * The executable file that `name` means on PATH, links resolved.
 * @param {string} name
 * @returns {string | undefined}
 */
export function findOnPath(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return realpathSync(file);
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/**
 * The Chromium of this machine. The headless shell is the same engine without the windows of a browser: each page takes half the work.
 * @returns {string | undefined}
 */
export const findBrowser = () => ['chromium-headless-shell', 'chromium', 'google-chrome'].map(findOnPath).find(Boolean);

/**
 * Reads a command line as parseArgs of node:util does.
 * @template {import('node:util').ParseArgsConfig} Config
 * @param {Config} config
 * @param {string} usage
 * @throws {SetUpError} for what is refused, with the usage
 */
export function readArguments(config, usage) {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new SetUpError(`${error.message}\n\n${usage}`);
  }
}

/**
 * Writes a file that the user has named.
 * @param {string} file
 * @param {string} text
 * @throws {SetUpError} when it cannot be written
 */
export function writeNamedFile(file, text) {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new SetUpError(`${file} cannot be written: ${error.message}`);
  }
}

/**
 * Whether the module with this URL is the script that was started.
 * @param {string} moduleUrl import.meta.url
 */
export function isMain(moduleUrl) {
  try {
    return realpathSync(process.argv[1]) === realpathSync(fileURLToPath(moduleUrl));
  } catch {
    return false;
  }
}

/**
 * Runs a command-line program: an error for the user shows as its message, a defect with its stack.
 * @param {() => Promise<number | void>} program returns the exit code
 */
export async function runProgram(program) {
  try {
    process.exitCode = (await program()) ?? 0;
  } catch (error) {
    console.error(error instanceof SetUpError ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
