import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cached } from './cache.mjs';
import { debianRelease } from './debian-packages.mjs';
import { SetUpError } from './processes.mjs';
import { isAtLeast } from './version.mjs';

/*
 * The header-only libraries of the core, in one prefix for the native and the WebAssembly build.
 * /usr is no such prefix: a cross-compiler that looks there finds the machine's own headers.
 */

/** Changes with what is provided, so that who has an older one gets the new one. */
export const RECIPE = 'header-libraries-1';
const PACKAGES = ['libglaze-dev', 'nlohmann-json3-dev', 'libxxhash-dev'];
const HEADERS = ['glaze/glaze.hpp', 'nlohmann/json.hpp', 'xxhash.h'];
const VERSIONS = [
  ['glaze', '9.0', 'share/glaze/glazeConfigVersion.cmake'],
  ['nlohmann/json', '3.11.2', 'share/cmake/nlohmann_json/nlohmann_jsonConfigVersion.cmake'],
];

/** Whether a prefix holds all of the libraries. */
export function hasHeaders(prefix) {
  return HEADERS.every((header) => existsSync(join(prefix, 'include', header)));
}

function checkVersions(prefix) {
  for (const [library, minimum, file] of VERSIONS) {
    const text = readFileSync(join(prefix, file), 'utf8');
    const version = /set\s*\(PACKAGE_VERSION "([^"]*)"\)/.exec(text)?.[1] ?? 'unknown';
    if (isAtLeast(version, minimum)) continue;
    throw new SetUpError(
      `${library} ${minimum} or later is needed; the Debian suite has ${version}.`,
    );
  }
}

function ownPrefix() {
  const named = (process.env.CMAKE_PREFIX_PATH ?? '').split(delimiter).filter(Boolean);
  const prefix = [...named, '/opt/homebrew', '/usr/local'].find(hasHeaders);
  if (prefix) return realpathSync(prefix);
  throw new SetUpError(
    'Missing libraries: glaze 9.0 or later, nlohmann/json 3.11.2 or later, xxHash.\n' +
      'Install them with a prefix of their own (cmake --install … --prefix ~/.local/spearyx),\n' +
      'name that prefix in CMAKE_PREFIX_PATH, and run this again.',
  );
}

/**
 * A prefix with the header-only libraries and their CMake packages.
 * @param {{archive: () => Promise<object>, log: (line: string) => void}} options
 * @returns {Promise<string>}
 */
export async function provideHeaderLibraries({ archive, log }) {
  if (!debianRelease()) return ownPrefix();
  const folder = await cached(
    RECIPE,
    async (made) => {
      const { describe, unpack } = await archive();
      log('fetching the header-only libraries: glaze, nlohmann/json, xxHash');
      await unpack([...describe(PACKAGES).values()], join(made, 'unpacked'));
      await rename(join(made, 'unpacked/usr/include'), join(made, 'include'));
      await rename(join(made, 'unpacked/usr/share'), join(made, 'share'));
      // xxHash is used as a header; its machine code must not be found by a WebAssembly link.
      await rm(join(made, 'unpacked'), { recursive: true });
      checkVersions(made);
      if (!hasHeaders(made))
        throw new SetUpError(`${PACKAGES.join(', ')} lack the headers expected.`);
    },
    { log },
  );
  return folder;
}
