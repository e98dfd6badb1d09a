import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { cached } from '../../tools/setup/cache.mjs';
import { parsePackages, withSharedLibraries } from '../../tools/setup/package-index.mjs';
import { debianMirrors } from '../../tools/setup/debian-archive.mjs';
import { missingFrom } from '../../tools/setup/debian-packages.mjs';
import { machineOf, thisMachine } from '../../tools/setup/machine.mjs';
import { nodePackagesAreInstalled } from '../../tools/setup/node-packages.mjs';
import { SetUpError, findOnPath, projectRoot, run } from '../../tools/setup/processes.mjs';
import { findMissing } from '../../tools/setup/index.mjs';
import { makeOnce } from '../../tools/setup/stamp.mjs';
import { emscriptenConfig } from '../../tools/setup/emscripten-config.mjs';
import { isAtLeast, versionNumbers } from '../../tools/setup/version.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spearyx-setup-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('versions', () => {
  for (const [version, minimum, expected] of [
    ['6.0.5+dfsg+~1.41.5-2', '4.0', true],
    ['3.1.6~dfsg-5', '4.0', false],
    ['4', '4.0', true],
    ['4.0', '4.0.1', false],
    ['22.9.0', '22.12', false],
    ['v22.23.3\n', '22.12', true],
    ['1:21.1.8-13', '21.1', true],
    ['unknown', '0', false],
    ['', '0', false],
  ]) {
    test(`${JSON.stringify(version)} is ${expected ? '' : 'not '}at least ${minimum}`, () => {
      assert.equal(isAtLeast(version, minimum), expected);
    });
  }

  test('the epoch and the suffix are not part of the numbers', () => {
    assert.deepEqual(versionNumbers('1:6.0.5+dfsg+~1.41.5-2'), [6, 0, 5]);
  });
});

const URIS = `'http://vendor.example/apt/dists/bookworm/InRelease' vendor.example_apt_dists_bookworm_InRelease 0
'http://mirror.example/debian/dists/bookworm/InRelease' mirror.example_debian_dists_bookworm_InRelease 0
'http://mirror.example/debian/dists/bookworm-updates/InRelease' mirror.example_debian_dists_bookworm-updates_InRelease 0
'http://mirror.example/debian-security/dists/bookworm-security/InRelease' mirror.example_debian-security_dists_bookworm-security_InRelease 0
'cdrom:[Debian GNU/Linux 12.1.0 _Bookworm_ - Official]/dists/bookworm/InRelease' cdrom 0
'http://mirror.example/debian/dists/bookworm/main/binary-amd64/Packages.xz' mirror.example_debian_dists_bookworm_main_binary-amd64_Packages 0
'file:/srv/packages/dists/sid/InRelease' _srv_packages_dists_sid_InRelease 0
`;

describe("Debian's mirrors", () => {
  test('are those that apt asks for a release, the likeliest first; security and media are left out', () => {
    assert.deepEqual(debianMirrors(URIS, 'bookworm'), ['http://mirror.example/debian', 'http://vendor.example/apt', 'file:/srv/packages']);
  });

  test('are none where apt knows none', () => assert.deepEqual(debianMirrors('', 'bookworm'), []));

  test('are known to the apt of this machine', { skip: thisMachine().system !== 'debian' && 'not Debian' }, () => {
    const uris = spawnSync('apt-get', ['update', '--print-uris'], { encoding: 'utf8' }).stdout;
    assert.notDeepEqual(debianMirrors(uris, thisMachine().codename), []);
  });
});

describe('Debian packages', () => {
  test('a package counts only when it is fully installed', () => {
    const statuses =
      'cmake\tinstalled\nclang-19\thalf-configured\nlld-19\tconfig-files\nchromium\tnot-installed\n';
    const wanted = ['cmake', 'clang-19', 'lld-19', 'chromium', 'googletest'];
    assert.deepEqual(missingFrom(wanted, statuses), [
      'clang-19',
      'lld-19',
      'chromium',
      'googletest',
    ]);
    assert.deepEqual(missingFrom(wanted, ''), wanted);
  });

  test('the closure follows shared libraries only, alternatives by their first name', () => {
    const index = parsePackages(
      'Package: lld-21\nVersion: 1:21.1.8-13\nSize: 1433176\n' +
        'Depends: libc6 (>= 2.34), libllvm21 (= 1:21.1.8-13), zlib1g (>= 1:1.2.2), perl:any\n\n' +
        'Package: libllvm21\nVersion: 1\nSize: 2\nDepends: libc6, libxml2-16 | libxml2, libc6-dev\n\n' +
        'Package: libc6\nVersion: 2.43-7\nSize: 3\nDepends: libgcc-s1\n\n' +
        'Package: libgcc-s1\nVersion: 16\nSize: 4\nDepends: libc6\n\n' +
        'Package: libxml2-16\nVersion: 2\nSize: 5\n\nPackage: zlib1g\nVersion: 1\nSize: 6\n\n' +
        'Package: perl\nVersion: 5\nSize: 7\n\nPackage: libc6-dev\nVersion: 1\nSize: 8\n',
    );
    const describe = (names) =>
      new Map(names.filter((name) => index.has(name)).map((name) => [name, index.get(name)]));
    const found = withSharedLibraries(['lld-21'], describe);
    assert.deepEqual(found.map(({ name }) => name).sort(), [
      'libc6',
      'libgcc-s1',
      'libllvm21',
      'libxml2-16',
      'lld-21',
      'zlib1g',
    ]);
    assert.equal(index.get('lld-21').size, 1433176);
  });
});

describe('the cache', () => {
  const options = { log: () => {} };
  let before;
  beforeEach(() => {
    before = process.env.XDG_CACHE_HOME;
    process.env.XDG_CACHE_HOME = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });

  test('makes an entry once, also for those that ask at the same time', async () => {
    let made = 0;
    const make = async (entry) => {
      made++;
      await new Promise((resolve) => setTimeout(resolve, 20));
      writeFileSync(join(entry, 'content'), 'whole');
    };
    const ask = () => cached('thing-1', make, options);
    const [first, second] = await Promise.all([ask(), ask()]);
    assert.equal(first, second);
    assert.equal(await ask(), first);
    assert.equal(readFileSync(join(first, 'content'), 'utf8'), 'whole');
    assert.equal(made, 1);
  });

  test('never uses a half-made entry, and clears it away', async () => {
    const half = join(folder, 'spearyx-jobs', 'thing-1.make-killed');
    mkdirSync(half, { recursive: true });
    writeFileSync(join(half, 'content'), 'half');
    const failing = cached('thing-1', () => Promise.reject(new Error('broken off')), options);
    await assert.rejects(failing, /broken off/);
    const entry = await cached(
      'thing-1',
      async (made) => writeFileSync(join(made, 'content'), 'whole'),
      options,
    );
    assert.equal(readFileSync(join(entry, 'content'), 'utf8'), 'whole');
    assert.equal(existsSync(half), false);
  });
});

describe('the stamp of the npm packages', () => {
  const put = (file, text) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  // sha256 of the text "{}"
  const HASH = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
  beforeEach(() => {
    put('package-lock.json', '{}');
    put('node_modules/node/bin/node', '');
  });

  test('vouches for an installation that was carried through', () => {
    put('node_modules/.installed-lock-hash', HASH);
    assert.equal(nodePackagesAreInstalled(folder), true);
  });

  test('is missing after an interrupted installation', () => {
    assert.equal(nodePackagesAreInstalled(folder), false);
  });

  test('is out of date when package-lock.json has changed', () => {
    put('node_modules/.installed-lock-hash', HASH);
    put('package-lock.json', '{"lockfileVersion": 3}');
    assert.equal(nodePackagesAreInstalled(folder), false);
  });

  test('does not vouch for a Node that is gone, where the one at work is too old', () => {
    put('node_modules/.installed-lock-hash', HASH);
    rmSync(join(folder, 'node_modules/node/bin/node'));
    assert.equal(nodePackagesAreInstalled(folder, '20.20.2'), false);
    assert.equal(nodePackagesAreInstalled(folder, '24.1.0'), true);
  });
});

describe('what is made once', () => {
  const a = () => 'a';
  const b = () => 'b';

  /** Asks for it once per fingerprint; answers how often it was made. */
  async function make(fingerprints, whileMaking = () => {}) {
    let made = 0;
    const step = async () => {
      made++;
      whileMaking();
    };
    for (const fingerprint of fingerprints) await makeOnce(join(folder, 'stamp'), fingerprint, step);
    return made;
  }

  test('is made again when something of it has changed', async () => {
    assert.equal(await make([a, a, b, b]), 2);
  });

  test('is made again when something has changed while it was made', async () => {
    let source = 'before';
    const current = () => source;
    assert.equal(await make([current, current, current], () => (source = 'after')), 2);
  });

  test('is made again when that failed', async () => {
    await make([a]);
    await assert.rejects(make([b], () => assert.fail('broken off')), /broken off/);
    assert.equal(await make([a]), 1);
  });
});

describe('.toolchain/', () => {
  const DEBIAN = machineOf('ID=debian\nVERSION_CODENAME=bookworm\n', 'linux');
  const put = (file, text) => {
    const path = join(folder, '.toolchain', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const putAll = () => {
    for (const part of ['glaze/glaze.hpp', 'nlohmann/json.hpp', 'xxhash.h', 'stb/stb_truetype.h']) put(`deps/include/${part}`, '');
    for (const part of ['glaze', 'cmake/nlohmann_json']) put(`deps/share/${part}/config.cmake`, '');
    put('deps.recipe', 'header-libraries-2');
    put('emscripten/emcc', '');
    put('emscripten/cmake/Modules/Platform/Emscripten.cmake', '');
    put('emscripten.config', '');
    put('emscripten.cmake', '');
    put('emscripten.recipe', 'emscripten-1');
  };
  const missing = (...parts) => findMissing(parts, { root: folder, machine: DEBIAN }).provisions;

  test('a bare checkout lacks what each part needs, and nothing twice', () => {
    assert.deepEqual(missing('wasm'), ['deps', 'emscripten']);
    assert.deepEqual(missing('native'), ['deps']);
    assert.deepEqual(missing('browser'), []);
    assert.deepEqual(missing('native', 'wasm', 'browser'), ['deps', 'emscripten']);
  });

  test('what is whole is left alone', () => {
    putAll();
    assert.deepEqual(missing('native', 'wasm', 'browser'), []);
  });

  for (const [what, spoil, expected] of [
    ['a library is gone', () => remove('deps/include/xxhash.h'), ['deps']],
    ['the recipe has changed', () => put('deps.recipe', 'header-libraries-1'), ['deps']],
    ['it was not carried through', () => remove('emscripten.recipe'), ['emscripten']],
    ['the config is gone', () => remove('emscripten.config'), ['emscripten']],
    ['the toolchain file is gone', () => remove('emscripten.cmake'), ['emscripten']],
    ['Emscripten is gone', () => remove('emscripten/emcc'), ['emscripten']],
  ]) {
    test(`it is provided again when ${what}`, () => {
      putAll();
      spoil();
      assert.deepEqual(missing('wasm'), expected);
    });
  }

  function remove(file) {
    rmSync(join(folder, '.toolchain', file));
  }

  test("the config says what Emscripten's own says, in Python, without what is not set", () => {
    const own = {
      LLVM_ROOT: '/a "b"',
      CACHE: '/c',
      LLVM_ADD_VERSION: 'None',
      FROZEN_CACHE: 'True',
    };
    assert.equal(
      emscriptenConfig((key) => own[key]),
      'LLVM_ROOT = "/a \\"b\\""\nCACHE = "/c"\nFROZEN_CACHE = "True"\n',
    );
  });
});

describe('running commands', () => {
  test('a failure names the command, the exit code and the end of its output', async () => {
    const lines = [];
    const failing = run('sh', ['-c', 'echo working; echo trouble >&2; exit 3'], {
      onLine: (line) => lines.push(line),
    });
    await assert.rejects(failing, (error) => {
      assert.ok(error instanceof SetUpError);
      assert.match(error.message, /sh -c .* failed with exit code 3/s);
      assert.match(error.message, /working/);
      assert.match(error.message, /trouble/);
      return true;
    });
    assert.deepEqual(lines.sort(), ['trouble', 'working']);
  });

  test('a command that does not exist is an error for the user', async () => {
    await assert.rejects(run('no-such-command-here', []), SetUpError);
  });

  test('a command is looked for on PATH', () => {
    assert.ok(findOnPath('sh'));
    assert.equal(findOnPath('no-such-command-here'), undefined);
  });

  test('the whole output has arrived when a command has ended', async () => {
    const lines = [];
    const many = 'i=0; while [ $i -lt 2000 ]; do echo line $i; i=$((i+1)); done';
    await run('sh', ['-c', many], { onLine: (line) => lines.push(line) });
    assert.equal(lines.at(-1), 'line 1999');
    assert.equal(lines.length, 2000);
  });
});

describe('the command lines', () => {
  const start = (...args) =>
    spawnSync(process.execPath, args, { encoding: 'utf8', cwd: projectRoot });

  test('an unknown part or target is refused with the usage', () => {
    const setUp = start('tools/setup/index.mjs', 'kitchen');
    assert.equal(setUp.status, 1);
    assert.match(setUp.stderr, /no part “kitchen”/);
    const build = start('tools/build.mjs', 'kitchen');
    assert.equal(build.status, 1);
    assert.match(build.stderr, /Usage: .*wasm\|web\|bench\|week\|rotation\|serving\|labels\|native\|release/);
  });

  test('--help explains', () => {
    const { status, stdout } = start('tools/setup/index.mjs', '--help');
    assert.equal(status, 0);
    assert.match(stdout, /wasm +the WebAssembly build/);
  });
});
