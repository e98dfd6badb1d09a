/** The categories of the core, of the database and of the site are the same, number by number. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { projectRoot } from '../../tools/setup/processes.mjs';

const textOf = (file) => readFileSync(join(projectRoot, file), 'utf8');
const rowsOf = (text, pattern) => [...text.matchAll(pattern)].map(([, id, name, slug]) => ({ id: Number(id), name, slug }));

const migrations = globSync('migrations/*.sql', { cwd: projectRoot }).sort().map(textOf).join('\n');
const statements = migrations.match(/^INSERT INTO categories \(id, name, slug\b[^;]*;/gm) ?? [];

const core = rowsOf(textOf('wasm/normalize/category/category.h'), /^ +\{(\d+), "([^"]+)", "([^"]+)",/gm);

describe('the categories', () => {
  test('are found', () => {
    assert.ok(core.length >= 17);
    assert.deepEqual(core.map(({ id }) => id), core.map((_, index) => index + 1));
  });

  test('stand in the table', () => {
    assert.deepEqual(rowsOf(statements.join('\n'), /^ +\((\d+), +'([^']+)', +'([^']+)'/gm), core);
  });

  test('stand in the web site', () => {
    assert.deepEqual(rowsOf(textOf('web/src/lib/categories.ts'), /\{ id: (\d+), name: '([^']+)', slug: '([^']+)' \}/g), core);
  });
});
