/**
 * Every place that names the sources names all of them: what CONTRIBUTING.md tells who adds one, as a
 * check that says what is still missing.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

const textOf = (file) => readFileSync(join(projectRoot, file), 'utf8');
const matchesOf = (text, pattern) => [...text.matchAll(pattern)].map(([, found]) => found);

const all = matchesOf(textOf('wasm/model/source.h'), /^ +\{Source::k\w+,\s+"(\w+)",/gm);
const isBoardSource = (name) => textOf(`wasm/sources/${name}/${name}.h`).includes('#include "sources/board.h"');
const withBoards = all.filter(isBoardSource);

/** What names every source, and what only those with boards. */
const PLACES = {
  all: [
    'wasm/api/logs.cc',
    'wasm/api/openapi.json',
    'wasm/api/overview.cc',
    'wasm/api/prune.cc',
    'web/src/api/types.ts',
    'web/src/lib/sources.ts',
    'tools/sample-sources/server.mjs',
  ],
  'those with boards': [
    'wasm/api/companies.cc',
    'wasm/api/triggers.cc',
    'wasm/store/candidates.cc',
    'wasm/store/companies.cc',
    'wasm/store/far_future.cc',
    'web/src/dashboard/company-forms.tsx',
    'tools/take-over.mjs',
  ],
};

const enumerator = (name) => new RegExp(`\\bk${name}\\b`, 'i');
const NAMED_BY_ENUMERATOR = [
  'wasm/sources/board.cc',
  'wasm/sync/search_plan.cc',
  'wasm/inspect/inspection.cc',
  'wasm/normalize/board_reference.cc',
];

describe('the sources', () => {
  test('are found', () => {
    assert.ok(all.length >= 4);
    assert.ok(withBoards.length >= 2 && withBoards.length < all.length);
  });

  for (const [which, files] of Object.entries(PLACES)) {
    for (const file of files) {
      test(`${file} names ${which}`, () => {
        const text = textOf(file);
        const names = which === 'all' ? all : withBoards;
        assert.deepEqual(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)), []);
      });
    }
  }

  for (const file of NAMED_BY_ENUMERATOR) {
    test(`${file} has a case of each with boards`, () => {
      const text = textOf(file);
      assert.deepEqual(withBoards.filter((name) => !enumerator(name).test(text)), []);
    });
  }

  test('stand in the constraints and in source_state, by some migration', () => {
    const migrations = globSync('migrations/*.sql', { cwd: projectRoot }).map(textOf).join('\n');
    const lists = (pattern) => matchesOf(migrations, pattern).flatMap((list) => matchesOf(list, /'(\w+)'/g));
    assert.deepEqual(all.filter((name) => !lists(/source_name IN \(([^)]*)\)/g).includes(name)), []);
    assert.deepEqual(all.filter((name) => !lists(/INTO source_state \(source\) VALUES ([^;]*);/g).includes(name)), []);
    assert.deepEqual(withBoards.filter((name) => !lists(/\bsource IN \(([^)]*)\)/g).includes(name)), []);
  });

  test('have native tests', () => {
    const tests = globSync('tests/{unit,sync}/**/*_test.cc', { cwd: projectRoot }).map(textOf).join('\n');
    assert.deepEqual(all.filter((name) => !new RegExp(`\\b${name}\\b`).test(tests)), []);
  });
});
