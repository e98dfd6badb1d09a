import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cached, linkTo } from './cache.mjs';
import { minimumOf } from './how-to-install.mjs';
import { SetUpError } from './processes.mjs';
import { isAtLeast } from './version.mjs';

/*
 * The header-only libraries of the core and a font, in one prefix for the native and the WebAssembly build.
 * /usr is no such prefix: a cross-compiler that looks there finds the machine's own headers.
 */

/** The version of the recipe. It changes with the things that are provided, so that older ones are replaced. */
export const RECIPE = 'header-libraries-2';

/** Each library: its Debian package, its parts in a prefix, and which of them tells the version. */
const LIBRARIES = {
  glaze: { package: 'libglaze-dev', parts: ['include/glaze', 'share/glaze'], version: 'share/glaze/glazeConfigVersion.cmake' },
  'nlohmann/json': {
    package: 'nlohmann-json3-dev',
    parts: ['include/nlohmann', 'share/cmake/nlohmann_json'],
    version: 'share/cmake/nlohmann_json/nlohmann_jsonConfigVersion.cmake',
  },
  xxHash: { package: 'libxxhash-dev', parts: ['include/xxhash.h'] },
  stb_truetype: { package: 'libstb-dev', parts: ['include/stb/stb_truetype.h'] },
};
const NAMES = Object.keys(LIBRARIES);

/**
 * The font of pictures for Chinese, Japanese and Korean, which are drawn where a machine has it; its “full” sister lacks
 * Korean.
 */
const FONT = { package: 'fonts-droid-fallback', part: 'share/fonts-droid-fallback/truetype/DroidSansFallback.ttf' };

const hasParts = (prefix, name) => LIBRARIES[name].parts.every((part) => existsSync(join(prefix, part)));

/** Whether a prefix holds all of the libraries. */
export const hasHeaders = (prefix) => NAMES.every((name) => hasParts(prefix, name));

function versionIn(prefix, name) {
  const file = LIBRARIES[name].version;
  const text = file ? readFileSync(join(prefix, file), 'utf8') : '';
  return file ? (/set\s*\(PACKAGE_VERSION "([^"]*)"\)/.exec(text)?.[1] ?? 'unknown') : '0';
}

const isRecent = (prefix, name) => isAtLeast(versionIn(prefix, name), minimumOf(name));

/** The first prefix that has a library in a version that will do; those that are named come before the machine's own. */
function prefixOf(name, { prefixes }) {
  const named = (process.env.CMAKE_PREFIX_PATH ?? '').split(delimiter).filter(Boolean);
  return [...named, ...prefixes].find((prefix) => hasParts(prefix, name) && isRecent(prefix, name));
}

/**
 * The libraries that a machine lacks, or has in a version too old.
 * @param {import('./machine.mjs').Machine} machine
 */
export const missingLibraries = (machine) => NAMES.filter((name) => !prefixOf(name, machine));

/**
 * Makes a prefix of links to the libraries that are installed, each wherever it is.
 * @param {string} folder
 * @param {import('./machine.mjs').Machine} machine
 */
export async function linkLibraries(folder, machine) {
  await rm(folder, { recursive: true, force: true });
  for (const name of NAMES) {
    const prefix = prefixOf(name, machine);
    for (const part of LIBRARIES[name].parts) await linkTo(realpathSync(join(prefix, part)), join(folder, part));
  }
  const font = machine.prefixes.map((prefix) => join(prefix, FONT.part)).find(existsSync);
  if (font) await linkTo(font, join(folder, FONT.part));
}

/**
 * A prefix with the header-only libraries and their CMake packages, from a newer Debian.
 * @param {{archive: () => Promise<object>, log: (line: string) => void}} options
 * @returns {Promise<string>}
 */
export async function provideHeaderLibraries({ archive, log }) {
  const folder = await cached(
    RECIPE,
    async (made) => {
      const { describe, unpack } = await archive();
      log(`fetching the header-only libraries: ${NAMES.join(', ')}`);
      const packages = [...NAMES.map((name) => LIBRARIES[name].package), FONT.package];
      await unpack([...describe(packages).values()], join(made, 'unpacked'));
      await rename(join(made, 'unpacked/usr/include'), join(made, 'include'));
      await rename(join(made, 'unpacked/usr/share'), join(made, 'share'));
      // xxHash is used as a header; its machine code must not be found by a WebAssembly link.
      await rm(join(made, 'unpacked'), { recursive: true });
      const useless = NAMES.filter((name) => !hasParts(made, name) || !isRecent(made, name));
      if (useless.length > 0) throw new SetUpError(`The Debian suite has no ${useless.join(', ')} that will do.`);
    },
    { log },
  );
  return folder;
}
