import { open, readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checkToolchain } from './check-toolchain.mjs';
import { MINIMUM_EMSCRIPTEN, emscriptenConfig } from './emscripten-config.mjs';
import { withSharedLibraries } from './package-index.mjs';
import { SetUpError, run } from './processes.mjs';
import { isAtLeast } from './version.mjs';

/*
 * Emscripten and LLVM from a newer Debian, on this one. They want a newer glibc than the machine's,
 * so the copy brings its own, and every program in it is told to use the copy's loader and
 * libraries.
 */

async function isElf(file) {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === '\x7fELF';
  } finally {
    await handle.close();
  }
}

async function elfFilesIn(folder) {
  const files = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = join(folder, entry.name);
    if (entry.isFile() && (await isElf(file))) files.push(file);
  }
  return files;
}

/** The folder of the copy's shared libraries, and the loader in it. */
async function loaderIn(copy) {
  for (const triplet of await readdir(join(copy, 'usr/lib'))) {
    const libraries = join(copy, 'usr/lib', triplet);
    const names = triplet.includes('-linux-') ? await readdir(libraries) : [];
    const loader = names.find((name) => /^ld-linux.*\.so\.\d+$/.test(name));
    if (loader) return { libraries, loader: join(libraries, loader) };
  }
  throw new SetUpError('The libc6 of the private Emscripten has no loader.');
}

/** Makes the copy's programs, LLVM's number `llvm`, run on the copy's own libraries. */
async function bindToOwnLibraries(copy, llvm) {
  const { libraries, loader } = await loaderIn(copy);
  const patchelf = join(copy, 'usr/bin/patchelf');
  const patch = (args) =>
    run(loader, ['--library-path', libraries, patchelf, ...args], { onLine: () => {} });
  const rpath = ['--force-rpath', '--set-rpath', libraries];

  const programs = [
    ...(await elfFilesIn(join(copy, 'usr/lib', `llvm-${llvm}`, 'bin'))),
    ...(await elfFilesIn(join(copy, 'usr/bin'))),
  ].filter((file) => file !== patchelf);
  await patch(['--set-interpreter', loader, ...rpath, ...programs]);

  // These two search folders of their own, and so would not find what they need.
  const own = /^(libLLVM|libclang-cpp)\.so\./;
  const searching = (await elfFilesIn(libraries)).filter((file) => own.test(basename(file)));
  await patch([...rpath, ...searching]);
}

function describeAll(describe) {
  const emscripten = describe(['emscripten']).get('emscripten');
  if (!emscripten || !isAtLeast(emscripten.version, MINIMUM_EMSCRIPTEN)) {
    const found = emscripten?.version ?? 'none';
    throw new SetUpError(
      `Emscripten ${MINIMUM_EMSCRIPTEN} or later is needed; the Debian suite has ${found}.`,
    );
  }
  const clang = emscripten.depends.find((name) => /^clang-\d+$/.test(name));
  if (!clang) throw new SetUpError('The emscripten package does not say which clang it needs.');
  const llvm = clang.slice('clang-'.length);
  // clang and llvm by name only: they depend on much that Emscripten never calls.
  const plain = describe(['emscripten', clang, `llvm-${llvm}`, `libclang-common-${llvm}-dev`]);
  const roots = ['binaryen', `lld-${llvm}`, `libclang-cpp${llvm}`, 'patchelf'];
  const packages = [...plain.values(), ...withSharedLibraries(roots, describe)];
  return { llvm, version: emscripten.version, packages };
}

/** Fills `folder` with a private Emscripten that has proved to work. */
export async function makePrivateEmscripten(folder, { archive, log }) {
  const { describe, unpack } = await archive();
  const { llvm, version, packages } = describeAll(describe);
  const megabytes = Math.round(packages.reduce((sum, { size }) => sum + size, 0) / 1e6);
  log(`fetching Emscripten ${version.split('+')[0]}, LLVM ${llvm}: ${megabytes} MB`);
  await unpack(packages, folder);
  await bindToOwnLibraries(folder, llvm);
  const config = join(folder, 'emscripten.config');
  const settings = {
    LLVM_ROOT: join(folder, 'usr/lib', `llvm-${llvm}`, 'bin'),
    BINARYEN_ROOT: join(folder, 'usr'),
    CACHE: join(folder, 'cache'),
  };
  await writeFile(
    config,
    emscriptenConfig((key) => settings[key]),
  );
  await checkToolchain(join(folder, 'usr/share/emscripten'), config, { log });
}
