/*
 * Every file of browser tests in one process, one after the other: they share the browser and what the
 * workers are bundled into. Each file also runs alone.
 */
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { useBrowser } from './support/browser.mjs';

const folder = import.meta.dirname;

describe('e2e', () => {
  useBrowser();
  for (const file of globSync('*.test.mjs', { cwd: folder }).sort()) {
    describe(file, () => import(pathToFileURL(join(folder, file)).href));
  }
});
