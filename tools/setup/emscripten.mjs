import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cached } from './cache.mjs';
import { checkToolchain } from './check-toolchain.mjs';
import { MINIMUM_EMSCRIPTEN, emscriptenConfig } from './emscripten-config.mjs';
import { makePrivateEmscripten } from './private-emscripten.mjs';
import { findOnPath, outputOf } from './processes.mjs';
import { isAtLeast } from './version.mjs';

/* A recent Emscripten: the one on PATH, or on Debian a private copy from a newer Debian. */

/** The version of the recipe. It changes with the things that are provided, so that older ones are replaced. */
export const RECIPE = 'emscripten-1';
export const TOOLCHAIN_FILE = 'cmake/Modules/Platform/Emscripten.cmake';

/**
 * An Emscripten to build with.
 * @typedef {object} Emscripten
 * @property {string} root the folder with emcc, em++ and the CMake toolchain file
 * @property {string} configText text of the file that EM_CONFIG has to name
 */

/** Whether a folder is an Emscripten root. */
export function isEmscriptenRoot(folder) {
  return existsSync(join(folder, 'emcc')) && existsSync(join(folder, TOOLCHAIN_FILE));
}

/** Finds the root near the wrapper that package managers put on PATH. */
function rootOf(emcc) {
  const folders = ['.', '../libexec', '../share/emscripten', '../lib/emscripten'];
  return folders.map((folder) => join(dirname(emcc), folder)).find(isEmscriptenRoot);
}

/**
 * The root of the Emscripten on PATH, if that is recent enough.
 * @returns {string | undefined}
 */
export function rootOnPath() {
  const emcc = findOnPath('emcc');
  const root = emcc && rootOf(emcc);
  return root && isAtLeast(outputOf(emcc, ['-dumpversion']) ?? '', MINIMUM_EMSCRIPTEN) ? root : undefined;
}

/** @returns {Emscripten | undefined} */
function emscriptenOnPath() {
  const root = rootOnPath();
  if (!root) return undefined;
  // Said in full, so that a build does not depend on the shell that starts it.
  const ask = (key) => outputOf(join(root, 'em-config'), [key])?.trim();
  return { root, configText: emscriptenConfig(ask) };
}

/**
 * An Emscripten that works: from PATH, or on Debian a private copy.
 * @param {{archive: () => Promise<object>, log: (line: string) => void}} options
 * @returns {Promise<Emscripten & {check: (config: string) => Promise<void>}>} `check` is still to
 *   be called, with the place where the config was written
 */
export async function provideEmscripten({ archive, log }) {
  const installed = emscriptenOnPath();
  if (installed) {
    return { ...installed, check: (config) => checkToolchain(installed.root, config, { log }) };
  }
  const folder = await cached(RECIPE, (made) => makePrivateEmscripten(made, { archive, log }), {
    log,
  });
  return {
    root: join(folder, 'usr/share/emscripten'),
    configText: readFileSync(join(folder, 'emscripten.config'), 'utf8'),
    check: async () => {},
  };
}
