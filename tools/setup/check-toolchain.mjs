import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpError, run } from './processes.mjs';

const SOURCE = fileURLToPath(new URL('toolchain-check.cc', import.meta.url));
// Those of cmake/wasm.cmake that choose which variants of Emscripten's libraries are linked.
const FLAGS = [
  ...['-std=c++23', '-O3', '-msimd128', '-fno-exceptions', '-fno-rtti', '-flto'],
  ...['-sSTANDALONE_WASM', '--no-entry', '-sALLOW_MEMORY_GROWTH'],
];

async function runModule(file) {
  const module = await WebAssembly.compile(await readFile(file));
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => 0;
  }
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();
  return exports.sum_of_lengths(10);
}

/**
 * Compiles and runs a small program the way the workers are built. The first time, Emscripten
 * builds its own libc and libc++ for that.
 * @param {string} root
 * @param {string} config file
 * @param {{log: (line: string) => void}} options
 * @throws {SetUpError} when the toolchain does not work
 */
export async function checkToolchain(root, config, { log }) {
  const folder = await mkdtemp(join(tmpdir(), 'spearyx-check-'));
  const wasm = join(folder, 'check.wasm');
  let announced = false;
  const onLine = (line) => {
    const library = /generating system library:.*\/(\S+)\.\.\./.exec(line)?.[1];
    if (library && !announced) log("building Emscripten's own libraries, once, about a minute");
    announced ||= Boolean(library);
    if (library) log(`  ${library}`);
  };
  try {
    const env = { EM_CONFIG: config };
    await run(join(root, 'em++'), [...FLAGS, SOURCE, '-o', wasm], { env, onLine });
    const sum = await runModule(wasm);
    if (sum !== 45)
      throw new SetUpError(`The program compiled by ${root} is wrong: ${sum}, not 45.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
