/** The set-up on machines other than Debian: what it finds there will do, and what it does not find it names with its packages. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, before, beforeEach, describe, test } from 'node:test';
import { howToInstall } from '../../tools/setup/how-to-install.mjs';
import { findMissing, setUp } from '../../tools/setup/index.mjs';
import { machineOf } from '../../tools/setup/machine.mjs';
import { findOnPath, projectRoot } from '../../tools/setup/processes.mjs';

const MAC = ['', 'darwin'];
const UBUNTU = ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\n', 'linux'];
const FEDORA = ['NAME="Fedora Linux"\nID=fedora\nVERSION_ID=43\n', 'linux'];
const ARCH = ['NAME="Arch Linux"\nID=arch\n', 'linux'];

describe('a machine is told by its os-release', () => {
  for (const [what, described, system] of [
    ['Debian', ['PRETTY_NAME="Debian GNU/Linux 12"\nVERSION_CODENAME=bookworm\nID=debian\n', 'linux'], 'debian'],
    ['Ubuntu, which is like Debian and is not Debian', UBUNTU, 'ubuntu'],
    ['Mint, which is like Ubuntu', ['ID=linuxmint\nID_LIKE="ubuntu debian"\n', 'linux'], 'ubuntu'],
    ['Fedora', FEDORA, 'fedora'],
    ['Rocky, which is like Fedora', ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', 'linux'], 'fedora'],
    ['macOS, which has none', MAC, 'homebrew'],
    ['another Linux', ARCH, 'other'],
    ['a Linux that says nothing', ['', 'linux'], 'other'],
  ]) {
    test(what, () => assert.equal(machineOf(...described).system, system));
  }

  test('with the release of a Debian', () => {
    assert.equal(machineOf('ID=debian\nVERSION_CODENAME="bookworm"\n', 'linux').codename, 'bookworm');
    assert.equal(machineOf('ID=debian\n', 'linux').codename, 'sid');
  });
});

describe('on a machine with everything in place', () => {
  const path = process.env.PATH;
  const toolchain = join(projectRoot, '.toolchain');
  let folder;

  const programs = () => join(folder, 'bin');
  const libraries = () => join(folder, 'prefix');
  const machine = (described) => ({ ...machineOf(...described), prefixes: [libraries()] });
  const missingOn = (described) => findMissing(['wasm'], { root: folder, machine: machine(described) }).things;

  function link(part) {
    mkdirSync(dirname(join(libraries(), part)), { recursive: true });
    symlinkSync(realpathSync(join(toolchain, 'deps', part)), join(libraries(), part));
  }
  const putEmcc = (version) => writeFileSync(join(programs(), 'emcc'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  const putGlaze = (version) =>
    writeFileSync(join(libraries(), 'share', 'glaze', 'glazeConfigVersion.cmake'), `set(PACKAGE_VERSION "${version}")\n`);

  before(() => setUp(['wasm'], { log: () => {} }));
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'spearyx-machine-test-')));
    mkdirSync(programs());
    for (const name of ['cmake', 'ninja', 'python3']) symlinkSync(findOnPath(name), join(programs(), name));
    // As package managers have it: a program that starts another one, whose folder lies beside.
    putEmcc('6.0.5');
    symlinkSync(realpathSync(join(toolchain, 'emscripten')), join(folder, 'libexec'));
    for (const part of ['include/glaze', 'include/nlohmann', 'include/xxhash.h', 'include/stb', 'share/cmake']) link(part);
    cpSync(join(toolchain, 'deps', 'share', 'glaze'), join(libraries(), 'share', 'glaze'), { recursive: true });
    process.env.PATH = programs();
  });
  afterEach(() => {
    process.env.PATH = path;
    rmSync(folder, { recursive: true });
  });

  for (const [name, described] of Object.entries({ MAC, UBUNTU, FEDORA, ARCH })) {
    test(`${name}: nothing is missing`, () => assert.deepEqual(missingOn(described), []));
  }

  test('the set-up takes it, and a module that it builds runs', async (t) => {
    process.env.PATH = `${programs()}:${path}`;
    const config = process.env.EM_CONFIG;
    t.after(() => (config === undefined ? delete process.env.EM_CONFIG : (process.env.EM_CONFIG = config)));
    process.env.EM_CONFIG = join(toolchain, 'emscripten.config');
    assert.equal(await setUp(['wasm'], { root: folder, machine: machine(FEDORA), log: () => {} }), true);
    assert.ok(existsSync(join(folder, '.toolchain', 'deps', 'include', 'glaze', 'glaze.hpp')));
    assert.ok(existsSync(join(folder, '.toolchain', 'emscripten', 'emcc')));
    assert.equal(await setUp(['wasm'], { root: folder, machine: machine(FEDORA), log: assert.fail }), false);
  });

  const removeProgram = (name) => () => rmSync(join(programs(), name));
  const removeLibrary = (part) => () => rmSync(join(libraries(), part), { recursive: true });

  for (const [what, thing, spoil, brew, apt, dnf] of [
    ['cmake is not there', 'cmake', removeProgram('cmake'), 'brew install cmake', 'apt-get install cmake', 'dnf install cmake'],
    ['ninja is not there', 'ninja', removeProgram('ninja'), 'brew install ninja', 'apt-get install ninja-build', 'dnf install ninja-build'],
    ['Python is not there', 'python3', removeProgram('python3'), 'brew install python', 'apt-get install python3', 'dnf install python3'],
    ['Emscripten is not there', 'Emscripten', removeProgram('emcc'), 'brew install emscripten', 'emsdk install latest', 'emsdk install latest'],
    ['Emscripten is old', 'Emscripten', () => putEmcc('3.1.69'), 'brew install emscripten', 'emsdk install latest', 'emsdk install latest'],
    ['glaze is not there', 'glaze', removeLibrary('include/glaze'), 'brew install glaze', 'v9.0.0 .*/glaze', 'v9.0.0 .*/glaze'],
    ['glaze is old', 'glaze', () => putGlaze('7.0.2'), 'brew install glaze', 'v9.0.0 .*/glaze', 'v9.0.0 .*/glaze'],
    [
      ...['nlohmann/json is not there', 'nlohmann/json', removeLibrary('include/nlohmann')],
      ...['brew install nlohmann-json', 'apt-get install nlohmann-json3-dev', 'dnf install json-devel'],
    ],
    [
      ...['xxHash is not there', 'xxHash', removeLibrary('include/xxhash.h')],
      ...['brew install xxhash', 'apt-get install libxxhash-dev', 'dnf install xxhash-devel'],
    ],
    [
      ...['stb_truetype is not there', 'stb_truetype', removeLibrary('include/stb')],
      ...['git clone .*/stb ', 'apt-get install libstb-dev', 'dnf install stb_truetype-devel'],
    ],
  ]) {
    test(`${what}: that alone is missed, and what brings it is named`, async () => {
      spoil();
      for (const [described, command] of [
        [MAC, brew],
        [UBUNTU, apt],
        [FEDORA, dnf],
      ]) {
        assert.deepEqual(missingOn(described), [thing]);
        const settingUp = setUp(['wasm'], { root: folder, machine: machine(described), log: assert.fail });
        await assert.rejects(settingUp, ({ message }) => {
          assert.match(message, new RegExp(`^Missing: ${thing}[^,\n]*\\.\n[^]*^  .*${command}[^]*^Then run this again\\.$`, 'm'));
          assert.doesNotMatch(message, /docker/);
          return true;
        });
      }
    });
  }
});

describe('what is missing is said', () => {
  test('at once, with one command for all packages and those for what has none', () => {
    const said = howToInstall(['cmake', 'ninja', 'Emscripten', 'glaze', 'xxHash'], machineOf(...FEDORA)).split('\n');
    assert.equal(said[0], 'Missing: cmake, ninja, Emscripten (4.0 or later), glaze (9.0 or later), xxHash.');
    assert.equal(said[2], '  sudo dnf install cmake ninja-build xxhash-devel');
    assert.equal(said.filter((line) => /emsdk|glaze\/build/.test(line)).length, 4);
    assert.equal(said.at(-1), 'Then run this again.');
  });

  test('in the README, before anybody has to ask', () => {
    const things = ['cmake', 'ninja', 'python3', 'Emscripten', 'glaze', 'nlohmann/json', 'xxHash', 'stb_truetype'];
    for (const described of [MAC, UBUNTU, FEDORA]) {
      const command = /^ {2}((?:brew|sudo) .*)$/m.exec(howToInstall(things, machineOf(...described)))[1];
      assert.ok(readFileSync(join(projectRoot, 'README.md'), 'utf8').includes(`\`${command}\``), command);
    }
  });

  test('by name where the system is not known', () => {
    const said = howToInstall(['cmake', 'xxHash'], machineOf(...ARCH));
    assert.equal(said, 'Missing: cmake, xxHash.\nInstall cmake, xxHash with your system’s package manager.\nThen run this again.');
  });

  for (const [what, described, command] of [
    ['with their packages on Ubuntu', UBUNTU, /^ {2}sudo apt-get install clang-19 libc\+\+-19-dev .* googletest .* chromium-browser$/m],
    ['with a container on a Mac', MAC, /^ {2}docker run .* node:22-bookworm .*npm test"$/m],
    ['with a container on Fedora', FEDORA, /^ {2}docker run .* node:22-bookworm .*npm test"$/m],
  ]) {
    test(`for the tests, ${what}`, () => {
      assert.match(howToInstall(['clang++-19', 'clang-format-19', 'GoogleTest', 'SQLite', 'Chromium'], machineOf(...described)), command);
    });
  }
});
