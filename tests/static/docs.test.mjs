/** What the documents name is there: commands, files, variables. */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

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
      const links = matchesOf(text, /\]\((?!https?:|#)([^)#]+)/g);
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
  });
}

describe('docs/operations.md', () => {
  test('has every variable the workers read, and no other', () => {
    const table = textOf('docs/operations.md').match(/^\| variable[\s\S]*?\n\n/m)[0];
    const documented = matchesOf(table, /^\| (.*?) \|/gm).flatMap((cell) => matchesOf(cell, /`([A-Z][A-Z0-9_]+)`/g));
    const read = [
      ...matchesOf(textOf('wasm/sync/settings.cc'), /"([A-Z][A-Z0-9_]+)"/g),
      ...matchesOf(textOf('wasm/model/source.h'), /"([A-Z]+_API)"/g),
      'SYNC_TOKEN',
    ];
    assert.deepEqual(documented.sort(), read.sort());
  });
});
