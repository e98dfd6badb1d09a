/** The first Emscripten with the C++23 library and the linker options the core is built with. */
export const MINIMUM_EMSCRIPTEN = '4.0';

const KEYS = [
  ...['LLVM_ROOT', 'BINARYEN_ROOT', 'CACHE', 'FROZEN_CACHE'],
  ...['LLVM_ADD_VERSION', 'CLANG_ADD_VERSION'],
];

/**
 * The text of an Emscripten config file, which is Python. NODE_JS is left out: then Emscripten
 * takes the node on PATH.
 * @param {(key: string) => string | undefined} settingOf what is not set, or 'None', is left out
 */
export function emscriptenConfig(settingOf) {
  return KEYS.map((key) => [key, settingOf(key)])
    .filter(([, value]) => value && value !== 'None' && value !== 'False')
    .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
    .join('');
}
