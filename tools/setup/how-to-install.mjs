import { MINIMUM_EMSCRIPTEN } from './emscripten-config.mjs';

/*
 * Advice for machines other than Debian, where the set-up installs nothing: for each thing that can be missing, the packages that
 * bring it, by system, and commands where a system has no package of it or only an old one.
 */

const EMSDK = [
  'git clone --depth 1 https://github.com/emscripten-core/emsdk ~/emsdk',
  '~/emsdk/emsdk install latest && ~/emsdk/emsdk activate latest',
  '. ~/emsdk/emsdk_env.sh   # emcc is on the PATH of this shell now',
];
const GLAZE = [
  'git clone --depth 1 --branch v9.0.0 https://github.com/stephenberry/glaze /tmp/glaze',
  'cmake -S /tmp/glaze -B /tmp/glaze/build -Dglaze_DEVELOPER_MODE=OFF && sudo cmake --install /tmp/glaze/build',
];

const STB = [
  'git clone --depth 1 https://github.com/nothings/stb /tmp/stb',
  'sudo mkdir -p /usr/local/include/stb && sudo cp /tmp/stb/stb_truetype.h /usr/local/include/stb/',
];

/**
 * @type {Record<string, {minimum?: string, homebrew?: string, ubuntu?: string, fedora?: string, commands?: string[], forTests?: boolean}>}
 */
const THINGS = {
  cmake: { homebrew: 'cmake', ubuntu: 'cmake', fedora: 'cmake' },
  ninja: { homebrew: 'ninja', ubuntu: 'ninja-build', fedora: 'ninja-build' },
  python3: { homebrew: 'python', ubuntu: 'python3', fedora: 'python3' },
  Emscripten: { minimum: MINIMUM_EMSCRIPTEN, homebrew: 'emscripten', commands: EMSDK },
  glaze: { minimum: '9.0', homebrew: 'glaze', commands: GLAZE },
  'nlohmann/json': { minimum: '3.11.2', homebrew: 'nlohmann-json', ubuntu: 'nlohmann-json3-dev', fedora: 'json-devel' },
  xxHash: { homebrew: 'xxhash', ubuntu: 'libxxhash-dev', fedora: 'xxhash-devel' },
  stb_truetype: { ubuntu: 'libstb-dev', fedora: 'stb_truetype-devel', commands: STB },
  'clang++-19': { ubuntu: 'clang-19 libc++-19-dev libc++abi-19-dev libclang-rt-19-dev', forTests: true },
  'ld.lld-19': { ubuntu: 'lld-19', forTests: true },
  'clang-format-19': { ubuntu: 'clang-format-19', forTests: true },
  'clang-tidy-22': { ubuntu: 'clang-tidy-22', forTests: true },
  GoogleTest: { ubuntu: 'googletest', forTests: true },
  SQLite: { ubuntu: 'libsqlite3-dev', forTests: true },
  Chromium: { ubuntu: 'chromium-browser', forTests: true },
};

const INSTALL = { homebrew: 'brew install', ubuntu: 'sudo apt-get install', fedora: 'sudo dnf install' };

/** The tests on Debian 12, where the set-up installs all they need: on a copy, which keeps the checkout's own programs. */
const CONTAINER =
  'docker run --rm -it -v "$PWD:/project:ro" node:22-bookworm sh -c "cp -r /project /work && cd /work && git clean -fdxq && npm test"';

/**
 * The least version of a thing that will do.
 * @param {string} thing
 * @returns {string} '0' where any will
 */
export const minimumOf = (thing) => THINGS[thing].minimum ?? '0';

const withMinimum = (thing) => (THINGS[thing].minimum ? `${thing} (${THINGS[thing].minimum} or later)` : thing);

/**
 * Says what is missing, and the commands that bring it.
 * @param {string[]} things names of programs and libraries
 * @param {import('./machine.mjs').Machine} machine
 * @returns {string}
 */
export function howToInstall(things, { system }) {
  const packages = things.map((thing) => THINGS[thing][system]).filter(Boolean);
  const others = things.filter((thing) => !THINGS[thing][system]);
  const commands = others.flatMap((thing) => THINGS[thing].commands ?? []);
  const rest = others.filter((thing) => !THINGS[thing].commands);
  if (packages.length > 0) commands.unshift(`${INSTALL[system]} ${packages.join(' ')}`);
  const lines = [`Missing: ${things.map(withMinimum).join(', ')}.`];
  if (commands.length > 0) lines.push('To install it:', ...commands.map((line) => `  ${line}`));
  if (rest.length > 0) lines.push(`Install ${rest.join(', ')} with your system’s package manager.`);
  if (things.some((thing) => THINGS[thing].forTests)) lines.push('Or run the tests in a container:', `  ${CONTAINER}`);
  return [...lines, 'Then run this again.'].join('\n');
}
