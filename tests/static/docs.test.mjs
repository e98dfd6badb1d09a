/** The things that the documents name are there: commands, files, variables. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { KINDS } from '../../tools/test/kinds.mjs';

const textOf = (file) => readFileSync(join(projectRoot, file), 'utf8');
const documents = globSync('{*,docs/**/*}.md', { cwd: projectRoot });
const { scripts } = JSON.parse(textOf('package.json'));

const matchesOf = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

for (const document of documents) {
  describe(document, () => {
    const text = textOf(document);

    test('its commands are scripts of package.json', () => {
      const commands = matchesOf(text, /\bnpm (?:run )?([a-z][\w:-]*)/g);
      assert.deepEqual(commands.filter((name) => !['install', 'ci'].includes(name) && !Object.hasOwn(scripts, name)), []);
    });

    test('its links lead somewhere', () => {
      const links = matchesOf(text.replaceAll(/```[\s\S]*?```/g, ''), /\]\((?!https?:|#)([^)#]+)/g);
      assert.deepEqual(links.filter((link) => !existsSync(join(projectRoot, dirname(document), link))), []);
    });

    test('the files it names are there', () => {
      const files = matchesOf(text, /`((?:wasm|tests|tools|js-shim|web|bench|docs|migrations)\/[\w./-]+\.\w+)`/g);
      assert.deepEqual(files.filter((file) => !existsSync(join(projectRoot, file))), []);
    });

    test('the presets and wrangler files it names are there', () => {
      const presets = JSON.parse(textOf('CMakePresets.json')).configurePresets.map(({ name }) => name);
      assert.deepEqual(matchesOf(text, /--preset ([\w-]+)/g).filter((name) => !presets.includes(name)), []);
      assert.deepEqual(matchesOf(text, /\b(wrangler\.(?:\w+\.)?toml)/g).filter((file) => !existsSync(join(projectRoot, file))), []);
    });

    test('the kinds of tests, the sections of the benchmark and the test programs it names are there', () => {
      const sections = globSync('bench/sections/*.mjs', { cwd: projectRoot }).map((file) => basename(file, '.mjs'));
      const only = matchesOf(text, /--only ([\w|]+)/g).flatMap((names) => names.split('|'));
      assert.deepEqual(only.filter((name) => !Object.hasOwn(KINDS, name) && !sections.includes(name)), []);
      const sourceOf = (program) => (program.endsWith('_tests') ? `tests/${program.slice(0, -'_tests'.length)}` : `tests/fuzz/${program}.cc`);
      const programs = matchesOf(text, /\b(\w+_(?:tests|fuzz))\b/g);
      assert.deepEqual(programs.filter((program) => !existsSync(join(projectRoot, sourceOf(program)))), []);
    });
  });
}

describe('docs/operations.md', () => {
  test('has every variable the workers read, and no other', () => {
    const table = textOf('docs/operations.md').match(/^\| variable[\s\S]*?\n\n/m)[0];
    const documented = matchesOf(table, /^\| (.*?) \|/gm).flatMap((cell) => matchesOf(cell, /`((?:<SOURCE>_)?[A-Z][A-Z0-9_]+)`/g));
    const settings = textOf('wasm/sync/settings.cc');
    const ofSources = matchesOf(settings, /variable_of\(source, "([A-Z_]+)"\)/g);
    const read = [
      ...matchesOf(settings, /"([A-Z][A-Z0-9_]+)"/g).filter((name) => !ofSources.includes(name)),
      ...ofSources.map((subject) => `<SOURCE>_${subject}`),
      'SYNC_TOKEN',
    ];
    assert.deepEqual(documented.sort(), read.sort());
  });
});

describe('docs/adding-a-source.md', () => {
  test('shows the code of the invented sources as it is tested', () => {
    const tested = globSync('tests/invented/**/*.{cc,inc,json}', { cwd: projectRoot }).map(textOf);
    const shown = matchesOf(textOf('docs/adding-a-source.md'), /```(?:cpp|json)\n([\s\S]*?)```/g);
    assert.ok(shown.length >= 5);
    assert.deepEqual(shown.filter((code) => !tested.some((text) => text.includes(code))), []);
  });
});
