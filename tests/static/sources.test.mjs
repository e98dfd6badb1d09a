/**
 * The table of sources, and what belongs to a row of it. No other file lists the sources: who adds one is
 * told by docs/adding-a-source.md, by the compilers, and here.
 */
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';
import { readSources } from '../../tools/source-table.mjs';

const textOf = (file) => readFileSync(join(projectRoot, file), 'utf8');
const filesOf = (...patterns) => globSync(patterns, { cwd: projectRoot });

const sources = readSources();
const names = sources.map(({ name }) => name);
const named = (name) => new RegExp(`\\b(?:k)?${name}(?:_API)?\\b`, 'i');

/** A file without its comments; addresses lose what follows their two slashes. */
const codeOf = (file) => textOf(file).replaceAll(/\/\/.*|\/\*[\s\S]*?\*\/|^\s*--.*/gm, '');

describe('the table of sources', () => {
  test('is read by the scripts as a whole', () => {
    const rows = textOf('wasm/model/source.h').match(/\{\.source = /g).length;
    assert.ok(rows >= 4);
    assert.equal(sources.length, rows);
    assert.ok(sources.some(({ hasBoards }) => hasBoards) && sources.some(({ hasBoards }) => !hasBoards));
  });

  test('reads any row', () => {
    const row = (name, kind) =>
      `{.source = Source::kX,\n .name = "${name}",\n .display_name = "X ${name}",\n .kind = SourceKind::${kind},\n`;
    assert.deepEqual(readSources(row('a1', 'kBoards') + row('b', 'kFeed')), [
      { name: 'a1', displayName: 'X a1', hasBoards: true },
      { name: 'b', displayName: 'X b', hasBoards: false },
    ]);
  });
});

describe('a source', () => {
  for (const name of names) {
    test(`${name} has its reader, a sample and a test`, () => {
      for (const file of [`wasm/sources/${name}/${name}.cc`, `wasm/sources/${name}/sample.json`, `tests/unit/sources/${name}_test.cc`]) {
        assert.ok(existsSync(join(projectRoot, file)), file);
      }
      JSON.parse(textOf(`wasm/sources/${name}/sample.json`));
    });
  }

  test('is named by no other code', () => {
    const code = filesOf('wasm/**/*.{h,cc,json}', 'web/src/**/*.{ts,tsx}', 'js-shim/**/*.js', 'tools/*.mjs', 'tools/{start,test,setup}/**/*.mjs')
      .filter((file) => !/^wasm\/(sources\/\w+\/|model\/source\.h|normalize\/remote_rule)/.test(file))
      // The take-over knows the sources of the original.
      .filter((file) => file !== 'tools/take-over.mjs' && !file.endsWith('routeTree.gen.ts'));
    assert.ok(code.length > 100);
    const naming = code.flatMap((file) => names.filter((name) => named(name).test(codeOf(file))).map((name) => `${file}: ${name}`));
    assert.deepEqual(naming, []);
  });

  test('is in the table of the README', () => {
    const readme = textOf('README.md');
    assert.deepEqual(sources.filter(({ displayName }) => !readme.includes(displayName)), []);
  });

  test('is named by no migration', () => {
    const statements = filesOf('migrations/*.sql').filter((file) => !file.includes('seed')).map(codeOf).join('\n');
    assert.deepEqual(names.filter((name) => named(name).test(statements)), []);
  });
});
