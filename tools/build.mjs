import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { setUp } from './setup/index.mjs';
import { withLock } from './setup/lock.mjs';
import { thisMachine } from './setup/machine.mjs';
import { SetUpError, findOnPath, isMain, projectRoot, run, runProgram } from './setup/processes.mjs';
import { makeOnce } from './setup/stamp.mjs';

/**
 * The targets of a build: the CMake preset, the parts of the set-up it needs, its goals, and the step behind
 * it.
 */
const TARGETS = {
  wasm: { preset: 'wasm-release', parts: ['wasm'] },
  web: { preset: 'wasm-release', parts: ['wasm'], next: buildWeb },
  bench: { preset: 'wasm-release', parts: ['wasm'], goals: ['all', 'stages', 'sanitizer'] },
  week: { preset: 'native-release', parts: ['native'], goals: ['week'] },
  rotation: { preset: 'native-release', parts: ['native'], goals: ['rotation'] },
  serving: { preset: 'native-release', parts: ['native'], goals: ['serving'] },
  labels: { preset: 'native-debug', parts: ['native'], goals: ['labels'] },
  native: { preset: 'native-debug', parts: ['native'] },
  release: { preset: 'native-release', parts: ['native'] },
};

/** @typedef {keyof typeof TARGETS} Target */

const toolchain = (name) => join(projectRoot, '.toolchain', name);

/**
 * A hash of everything that a configured build folder depends on beyond CMake's own watch: the presets, the
 * place of the checkout, the real place of the toolchain (CMake keeps what it learnt about a compiler), and
 * whether there is a ccache.
 */
function fingerprint(preset, root) {
  const places = ['deps', ...(preset.startsWith('wasm') ? ['emscripten'] : [])];
  return createHash('sha256')
    .update(readFileSync(join(root, 'CMakePresets.json')))
    .update([root, ...places.map((name) => realpathSync(join(root, '.toolchain', name))), findOnPath('ccache')].join('\n'))
    .digest('hex');
}

/**
 * Shows a build's progress: on a terminal in one line that changes, elsewhere line by line; nothing when there
 * was nothing to do. Messages of compilers come through in full.
 */
function progress() {
  const terminal = process.stdout.isTTY;
  let open = false;
  const close = () => {
    if (open) process.stdout.write('\r\x1b[K');
    open = false;
  };
  const onLine = (line) => {
    const isStep = /^\[\d+\/\d+\] /.test(line);
    if (line === 'ninja: no work to do.' || /^\[\d+\/\d+\] Re-checking globbed/.test(line)) return;
    close();
    open = Boolean(terminal && isStep);
    process.stdout.write(open ? line.slice(0, process.stdout.columns - 1) : `${line}\n`);
  };
  return { onLine, close };
}

async function cmake(args, options) {
  const { onLine, close } = progress();
  try {
    await run('cmake', args, { ...options, onLine, tailLines: 0 });
  } finally {
    close();
  }
}

/**
 * Configures a build folder; anew where its checkout was moved or copied, which CMake itself refuses.
 * @param {string} preset
 * @param {object} [options] as those of `run`
 * @param {string} [root] the checkout
 */
export function configure(preset, options, root = projectRoot) {
  const stamp = join(root, 'build', preset, 'configured');
  return makeOnce(stamp, () => fingerprint(preset, root), () => cmake(['--fresh', '--preset', preset], { cwd: root, ...options }));
}

const onWait = (target) => () => console.log(`Build: waiting for another build of ${target}`);
const lockOf = (preset) => join(projectRoot, 'build', `${preset}.lock`);

/**
 * Brings the set-up and the configuration of a target up to date, for tools that read what the compiler
 * is told.
 * @param {Target} target
 * @returns {Promise<string>} its build folder
 */
export async function configureOnly(target) {
  const { preset, parts } = TARGETS[target];
  await setUp(parts);
  await withLock(lockOf(preset), (lock) => configure(preset, { lock }), onWait(target));
  return join(projectRoot, 'build', preset);
}

/**
 * The variables that Emscripten's programs read. Each call of the compiler starts a Python; Debian's own starts sooner than one
 * behind a version manager, while that of other systems may be older than an Emscripten installed there wants.
 */
function emscriptenEnvironment() {
  const isDebian = thisMachine().system === 'debian';
  return { EM_CONFIG: toolchain('emscripten.config'), ...(isDebian && { EMSDK_PYTHON: process.env.EMSDK_PYTHON ?? '/usr/bin/python3' }) };
}

/**
 * Brings the set-up of a target up to date, then the target. Builds of the same target, in whatever processes,
 * go one after the other.
 * @param {Target} target
 * @param {string[]} [extra] goals of CMake besides the target's own
 * @throws {SetUpError} when it cannot be built; what CMake and the compilers said has been shown
 */
export async function build(target, extra = []) {
  const { preset, parts, goals = ['all'], next } = TARGETS[target];
  await setUp(parts);
  const env = preset.startsWith('wasm') ? emscriptenEnvironment() : {};
  const jobs = String(process.env.CMAKE_BUILD_PARALLEL_LEVEL || availableParallelism());
  const buildOnce = async (lock) => {
    const options = { cwd: projectRoot, env, lock };
    await configure(preset, options);
    await cmake(['--build', '--preset', preset, '--parallel', jobs, '--target', ...goals, ...extra], options);
  };
  await withLock(lockOf(preset), buildOnce, onWait(target));
  await next?.();
}

async function main([target, ...rest]) {
  const names = Object.keys(TARGETS).join('|');
  const usage = `Usage: node tools/run.mjs tools/build.mjs ${names}`;
  if (target === '--help') return void console.log(usage);
  if (!Object.hasOwn(TARGETS, target ?? '') || rest.length > 0) throw new SetUpError(usage);
  await build(target);
}

if (isMain(import.meta.url)) await runProgram(() => main(process.argv.slice(2)));
