/**
 * Every place that names the sources names all of them: what docs/adding-a-source.md tells who adds
 * one, as a check that says what is still missing. What the compilers see is not repeated here.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

const textOf = (file) => readFileSync(join(projectRoot, file), 'utf8');
const matchesOf = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

const all = matchesOf(textOf('wasm/model/source.h'), /\.source = Source::k\w+,\s+\.name = "(\w+)",/g);
const isBoardSource = (name) => textOf(`wasm/sources/${name}/${name}.h`).includes('#include "sources/board.h"');
const withBoards = all.filter(isBoardSource);

/** What lists the sources apart from wasm/model/source.h. */
const LISTS = [
  'wasm/api/openapi.json',
  'web/src/lib/sources.ts',
  'tools/sample-sources/server.mjs',
  'tools/start/journal.mjs',
];

const enumerator = (name) => new RegExp(`\\bk${name}\\b`, 'i');
const NAMED_BY_ENUMERATOR = ['wasm/sources/board.cc', 'wasm/inspect/payload.cc', 'wasm/normalize/board_reference.cc'];

describe('the sources', () => {
  test('are found', () => {
    assert.ok(all.length >= 4);
    assert.ok(withBoards.length >= 2 && withBoards.length < all.length);
  });

  for (const file of LISTS) {
    test(`${file} names all of them`, () => {
      const text = textOf(file);
      assert.deepEqual(all.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)), []);
    });
  }

  for (const file of NAMED_BY_ENUMERATOR) {
    test(`${file} has a case of each with boards`, () => {
      const text = textOf(file);
      assert.deepEqual(withBoards.filter((name) => !enumerator(name).test(text)), []);
    });
  }

  test('are named by no migration', () => {
    const statements = globSync('migrations/*.sql', { cwd: projectRoot })
      .filter((file) => !file.includes('seed'))
      .map((file) => textOf(file).replaceAll(/--.*/g, ''))
      .join('\n');
    assert.deepEqual(all.filter((name) => new RegExp(`\\b${name}\\b`).test(statements)), []);
  });

  test('have native tests', () => {
    const tests = globSync('tests/{unit,sync}/**/*_test.cc', { cwd: projectRoot }).map(textOf).join('\n');
    assert.deepEqual(all.filter((name) => !new RegExp(`\\b${name}\\b`).test(tests)), []);
  });
});
